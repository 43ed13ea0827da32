//! A list whose rows stay when others come and go.
//!
//! Leptos has one of its own, whose rows come to stand in a wrong order after some reorderings: from 0 5 4 6 to
//! 1 3 0 6 4 5 2, for one, it drew 4 1 3 0 6 5 2 (tachys 0.2.19).

use std::{collections::HashMap, rc::Rc};

use leptos::{
    prelude::{IntoAny, Owner},
    tachys::{
        html::attribute::{Attribute as Spread, any_attribute::AnyAttribute},
        hydration::Cursor,
        reactive_graph::OwnedView,
        renderer::Rndr,
        view::{
            Mountable, Position, PositionState, Render, RenderHtml, add_attr::AddAnyAttr,
            any_view::AnyView,
        },
    },
};
use send_wrapper::SendWrapper;
use web_sys::{Comment, Element, Node};

use super::stay::stay;

/// A row: what tells it from the others, and how it is drawn should it be new.
type Row = (String, Box<dyn FnOnce() -> AnyView>);

/// Draws each item; one whose key is the same keeps its elements. Each row owns its signals.
pub(crate) fn rows<T: 'static>(
    each: impl Fn() -> Vec<T> + 'static,
    key: impl Fn(&T) -> String + 'static,
    view: impl Fn(T) -> AnyView + 'static,
) -> AnyView {
    let view = Rc::new(view);
    list(SendWrapper::new(Box::new(move || {
        let row = |item: T| -> Row {
            let (key, view) = (key(&item), view.clone());
            (key, Box::new(move || view(item)))
        };
        each().into_iter().map(row).collect()
    })))
}

#[inline(never)]
fn list(rows: SendWrapper<Box<dyn Fn() -> Vec<Row>>>) -> AnyView {
    let owner = Owner::current().unwrap_or_default();
    let part: Box<dyn FnMut() -> AnyView + Send> =
        Box::new(move || List(SendWrapper::new((rows(), owner.clone()))).into_any());
    part.into_any()
}

/// What the renderer is given: the rows, and the owner of all that is drawn in them.
struct List(SendWrapper<(Vec<Row>, Owner)>);

/// A row that stands on the page.
struct Standing {
    key: String,
    view: <OwnedView<AnyView> as Render>::State,
}

/// A list that stands on the page: its rows, and a mark that nobody sees behind the last.
struct Stands {
    rows: Vec<Standing>,
    end: Comment,
}

fn draw((key, draw): Row, owner: &Owner) -> Standing {
    let owner = owner.with(Owner::new);
    let view = owner.with(draw);
    Standing { key, view: OwnedView::new_with_owner(view, owner).build() }
}

impl Stands {
    /// Takes each row of this key from those that stood, or draws it. A key that is there twice is drawn twice.
    fn turn_into(&mut self, rows: Vec<Row>, owner: &Owner) {
        let mut stood = std::mem::take(&mut self.rows);
        let mut places: HashMap<String, usize> =
            stood.iter_mut().map(|row| std::mem::take(&mut row.key)).zip(0..).collect();
        let mut stood: Vec<_> = stood.into_iter().map(Some).collect();
        let mut from = Vec::with_capacity(rows.len());
        for row in rows {
            let place = places.remove(&row.0);
            from.push(place);
            self.rows.push(match place.and_then(|place| stood[place].take()) {
                Some(old) => Standing { key: row.0, view: old.view },
                None => draw(row, owner),
            });
        }
        for row in stood.iter_mut().flatten() {
            row.view.unmount();
        }
        // a list that is not on the page yet is laid down when it comes there
        let Some(parent) = self.end.parent_element() else { return };
        let mut next: Option<&mut Standing> = None;
        for (row, stays) in self.rows.iter_mut().zip(stay(&from)).rev() {
            let laid =
                stays || next.is_some_and(|next| next.view.insert_before_this(&mut row.view));
            if !laid {
                row.view.mount(&parent, Some(&self.end));
            }
            next = Some(row);
        }
    }
}

impl Render for List {
    type State = Stands;

    fn build(self) -> Stands {
        let (rows, owner) = self.0.take();
        let rows = rows.into_iter().map(|row| draw(row, &owner)).collect();
        Stands { rows, end: Rndr::create_placeholder() }
    }

    fn rebuild(self, stands: &mut Stands) {
        let (rows, owner) = self.0.take();
        stands.turn_into(rows, &owner);
    }
}

impl Mountable for Stands {
    fn unmount(&mut self) {
        for row in &mut self.rows {
            row.view.unmount();
        }
        self.end.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        for row in &mut self.rows {
            row.view.mount(parent, marker);
        }
        self.end.mount(parent, marker);
    }

    fn try_mount(&mut self, parent: &Element, marker: Option<&Node>) -> bool {
        self.rows.iter_mut().all(|row| row.view.try_mount(parent, marker))
            && self.end.try_mount(parent, marker)
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match self.rows.first() {
            Some(first) => first.view.insert_before_this(child),
            None => self.end.insert_before_this(child),
        }
    }

    fn elements(&self) -> Vec<Element> {
        self.rows.iter().flat_map(|row| row.view.elements()).collect()
    }
}

impl AddAnyAttr for List {
    type Output<A: Spread> = Self;

    fn add_any_attr<A: Spread>(self, _: A) -> Self {
        self
    }
}

/// The app is never rendered on a server: `/app` comes from the service worker.
impl RenderHtml for List {
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
