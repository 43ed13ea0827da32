//! The paper that all pages are written on: its head, the way to the other language, and no script.

use maud::{DOCTYPE, Markup, html};
use words::Lang;

use super::sayings;
use super::sheet;

/// What stands on the paper beside its body.
#[derive(Debug)]
pub(super) struct Paper<'a> {
    pub(super) lang: Lang,
    /// Its title, in the browser's list of pages.
    pub(super) title: &'a str,
    /// What it is about, for those who list pages.
    pub(super) about: &'a str,
    /// Its address, for the other language; an empty one is that of the page itself.
    pub(super) here: Option<&'a str>,
    /// What stands at the right of its head.
    pub(super) beside: Markup,
}

impl Paper<'_> {
    /// The page, with this body.
    #[expect(clippy::needless_pass_by_value, reason = "markup is made to be put somewhere")]
    pub(super) fn page(&self, body: Markup) -> Markup {
        self.sheet("notice", &body)
    }

    /// The ways on, at the end of each page: to raise something, to ask, to complain about the tool, and what it keeps.
    fn ends(&self) -> Markup {
        let words = self.lang.words();
        let ways = [
            ("/raise", words.raising().title),
            ("/ask", words.asking().title),
            ("/complain", words.complaint().title),
            ("/policy", words.policy().title),
        ];
        html! {
            nav.ends aria-label=(sayings::in_(self.lang).ends) {
                p.ways {
                    @for (to, says) in ways {
                        a href={ (to) "?lang=" (self.lang.tag()) } { (says) } " "
                    }
                }
            }
        }
    }

    /// The same in another class of paper.
    pub(super) fn sheet(&self, class: &str, body: &Markup) -> Markup {
        let says = sayings::in_(self.lang);
        let other = match self.lang {
            Lang::Zh => Lang::En,
            Lang::En => Lang::Zh,
        };
        html! {
            (DOCTYPE)
            html lang=(self.lang.tag()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                    meta name="theme-color" content="#f4efe2";
                    @if !self.about.is_empty() { meta name="description" content=(self.about); }
                    title { (self.title) " · " (says.name) }
                    link rel="stylesheet" href=(sheet::address());
                    link rel="icon" href="data:,";
                }
                body.sheet {
                    a.skip.btn href="#main" { (says.skip) }
                    main class=(class) id="main" {
                        header.brief-h {
                            p.mark {
                                svg.ic viewBox="0 0 24 24" aria-hidden="true" {
                                    path d="M3 8.5h18v3.2H3zM6.8 11.7 5 19M17.2 11.7 19 19M7.9 15.6h8.2" {}
                                }
                                b.song { (says.name) }
                            }
                            (self.beside)
                            @if let Some(here) = self.here {
                                p.sm { a href={ (here) "?lang=" (other.tag()) } hreflang=(other.tag()) lang=(other.tag()) { (says.other_language) } }
                            }
                        }
                        (body)
                        (self.ends())
                    }
                }
            }
        }
    }
}
