//! In which order a document is read aloud, and as what: titles, headings, paragraphs, tables, pictures with their words.

use std::num::NonZeroU16;

use krilla::tagging::{Identifier, Node, TableHeaderScope, Tag, TagGroup, TagTree};

use super::sheet::Role;

/// What was drawn, by the part it belongs to.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    roles: &'a [Role],
    drawn: Vec<Vec<Identifier>>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(roles: &'a [Role]) -> Self {
        Self { roles, drawn: vec![Vec::new(); roles.len()] }
    }

    /// Some of a part was drawn.
    pub(super) fn hear(&mut self, part: usize, here: Identifier) {
        if let Some(drawn) = self.drawn.get_mut(part) {
            drawn.push(here);
        }
    }

    /// All of it, in order.
    pub(super) fn tree(self, lang: &str) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some(lang.to_owned()));
        let parts: Vec<_> = self.roles.iter().zip(self.drawn).collect();
        for run in parts.chunk_by(|one, next| cell(one.0).is_some() && cell(next.0).is_some()) {
            match run {
                [(role, drawn)] if cell(role).is_none() => tree.push(part(role, drawn)),
                cells => tree.push(table(cells)),
            }
        }
        tree
    }
}

fn cell(role: &Role) -> Option<usize> {
    match role {
        Role::Cell(row, _) => Some(*row),
        Role::Title | Role::Heading(_) | Role::Paragraph | Role::Quote | Role::Figure(_) => None,
    }
}

fn part(role: &Role, drawn: &[Identifier]) -> TagGroup {
    let drawn: Vec<Node> = drawn.iter().copied().map(Node::from).collect();
    let paragraph = |drawn| TagGroup::with_children(Tag::P, drawn);
    let heading = |level, title: &str, drawn| {
        TagGroup::with_children(Tag::Hn(level, Some(title.to_owned())), drawn)
    };
    match role {
        Role::Title => heading(NonZeroU16::MIN, "", drawn),
        Role::Heading(title) => heading(NonZeroU16::MIN.saturating_add(1), title, drawn),
        Role::Paragraph => paragraph(drawn),
        Role::Quote => TagGroup::with_children(Tag::BlockQuote, vec![paragraph(drawn).into()]),
        Role::Cell(_, true) => {
            let head = Tag::TH(TableHeaderScope::Column);
            TagGroup::with_children(head, vec![paragraph(drawn).into()])
        }
        Role::Cell(_, false) => TagGroup::with_children(Tag::TD, vec![paragraph(drawn).into()]),
        Role::Figure(words) => TagGroup::with_children(Tag::Figure(Some(words.clone())), drawn),
    }
}

fn table(cells: &[(&Role, Vec<Identifier>)]) -> TagGroup {
    let rows = cells.chunk_by(|one, next| cell(one.0) == cell(next.0));
    let rows = rows.map(|row| {
        let cells = row.iter().map(|(role, drawn)| part(role, drawn).into()).collect();
        TagGroup::with_children(Tag::TR, cells).into()
    });
    TagGroup::with_children(Tag::Table, rows.collect())
}
