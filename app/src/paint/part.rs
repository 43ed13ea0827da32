//! One part of a template that the program fills in, and how it is kept when the template is drawn anew.

use std::{cell::RefCell, rc::Rc};

use leptos::{
    reactive::effect::RenderEffect,
    tachys::{
        renderer::Rndr,
        view::{
            Mountable, Render,
            any_view::{AnyView, AnyViewState},
        },
    },
};
use wasm_bindgen::{JsCast, closure::Closure};

use super::word::{Saying, Word};

/// Where a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    /// In an attribute of this name.
    Attribute,
    /// In a property of this name.
    Property,
    /// Whether the element has the class of this name.
    Class,
    /// In a property of the style: policies for content forbid the attribute.
    Style,
}

impl Slot {
    /// The slot that a mark in a template names.
    pub(super) fn of(mark: u8) -> Self {
        match mark {
            6 => Self::Property,
            7 => Self::Class,
            8 => Self::Style,
            _ => Self::Attribute,
        }
    }
}

/// What hears an event.
pub(super) type Ear = Rc<dyn Fn(web_sys::Event)>;

/// A part as `view!` has written it.
pub(super) enum Part {
    /// A word in a slot.
    Word(Saying),
    /// An ear for an event.
    Ear(Ear),
    /// Somebody wants to have the element.
    Place(Box<dyn FnOnce(&web_sys::Element)>),
    /// What stands between two tags.
    Child(AnyView),
}

/// A word that stands on the page.
pub(super) struct Written {
    on: web_sys::Element,
    slot: Slot,
    name: &'static str,
    last: RefCell<Option<Word>>,
}

/// A part that stands on the page.
pub(super) enum Standing {
    /// A word, and what writes it anew.
    Word(Rc<Written>, Option<RenderEffect<()>>),
    /// What hears, and what the browser calls; it is kept for as long as it may be called.
    Ear { ear: Rc<RefCell<Ear>>, _called: Closure<dyn Fn(web_sys::Event)> },
    /// The element, for whoever asks next.
    Place(web_sys::Element),
    /// What stands between two tags.
    Child(AnyViewState),
}

impl Part {
    /// Puts it on a new element, under the name that the template says.
    pub(super) fn build(self, on: &web_sys::Element, slot: Slot, name: &'static str) -> Standing {
        match self {
            Self::Word(saying) => {
                let last = RefCell::new(None);
                let written = Rc::new(Written { on: on.clone(), slot, name, last });
                let effect = say(&written, saying);
                Standing::Word(written, effect)
            }
            Self::Ear(ear) => listen(on, name, ear),
            Self::Place(place) => {
                place(on);
                Standing::Place(on.clone())
            }
            Self::Child(child) => {
                let mut child = child.build();
                child.mount(on, None);
                Standing::Child(child)
            }
        }
    }

    /// Takes the place of the same part of the same template.
    pub(super) fn rebuild(self, standing: &mut Standing) {
        match (self, standing) {
            (Self::Word(saying), Standing::Word(written, effect)) => *effect = say(written, saying),
            (Self::Ear(ear), Standing::Ear { ear: kept, .. }) => drop(kept.replace(ear)),
            (Self::Place(place), Standing::Place(on)) => place(on),
            (Self::Child(child), Standing::Child(kept)) => child.rebuild(kept),
            (Self::Word(_) | Self::Ear(_) | Self::Place(_) | Self::Child(_), _) => {}
        }
    }
}

/// Writes a word, now and, when it lives, whenever it changes.
fn say(written: &Rc<Written>, saying: Saying) -> Option<RenderEffect<()>> {
    match saying {
        Saying::Now(word) => {
            written.write(word);
            None
        }
        Saying::Live(word) => {
            let written = written.clone();
            Some(RenderEffect::new(move |_| written.write(word())))
        }
    }
}

impl Written {
    /// Writes a word unless it stands there already: what a person has typed meanwhile is not wiped out.
    fn write(&self, word: Word) {
        if self.last.borrow().as_ref() == Some(&word) {
            return;
        }
        let (on, name) = (&self.on, self.name);
        match (self.slot, &word) {
            (Slot::Attribute, Word::Says(text)) => Rndr::set_attribute(on, name, text),
            (Slot::Attribute, Word::Flag(true)) => Rndr::set_attribute(on, name, ""),
            (Slot::Attribute, Word::Flag(false) | Word::Nothing) => {
                Rndr::remove_attribute(on, name);
            }
            // a value waits until the options of a select are there
            (Slot::Property, word) => Rndr::set_property_or_value(on, name, &word.js()),
            (Slot::Style, Word::Says(text)) => {
                Rndr::set_css_property(&Rndr::style(on), name, text);
            }
            (Slot::Style, Word::Flag(_) | Word::Nothing) => {
                Rndr::remove_css_property(&Rndr::style(on), name);
            }
            (Slot::Class, Word::Flag(true)) => Rndr::add_class(&on.class_list(), name),
            (Slot::Class, _) => Rndr::remove_class(&on.class_list(), name),
        }
        self.last.replace(Some(word));
    }
}

fn listen(on: &web_sys::Element, event: &'static str, ear: Ear) -> Standing {
    let ear = Rc::new(RefCell::new(ear));
    let kept = ear.clone();
    let heard = Closure::<dyn Fn(web_sys::Event)>::new(move |event| {
        // taken out first: what is heard may draw the template anew
        let ear = kept.borrow().clone();
        ear(event);
    });
    if on.add_event_listener_with_callback(event, heard.as_ref().unchecked_ref()).is_err() {
        leptos::logging::warn!("nobody hears {event}");
    }
    Standing::Ear { ear, _called: heard }
}
