//! The list as a file that any table program opens.

use super::{
    lanes::{Filter, Laid},
    list::All,
    list_says,
};
use crate::{
    clock,
    desk::desk,
    look::words,
    parts::{Icon, download},
    prelude::*,
};

/// The button; what it exports is what is shown.
#[component]
pub(super) fn Export(all: All, laid: Memo<Laid>, filter: RwSignal<Filter>) -> AnyView {
    let (l, desk, lang) = (list_says(), desk(), words().lang);
    let export = move |_| {
        let ids = laid.with_untracked(|laid| laid.ids(filter.with_untracked(|f| f.tab)).to_vec());
        let rows = ids.into_iter().filter_map(|id| {
            let doing = untrack(|| desk.doing_in(id, lang))?;
            let due = doing.action.due.map(|due| lang.date(due, clock::now())).unwrap_or_default();
            let state = words::follow::state(lang, doing.action.state());
            let cells = [doing.what, doing.action.owner.unwrap_or_default(), due, state.to_owned()];
            Some(cells.map(|cell| quoted(&cell)).join(","))
        });
        // table programs take a file without this mark for another alphabet
        let text =
            format!("\u{feff}{}\r\n{}\r\n", l.file[1], rows.collect::<Vec<_>>().join("\r\n"));
        if download(l.file[0], "text/csv;charset=utf-8", &text).is_err() {
            leptos::logging::warn!("the list was not exported");
        }
    };
    let any = Memo::new(move |_| all.with(|all| !all.is_empty()));
    child(move || {
        any.get().then(|| {
            view! {
                <button type="button" class="ib" aria-label=l.export on:click=export><Icon name="out" /></button>
            }
        })
    })
}

/// A cell that holds its commas; one that a table program would reckon with is kept a text.
fn quoted(cell: &str) -> String {
    let calm = if cell.starts_with(['=', '+', '-', '@']) { "'" } else { "" };
    format!("\"{calm}{}\"", cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_cell_holds_its_commas_and_is_never_reckoned_with() {
        assert_eq!(quoted("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(quoted("=1+1"), "\"'=1+1\"");
    }
}
