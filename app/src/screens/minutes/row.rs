//! One statement in the draft: who said it and what, and what can be done about it in its place.

use domain::{
    Act, Id, Kind,
    session::{Seat, Sort},
};

use super::{
    Papers, Shown,
    boxes::{Choose, Deed, Editor, Text, Trouble, Writing, keep},
    consensus::{Pick, as_point},
    draft::part_name,
    flag::Flag,
    room::edit,
    says,
    voice::Voice,
};
use crate::{
    look::words,
    parts::{CommitTrouble, Icon, tongue},
    prelude::*,
};

/// Who said it, and what sort of thing it was.
pub(super) fn who(seat: Option<&Seat>, sort: Sort) -> AnyView {
    let (w, m) = (words(), says());
    let name = seat.map_or_else(|| m.nobody.to_owned(), |seat| seat.name.clone());
    let place = seat.map(|seat| place_of(seat, (w.names.role)(seat.role))).unwrap_or_default();
    let away = seat.is_some_and(|seat| seat.remote).then(|| {
        view! { <span class="tag far"><Icon name="tel" />{m.remote}</span> }
    });
    view! {
        <p class="who">
            <b lang=tongue(&name)>{name}</b><span lang=tongue(&place)>{place}</span>{away}
            <span class="tag"><Icon name=icon(sort) />{words::session::sort(w.lang, sort)}</span>
        </p>
    }
}

/// 四组, 区水利局, or the role.
fn place_of(seat: &Seat, role: &str) -> String {
    match (&seat.label, &seat.group) {
        (Some(label), _) if !seat.villager() => label.clone(),
        (_, Some(group)) => group.clone(),
        _ => role.to_owned(),
    }
}

/// The shape of a sort of statement.
pub(super) fn icon(sort: Sort) -> &'static str {
    match sort {
        Sort::Opinion => "idea",
        Sort::Question => "ask",
        Sort::Answer => "comment",
        Sort::Promise => "vow",
        Sort::Dissent => "flag",
    }
}

/// One statement with words.
#[component]
pub(super) fn Row(shown: Shown, id: Id, writer: Memo<bool>) -> AnyView {
    let m = says();
    let said = Memo::new(move |_| shown.with(|papers| papers.one(id).cloned()));
    let scope = shown.with_untracked(Papers::scope);
    let flags = Signal::derive(move || {
        said.with(|said| said.as_ref().map(|said| said.statement.check.clone())).unwrap_or_default()
    });
    let open = RwSignal::new(false);
    let head = move || {
        said.with(|said| {
            let said = said.as_ref()?;
            Some(shown.with(|papers| who(papers.seat(said.statement.seat), said.statement.sort)))
        })
    };
    let text = Memo::new(move |_| {
        said.with(|said| said.as_ref().map(|said| said.words().to_owned())).unwrap_or_default()
    });
    let point = Signal::derive(move || as_point(&text.get()));
    let tools =
        move || {
            writer.get().then(|| view! {
            <div class="row wrap tools">
                <Pick shown=shown point=point />
                <button type="button" class="chip" aria-expanded=move || open.get().to_string()
                    on:click=move |_| open.update(|open| *open = !*open)>
                    <Icon name="pen" />{m.mend}<span class="sr">{move || text.get()}</span>
                </button>
            </div>
        })
        };
    view! {
        <li class="stmt">
            {head}
            <p class="say" lang="zh-CN">{move || text.get()}</p>
            <Flag kind=Kind::Statement id=id scope=scope check=flags />
            {tools}
            {move || (open.get() && writer.get()).then(|| view! { <Mend shown=shown id=id open=open /> })}
        </li>
    }
}

/// One that was only tapped: its recording, and a box for its words.
#[component]
pub(super) fn Blank(shown: Shown, id: Id, writer: Memo<bool>) -> AnyView {
    let m = says();
    let said = Memo::new(move |_| shown.with(|papers| papers.one(id).cloned()));
    let voices = Memo::new(move |_| {
        said.with(|said| said.as_ref().map(|s| s.voices.clone())).unwrap_or_default()
    });
    let scope = shown.with_untracked(Papers::scope);
    let head = move || {
        said.with(|said| {
            let said = said.as_ref()?;
            Some(shown.with(|papers| who(papers.seat(said.statement.seat), said.statement.sort)))
        })
    };
    let none =
        move || voices.with(Vec::is_empty).then(|| view! { <p class="xs dim">{m.no_voice}</p> });
    let writing = Writing::of(id, "words");
    let typed = Signal::derive(move || writing.with(|writing| writing.to.clone()));
    let set = Callback::new(move |to| writing.update(|writing| writing.to = to));
    let trouble = Trouble::new();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let to = writing.with_untracked(|writing| writing.to.trim().to_owned());
        if !to.is_empty() {
            let deed = (Kind::Statement, id, scope, edit("words", "", to));
            keep(trouble, vec![deed], move || writing.set(Writing::default()));
        }
    };
    let drop = move |_| keep(trouble, vec![(Kind::Statement, id, scope, Act::Withdraw)], || ());
    view! {
        <li class="stmt">
            {head}
            <For each=move || voices.get() key=|id| id.to_string() children=move |id| view! { <Voice id=id /> } />
            {none}
            {move || writer.get().then(|| view! {
                <form class="col tight" on:submit=save>
                    <Text label=m.words typed=typed set=set long=true />
                    <div class="btns">
                        <button class="btn do">{words().common.save}</button>
                        <button type="button" class="btn" on:click=drop>{m.drop}</button>
                    </div>
                </form>
            })}
            <CommitTrouble error=trouble.said />
        </li>
    }
}

/// All that can be mended about a statement.
#[component]
fn Mend(shown: Shown, id: Id, open: RwSignal<bool>) -> AnyView {
    let (w, m) = (words(), says());
    let trouble = Trouble::new();
    let scope = shown.with_untracked(Papers::scope);
    let Some(said) = shown.with_untracked(|papers| papers.one(id).cloned()) else {
        return ().into_any();
    };
    let writing = Writing::of(id, "words");
    if !writing.with_untracked(|writing| writing.begun) {
        writing.set(Writing::begin(said.words()));
    }
    // closed by the box itself, once it is kept or given up
    Effect::new(move |_| {
        if !writing.with(|writing| writing.begun) {
            open.set(false);
        }
    });
    let words_of = Callback::new(move |now: Writing| -> Vec<Deed> {
        vec![(Kind::Statement, id, scope, edit("words", now.from, now.to.trim()))]
    });
    let set = move |field: &'static str, from: domain::form::Value| {
        Callback::new(move |to: String| {
            let to: domain::form::Value = match (field, to.as_str()) {
                ("part", part) => part.parse::<u32>().unwrap_or_default().into(),
                (_, "") => domain::form::Value::Null,
                _ => to.into(),
            };
            keep(trouble, vec![(Kind::Statement, id, scope, edit(field, from.clone(), to))], || ());
        })
    };
    let sorts = Sort::ALL
        .map(|sort| (sort.as_str().to_owned(), words::session::sort(w.lang, sort).to_owned()));
    let seat = said.statement.seat.map(|seat| seat.to_string());
    let (parts, seats) = shown.with_untracked(|papers| (parts(papers), seats(papers)));
    let drop = move |_| {
        writing.set(Writing::default());
        keep(trouble, vec![(Kind::Statement, id, scope, Act::Withdraw)], || ());
    };
    let (part, sort) = (said.statement.part, said.statement.sort.as_str());
    view! {
        <div class="col mend">
            <Editor writing=writing label=m.words long=true deeds=words_of />
            <Choose label=m.speaker all=seats now=seat.clone().unwrap_or_default() pick=set("seat", seat.map_or(domain::form::Value::Null, Into::into)) />
            <Choose label=m.part all=parts now=part.to_string() pick=set("part", part.into()) />
            <Choose label=m.sort all=sorts.into() now=sort.to_owned() pick=set("sort", sort.into()) />
            <button type="button" class="btn refuse" on:click=drop><Icon name="trash" />{m.drop}</button>
            <CommitTrouble error=trouble.said />
        </div>
    }
}

fn parts(papers: &Papers) -> Vec<(String, String)> {
    let all = 0..u32::try_from(papers.session.agenda.len()).unwrap_or_default();
    all.map(|part| (part.to_string(), part_name(papers, part))).collect()
}

fn seats(papers: &Papers) -> Vec<(String, String)> {
    let nobody = (String::new(), says().nobody.to_owned());
    let seat = |(id, seated): &(Id, domain::session::seat::Seated)| {
        (id.to_string(), seated.seat.name.clone())
    };
    std::iter::once(nobody).chain(papers.seats.iter().map(seat)).collect()
}
