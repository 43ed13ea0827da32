//! One attribute of an element, and how it is kept when the element is drawn anew.

use std::{cell::RefCell, rc::Rc};

use leptos::{reactive::effect::RenderEffect, tachys::renderer::Rndr};
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
    /// In a property of the style.
    Style,
}

/// What hears an event.
pub(super) type Ear = Rc<dyn Fn(web_sys::Event)>;

/// An attribute as `view!` has written it.
pub(super) enum Attribute {
    /// A word in a slot of this name.
    Word(Slot, &'static str, Saying),
    /// An ear for the event of this name.
    Ear(&'static str, Ear),
    /// Somebody wants to have the element.
    Place(Box<dyn FnOnce(&web_sys::Element)>),
}

/// An attribute that stands on the page.
pub(super) enum Standing {
    Word(Slot, &'static str, Rc<RefCell<Option<Word>>>, Option<RenderEffect<()>>),
    Ear(
        &'static str,
        Rc<RefCell<Ear>>,
        #[expect(dead_code, reason = "kept for as long as it may be called")]
        Closure<dyn Fn(web_sys::Event)>,
    ),
    Place,
}

impl Attribute {
    /// Puts it on a new element.
    pub(super) fn build(self, on: &web_sys::Element) -> Standing {
        match self {
            Self::Word(slot, name, saying) => {
                let last = Rc::new(RefCell::new(None));
                let effect = say(on, slot, name, saying, &last);
                Standing::Word(slot, name, last, effect)
            }
            Self::Ear(event, ear) => listen(on, event, ear),
            Self::Place(place) => {
                place(on);
                Standing::Place
            }
        }
    }

    /// Whether it can take the place of one that stands.
    pub(super) fn fits(&self, standing: &Standing) -> bool {
        match (self, standing) {
            (Self::Word(slot, name, _), Standing::Word(was, named, ..)) => {
                slot == was && name == named
            }
            (Self::Ear(event, _), Standing::Ear(heard, ..)) => event == heard,
            (Self::Place(_), Standing::Place) => true,
            _ => false,
        }
    }

    /// Takes the place of one that stands; [`Attribute::fits`] has said that it can.
    pub(super) fn rebuild(self, on: &web_sys::Element, standing: &mut Standing) {
        match (self, standing) {
            (Self::Word(slot, name, saying), Standing::Word(_, _, last, effect)) => {
                *effect = say(on, slot, name, saying, last);
            }
            (Self::Ear(_, ear), Standing::Ear(_, kept, _)) => drop(kept.replace(ear)),
            (Self::Place(place), Standing::Place) => place(on),
            (other, standing) => *standing = other.build(on),
        }
    }
}

/// Writes a word, now and, when it lives, whenever it changes.
fn say(
    on: &web_sys::Element,
    slot: Slot,
    name: &'static str,
    saying: Saying,
    last: &Rc<RefCell<Option<Word>>>,
) -> Option<RenderEffect<()>> {
    match saying {
        Saying::Now(word) => {
            write(on, slot, name, word, last);
            None
        }
        Saying::Live(word) => {
            let (on, last) = (on.clone(), last.clone());
            Some(RenderEffect::new(move |_| write(&on, slot, name, word(), &last)))
        }
    }
}

/// Writes a word unless it stands there already: what a person has typed meanwhile is not wiped out.
fn write(on: &web_sys::Element, slot: Slot, name: &str, word: Word, last: &RefCell<Option<Word>>) {
    if last.borrow().as_ref() == Some(&word) {
        return;
    }
    match (slot, &word) {
        (Slot::Attribute, Word::Says(text)) => Rndr::set_attribute(on, name, text),
        (Slot::Attribute, Word::Flag(true)) => Rndr::set_attribute(on, name, ""),
        (Slot::Attribute, Word::Flag(false) | Word::Nothing) => Rndr::remove_attribute(on, name),
        // a value waits until the options of a select are there
        (Slot::Property, word) => Rndr::set_property_or_value(on, name, &word.js()),
        (Slot::Class, Word::Flag(true)) => Rndr::add_class(&on.class_list(), name),
        (Slot::Style, Word::Says(text)) => Rndr::set_css_property(&Rndr::style(on), name, text),
        (Slot::Style, _) => Rndr::remove_css_property(&Rndr::style(on), name),
        (Slot::Class, _) => Rndr::remove_class(&on.class_list(), name),
    }
    *last.borrow_mut() = Some(word);
}

fn listen(on: &web_sys::Element, event: &'static str, ear: Ear) -> Standing {
    let ear = Rc::new(RefCell::new(ear));
    let kept = ear.clone();
    let heard = Closure::<dyn Fn(web_sys::Event)>::new(move |event| {
        // taken out first: what is heard may draw the element anew
        let ear = kept.borrow().clone();
        ear(event);
    });
    if on.add_event_listener_with_callback(event, heard.as_ref().unchecked_ref()).is_err() {
        leptos::logging::warn!("nobody hears {event}");
    }
    Standing::Ear(event, ear, heard)
}
