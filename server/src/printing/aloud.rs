//! What leaves the room in words alone: into a chat, and over the roofs. The same texts as a phone makes.

use words::Lang;
use words::paper::{Head, Paper, lasts, plain, script as spoken};

use super::Matter;
use crate::sync::now;

/// The text for a chat.
pub(super) fn chat(matter: &Matter) -> Option<String> {
    Some(plain(&paper(matter)?, &head(matter)))
}

/// What is read over the loudspeaker, and how long that takes.
pub(super) fn script(matter: &Matter) -> Option<String> {
    let words = spoken(&paper(matter)?, &head(matter));
    let seconds = lasts(&words);
    Some(format!("{words}\n\n（{seconds} 秒）\n"))
}

fn paper(matter: &Matter) -> Option<Paper> {
    Paper::public(&matter.content, &matter.village.names)
}

fn head(matter: &Matter) -> Head {
    let seal = matter.seal.as_ref();
    let code = seal.map(|seal| seal.code.clone());
    Head {
        village: matter.village.called(Lang::Zh).to_owned(),
        at: seal.map_or_else(now, |seal| seal.at),
        number: seal.and_then(|seal| seal.number),
        address: code.as_ref().map_or_else(String::new, |code| matter.check(code)),
        code,
    }
}
