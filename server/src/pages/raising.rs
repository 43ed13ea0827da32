//! The form by which an issue is raised, and the page after it.

use domain::Category;
use domain::square::Square;
use maud::{Markup, html};
use words::Lang;

use super::paper::Paper;
use super::parcel::{Boxes, Picture};
use super::places::Ground;
use super::sheets::drawn;
use super::thanks;
use super::trap::{self, Wrong};
use crate::slip::{Slip, Ticket};

/// What has come of a form.
#[derive(Debug)]
pub(super) struct Done {
    /// The number to ask with.
    pub(super) slip: Slip,
    /// It was here before.
    pub(super) again: bool,
    /// The drawer it lies in.
    pub(super) category: Category,
    /// What has become of the picture.
    pub(super) picture: Picture,
}

/// The form; `wrong` says why it comes back.
pub(super) fn form(
    ground: &Ground,
    lang: Lang,
    (ticket, boxes): (&Ticket, &Boxes),
    wrong: Option<&Wrong>,
) -> Markup {
    let says = lang.words().raising();
    let words = (says.words, says.hint, 5);
    let at_words = wrong.and_then(|wrong| wrong.at_words(lang, says.empty));
    let at_name = wrong.and_then(|wrong| wrong.at_name(lang));
    let body = html! {
        h1 { (says.title) }
        p.xs.dim { (says.about) }
        (trap::note(lang, wrong, says.full))
        form method="post" enctype="multipart/form-data" {
            (trap::hidden(lang, ticket))
            (trap::words(words, boxes.get("words"), (at_words, true)))
            (drawers(ground, lang, boxes.get("category")))
            (groups(ground, lang, boxes.get("group")))
            (trap::name((says.name, says.name_hint), boxes.get("name"), at_name))
            div.field {
                label for="photo" { (says.photo) }
                input.in id="photo" name="photo" type="file" accept="image/jpeg,image/png,image/webp" aria-describedby="small";
                p.hint id="small" { (says.photo_hint) }
            }
            p { button.btn.do.big { (says.send) } }
            p.xs.dim { (says.means) }
        }
    };
    page(ground, lang, &body)
}

fn drawers(ground: &Ground, lang: Lang, chosen: &str) -> Markup {
    let says = lang.words().raising();
    html! {
        div.field {
            label for="category" { (says.category) }
            select.in id="category" name="category" {
                option value="" { (says.by_words) }
                @for category in ground.customs.drawers_with(Category::of(chosen)) {
                    option value=(category.as_str()) selected[category.as_str() == chosen] { ((lang.words().names.category)(category)) }
                }
            }
        }
    }
}

fn groups(ground: &Ground, lang: Lang, chosen: &str) -> Markup {
    let says = lang.words().raising();
    html! {
        @if !ground.groups.is_empty() {
            div.field {
                label for="group" { (says.group) }
                select.in id="group" name="group" {
                    option value="" { (says.no_group) }
                    @for group in &ground.groups {
                        option value=(group.id) selected[group.id.to_string() == chosen] { (group.called(lang)) }
                    }
                }
            }
        }
    }
}

/// It is here, and this is the number to ask with.
pub(super) fn thanks(ground: &Ground, lang: Lang, done: &Done, origin: &str) -> Markup {
    let says = lang.words().raising();
    let picture = match done.picture {
        Picture::None => None,
        Picture::Small(_) => Some((true, says.photo_taken)),
        Picture::Broken => Some((false, says.photo_broken)),
        Picture::Large => Some((false, says.photo_large)),
        Picture::Slow => Some((false, says.photo_slow)),
    };
    let sorted = (says.sorted)((lang.words().names.category)(done.category));
    let here = ["/raise/", &ground.village.id.to_string(), "?lang=", lang.tag()].concat();
    let good = picture.filter(|(good, _)| *good).map(|(_, says)| says);
    let more: Vec<&str> = [(!done.again).then_some(&*sorted), good].into_iter().flatten().collect();
    let body = html! {
        (thanks::here(says.thanks, done.again.then_some(says.again), &more))
        @if let Some((false, says)) = picture { p.note.wait role="alert" { (says) } }
        (thanks::number(lang, &done.slip, (origin, says.next)))
        p { a.btn href=(here) { (says.another) } " " a.btn href={ "/?lang=" (lang.tag()) } { (lang.words().line().board) } }
    };
    let beside = html! { p.xs.dim { (ground.village.called(lang)) } };
    // what was sent has no other language: a page asked for anew is a form
    let paper = Paper { lang, title: says.title, about: "", here: None, beside };
    paper.sheet("notice brief", &body)
}

/// A sheet to print and hang up.
pub(super) fn sheet(ground: &Ground, lang: Lang, origin: &str) -> Markup {
    let says = lang.words().raising();
    let to = format!("{origin}/raise/{}", ground.village.id);
    let body = html! {
        h1 { (says.sheet) }
        section.number {
            @if let Some(square) = Square::of(&to) { (drawn(&square, says.square)) }
            p.sm { (to) }
        }
        ol.nums { @for step in says.steps { li { (step) } } }
        p.xs.dim { (says.print) }
    };
    let here = format!("/raise/{}/sheet", ground.village.id);
    let beside = html! { p.xs.dim { (ground.village.called(lang)) } };
    let paper = Paper { lang, title: says.sheet, about: "", here: Some(&here), beside };
    paper.sheet("notice brief hangs", &body)
}

fn page(ground: &Ground, lang: Lang, body: &Markup) -> Markup {
    let title = lang.words().raising().title;
    let here = format!("/raise/{}", ground.village.id);
    let beside = html! { p.xs.dim { (ground.village.called(lang)) } };
    let paper = Paper { lang, title, about: "", here: Some(&here), beside };
    paper.sheet("notice brief", body)
}
