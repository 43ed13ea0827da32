//! What one `view!` draws: a text that says which elements there are, and the parts that the program fills in.

use std::rc::Rc;

use leptos::{
    ev::EventDescriptor,
    tachys::{
        html::attribute::{Attribute as Spread, any_attribute::AnyAttribute},
        hydration::Cursor,
        renderer::Rndr,
        view::{
            Mountable, Position, PositionState, Render, RenderHtml,
            add_attr::AddAnyAttr,
            any_view::{AnyView, IntoAny},
        },
    },
};
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;

use super::{
    part::{Ear, Part, Slot, Standing},
    place::Place,
    word::Say,
};

/// The namespace of `<svg>` and what is in it.
const SVG: &str = "http://www.w3.org/2000/svg";

/// An element with all that is in it.
pub(crate) struct Template {
    text: &'static str,
    parts: Vec<Part>,
}

impl Template {
    /// The text, as the macro has written it.
    #[inline(never)]
    pub(crate) fn new(text: &'static str) -> Self {
        Self { text, parts: Vec::new() }
    }

    /// An attribute, a property, a class or a property of the style. False and nothing take it away.
    pub(crate) fn say(&mut self, word: impl Say) {
        self.part(Part::Word(word.say()));
    }

    /// What hears an event; the descriptor says of which type it is.
    pub(crate) fn ear<E>(&mut self, _: E, heard: impl Fn(E::EventType) + 'static)
    where
        E: EventDescriptor,
        E::EventType: JsCast,
    {
        let ear: Ear = Rc::new(move |event: web_sys::Event| heard(event.unchecked_into()));
        self.part(Part::Ear(ear));
    }

    /// Lays the element into a place when it is there.
    pub(crate) fn place<T: JsCast>(&mut self, place: Place<T>) {
        self.part(Part::Place(place.holder()));
    }

    /// What the program draws between two tags.
    pub(crate) fn child(&mut self, child: AnyView) {
        self.part(Part::Child(child));
    }

    /// All parts are there.
    #[inline(never)]
    pub(crate) fn done(self) -> AnyView {
        Drawn(SendWrapper::new(self)).into_any()
    }

    #[inline(never)]
    fn part(&mut self, part: Part) {
        self.parts.push(part);
    }
}

/// What the renderer is given; it is only ever touched on the page's one thread.
struct Drawn(SendWrapper<Template>);

/// A template that stands on the page.
struct Stands {
    node: web_sys::Element,
    text: &'static str,
    parts: Vec<Standing>,
}

/// The text up to its next mark, and what follows.
fn until_mark(text: &'static str) -> (&'static str, &'static str) {
    let end = text.bytes().position(|byte| byte < 0x13 && !matches!(byte, b'\t' | b'\n' | b'\r'));
    text.split_at(end.unwrap_or(text.len()))
}

impl Render for Drawn {
    type State = Stands;

    fn build(self) -> Stands {
        let Template { text, parts } = self.0.take();
        let mut parts = parts.into_iter();
        let mut standing = Vec::with_capacity(parts.len());
        // the elements that are open, from the outermost
        let mut open: Vec<web_sys::Element> = Vec::new();
        let mut whole = None;
        let mut fixed = "";
        let mut rest = text;
        while let Some(mark) = rest.bytes().next() {
            let (name, after) = until_mark(&rest[1..]);
            rest = after;
            if mark <= 2 {
                let node = Rndr::create_element(name, (mark == 2).then_some(SVG));
                if let Some(outer) = open.last() {
                    Rndr::insert_node(outer, &node, None);
                }
                open.push(node);
                continue;
            }
            let Some(on) = open.last() else { break };
            match mark {
                3 => fixed = name,
                4 => Rndr::set_attribute(on, fixed, name),
                0x10 => Rndr::insert_node(on, &Rndr::create_text_node(name), None),
                0x12 => whole = open.pop(),
                mark => {
                    let Some(part) = parts.next() else { break };
                    standing.push(part.build(on, Slot::of(mark), name));
                }
            }
        }
        // the macro closes every element it opens
        let node = whole.unwrap_or_else(|| Rndr::create_element("i", None));
        Stands { node, text, parts: standing }
    }

    fn rebuild(self, stands: &mut Stands) {
        if !std::ptr::eq(self.0.text, stands.text) {
            let mut new = self.build();
            stands.insert_before_this(&mut new);
            stands.unmount();
            *stands = new;
            return;
        }
        for (new, old) in self.0.take().parts.into_iter().zip(&mut stands.parts) {
            new.rebuild(old);
        }
    }
}

impl Mountable for Stands {
    fn unmount(&mut self) {
        Rndr::remove(&self.node);
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&web_sys::Node>) {
        Rndr::insert_node(parent, &self.node, marker);
    }

    fn try_mount(&mut self, parent: &web_sys::Element, marker: Option<&web_sys::Node>) -> bool {
        Rndr::try_insert_node(parent, &self.node, marker)
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let Some(parent) = self.node.parent_element() else { return false };
        child.mount(&parent, Some(&self.node));
        true
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        vec![self.node.clone()]
    }
}

impl AddAnyAttr for Drawn {
    type Output<A: Spread> = Self;

    fn add_any_attr<A: Spread>(self, _: A) -> Self {
        self
    }
}

/// The app is never rendered on a server: `/app` comes from the service worker.
impl RenderHtml for Drawn {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        _: &mut String,
        _: &mut Position,
        _: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Stands {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
