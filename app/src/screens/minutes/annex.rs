//! 另附一页更正: what is wrong in a sealed record, on a page of its own, signed and sealed like the record itself.

use domain::{
    Act, Id, Kind, Millis, Record, Scope, SessionAct,
    session::{Seal, annexed, seal},
};
use words::paper::letters;

use super::{
    Papers, Shown,
    boxes::{Deed, Editor, Trouble, Writing, keep},
    room::{edit, writes},
    says,
    sign::Signing,
};
use crate::{
    clock,
    desk::{Desk, desk},
    look::words,
    parts::{CommitTrouble, Icon},
    prelude::*,
};

/// A page of corrections.
#[derive(Clone, Debug, PartialEq)]
struct Page {
    id: Id,
    scope: Scope,
    words: String,
    digest: String,
    seal: Option<Seal>,
}

fn page(record: &Record, session: &Record) -> Page {
    let seal = record.fields.get("seal").cloned();
    Page {
        id: record.id,
        scope: record.scope,
        words: record.text("words").unwrap_or_default().to_owned(),
        digest: seal::digest(&annexed(record, session)),
        seal: seal.and_then(|seal| <Seal as domain::Form>::read(seal).ok()),
    }
}

/// The pages to a session: those that lie in it, and those that were sealed and lie with the village; tracked.
fn pages(desk: Desk, id: Id) -> Vec<Page> {
    desk.replica.with(|replica| {
        let Some(session) = replica.view().get(&id) else { return Vec::new() };
        let annexes = replica.view().values().filter(|r| r.kind == Kind::Annex && !r.gone);
        let of_this = annexes.filter(|record| {
            let sealed = record.fields.get("seal").and_then(|seal| seal.get("content"));
            let to = sealed.and_then(|content| content.get("session")?.as_str());
            record.scope == Scope::Session(id) || to == Some(id.to_string().as_str())
        });
        of_this.map(|record| page(record, session)).collect()
    })
}

/// All pages, and the way to one more.
#[component]
pub(super) fn Annexes(shown: Shown) -> AnyView {
    let (a, desk) = (says().annex, desk());
    let id = shown.with_untracked(|papers| papers.id);
    let all = Memo::new(move |_| pages(desk, id));
    let writer = Memo::new(move |_| writes(desk, id).is_ok());
    let writing = Writing::of(id, "annex");
    let begun = Memo::new(move |_| writing.with(|writing| writing.begun));
    let scope = shown.with_untracked(Papers::scope);
    let deeds = Callback::new(move |now: Writing| -> Vec<Deed> {
        let words = now.to.trim().to_owned();
        vec![(Kind::Annex, clock::fresh(), scope, SessionAct::Annex { words }.into())]
    });
    let more = move || match (writer.get(), begun.get()) {
        (false, _) => view! { <p class="sm dim">{a.not_yours}</p> },
        (true, true) => {
            view! { <Editor writing=writing label=a.words long=true deeds=deeds /> }
        }
        (true, false) => view! {
            <div><button type="button" class="btn" on:click=move |_| writing.set(Writing::begin(""))>
                <Icon name="pen" />{a.write}
            </button></div>
        },
    };
    view! {
        <section class="col" aria-labelledby="annex">
            <div class="head"><h2 id="annex" tabindex="-1">{a.heading}</h2></div>
            <p class="sm dim">{a.hint}</p>
            <For each=move || all.with(|all| all.iter().map(|page| page.id).collect::<Vec<_>>())
                key=|id| id.to_string()
                children=move |id| view! { <One shown=shown all=all id=id writer=writer /> } />
            {more}
        </section>
    }
}

#[component]
fn One(shown: Shown, all: Memo<Vec<Page>>, id: Id, writer: Memo<bool>) -> AnyView {
    let a = says().annex;
    let page = Memo::new(move |_| all.with(|all| all.iter().find(|page| page.id == id).cloned()));
    let text = move || page.with(|page| page.as_ref().map(|page| page.words.clone()));
    let sealed =
        Memo::new(move |_| page.with(|page| page.as_ref().and_then(|page| page.seal.clone())));
    let open = move || match sealed.get() {
        Some(seal) => done(shown, &seal),
        None => view! { <Unsealed shown=shown page=page writer=writer /> },
    };
    view! {
        <article class="slip">
            <h3>{a.page}</h3>
            <p class="say" lang="zh-CN">{text}</p>
            {open}
        </article>
    }
}

/// What stands under a sealed page.
fn done(shown: Shown, seal: &Seal) -> AnyView {
    let (w, s, a) = (words(), says().seal, says().annex);
    let head = super::seal::head(shown, Some(seal));
    let at: Millis = seal.at;
    let told = (a.sealed)(&w.lang.moment(at, clock::now()));
    let number = seal.number.map_or_else(|| s.number_later.to_owned(), s.number);
    view! {
        <p class="sm row tight pine b"><Icon name="check" /><span>{told}</span></p>
        <p class="sm">{s.code}" "<b class="n" lang="zh-CN">{letters(&head.village, &seal.code)}</b>" · "{number}</p>
    }
}

/// A page that waits for its signatures: mended, taken back, signed, sealed.
#[component]
fn Unsealed(shown: Shown, page: Memo<Option<Page>>, writer: Memo<bool>) -> AnyView {
    let (a, desk) = (says().annex, desk());
    let Some(first) = page.get_untracked() else { return ().into_any() };
    let (id, scope) = (first.id, first.scope);
    let session = shown.with_untracked(|papers| papers.id);
    let trouble = Trouble::new();
    let digest = Signal::derive(move || {
        page.with(|page| page.as_ref().map(|page| page.digest.clone())).unwrap_or_default()
    });
    let signed = Memo::new(move |_| {
        let digest = digest.get();
        desk.in_room(session, |room| room.signatures(id, &digest).len()).unwrap_or(0)
    });
    let may = Memo::new(move |_| {
        let press = SessionAct::Seal { digest: String::new() };
        desk.may(Kind::Annex, id, scope, press.into()).is_ok()
    });
    let barred = Memo::new(move |_| signed.get() < 2 || !may.get());
    let press = move |_| {
        if !barred.get_untracked() {
            let act = SessionAct::Seal { digest: digest.get_untracked() };
            keep(trouble, vec![(Kind::Annex, id, scope, act.into())], || ());
        }
    };
    let writing = Writing::of(id, "words");
    let begin = move |_| {
        writing.set(Writing::begin(
            &page.with_untracked(|p| p.as_ref().map(|p| p.words.clone())).unwrap_or_default(),
        ));
    };
    let deeds = Callback::new(move |now: Writing| -> Vec<Deed> {
        vec![(Kind::Annex, id, scope, edit("words", now.from, now.to.trim()))]
    });
    let drop = move |_| keep(trouble, vec![(Kind::Annex, id, scope, Act::Withdraw)], || ());
    let tools = move || {
        writer.get().then(|| if writing.with(|writing| writing.begun) {
            view! { <Editor writing=writing label=a.words long=true deeds=deeds /> }
        } else {
            view! {
                <div class="btns">
                    <button type="button" class="btn" on:click=begin><Icon name="pen" />{says().write}</button>
                    <button type="button" class="btn" on:click=drop>{says().drop}</button>
                </div>
            }
        })
    };
    let lacks = move || if signed.get() < 2 { a.lacks } else { a.ready };
    view! {
        {tools}
        <Signing shown=shown about=id digest=digest />
        <p class="xs dim" id=format!("why-{id}")>{lacks}</p>
        <button type="button" class="btn" class:do=move || !barred.get() aria-describedby=format!("why-{id}")
            aria-disabled=move || barred.get().then_some("true") on:click=press><Icon name="lock" />{a.press}</button>
        <CommitTrouble error=trouble.said />
    }
}
