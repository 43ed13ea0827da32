//! An element of the page, whatever its tag.

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
            any_view::{AnyView, AnyViewState, IntoAny},
        },
    },
};
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;

use super::{
    attribute::{Attribute, Ear, Slot, Standing},
    child::text,
    place::Place,
    word::{Say, Saying, Word},
};

/// What `view!` says of an element, and what the renderer is then given.
pub(crate) struct Element {
    tag: &'static str,
    space: Option<&'static str>,
    attributes: Vec<Attribute>,
    children: Vec<AnyView>,
}

impl Element {
    /// An element of HTML.
    pub(crate) fn new(tag: &'static str) -> Self {
        Self { tag, space: None, attributes: Vec::new(), children: Vec::new() }
    }

    /// An element of SVG.
    pub(crate) fn svg(tag: &'static str) -> Self {
        Self { space: Some("http://www.w3.org/2000/svg"), ..Self::new(tag) }
    }

    /// An attribute that stays.
    pub(crate) fn fixed(&mut self, name: &'static str, text: &'static str) {
        self.word(Slot::Attribute, name, Saying::Now(Word::Says(text.into())));
    }

    /// An attribute; false and nothing take it away.
    pub(crate) fn attribute(&mut self, name: &'static str, word: impl Say) {
        self.word(Slot::Attribute, name, word.say());
    }

    /// A property of the element in the browser, such as the value of a field.
    pub(crate) fn property(&mut self, name: &'static str, word: impl Say) {
        self.word(Slot::Property, name, word.say());
    }

    /// A class it has or has not.
    pub(crate) fn class(&mut self, name: &'static str, word: impl Say) {
        self.word(Slot::Class, name, word.say());
    }

    /// A property of its style; policies for content forbid the attribute.
    pub(crate) fn style(&mut self, name: &'static str, word: impl Say) {
        self.word(Slot::Style, name, word.say());
    }

    /// Hears the event of this name; the descriptor says what is heard.
    pub(crate) fn on<E>(&mut self, name: &'static str, _: E, heard: impl Fn(E::EventType) + 'static)
    where
        E: EventDescriptor,
        E::EventType: JsCast,
    {
        self.ear(name, Rc::new(move |event: web_sys::Event| heard(event.unchecked_into())));
    }

    /// Lays the element into a place when it is there.
    pub(crate) fn place<T: JsCast + 'static>(&mut self, place: Place<T>) {
        self.attributes.push(Attribute::Place(place.holder()));
    }

    /// A child that is text.
    pub(crate) fn text(&mut self, words: &'static str) {
        self.children.push(text(words));
    }

    /// A child.
    pub(crate) fn child(&mut self, child: AnyView) {
        self.children.push(child);
    }

    /// All has been said.
    pub(crate) fn done(self) -> AnyView {
        Drawn(SendWrapper::new(self)).into_any()
    }

    #[inline(never)]
    fn ear(&mut self, event: &'static str, ear: Ear) {
        self.attributes.push(Attribute::Ear(event, ear));
    }

    #[inline(never)]
    fn word(&mut self, slot: Slot, name: &'static str, saying: Saying) {
        self.attributes.push(Attribute::Word(slot, name, saying));
    }
}

/// What the renderer is given; it is only ever touched on the page's one thread.
pub(super) struct Drawn(SendWrapper<Element>);

/// An element that stands on the page.
pub(super) struct Stands {
    node: web_sys::Element,
    tag: &'static str,
    attributes: Vec<Standing>,
    children: Vec<AnyViewState>,
}

impl Render for Drawn {
    type State = Stands;

    fn build(self) -> Stands {
        let Element { tag, space, attributes, children } = self.0.take();
        let node = Rndr::create_element(tag, space);
        let attributes = attributes.into_iter().map(|attribute| attribute.build(&node)).collect();
        let mut children: Vec<AnyViewState> = children.into_iter().map(AnyView::build).collect();
        for child in &mut children {
            child.mount(&node, None);
        }
        Stands { node, tag, attributes, children }
    }

    fn rebuild(self, stands: &mut Stands) {
        let fits = self.0.tag == stands.tag
            && self.0.children.len() == stands.children.len()
            && self.0.attributes.len() == stands.attributes.len()
            && self.0.attributes.iter().zip(&stands.attributes).all(|(new, old)| new.fits(old));
        if !fits {
            let mut new = self.build();
            stands.insert_before_this(&mut new);
            stands.unmount();
            *stands = new;
            return;
        }
        let Element { attributes, children, .. } = self.0.take();
        for (new, old) in attributes.into_iter().zip(&mut stands.attributes) {
            new.rebuild(&stands.node, old);
        }
        for (new, old) in children.into_iter().zip(&mut stands.children) {
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
