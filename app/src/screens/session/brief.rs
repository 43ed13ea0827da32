//! One question for somebody who cannot come: a link that is kept on this phone only, and the answer when it comes.

use domain::{
    Form, Id, Kind, Scope, SessionAct,
    session::{minutes::Brief, seal::digest_of, seat::Seated},
};

use super::{people::seats, voices::within};
use crate::{
    clock,
    desk::{CommitError, Desk, Evening, desk},
    look::words,
    parts::{CommitTrouble, HandOut, Icon, page_key, page_link, tongue},
    prelude::*,
    screens::issue::{Line, draft},
    shelf,
};

/// The section.
#[component]
pub(super) fn Briefs(shown: Memo<Evening>) -> AnyView {
    let (w, desk) = (words().gather().paper, desk());
    let id = shown.with_untracked(|evening| evening.id);
    let all = Memo::new(move |_| within::<Brief>(desk, id, &Kind::Brief));
    let open = Memo::new(move |_| {
        shown.with(|evening| evening.session.stage.ahead() && may_ask(desk, id))
    });
    child(move || {
        (open.get() || !all.with(Vec::is_empty)).then(|| {
            view! {
                <section class="col" aria-labelledby="briefs">
                    <div class="head"><h2 id="briefs">{w.brief.0}</h2></div>
                    <p class="hint">{w.brief.1}</p>
                    <ul class="col">
                        <For each=move || all.get() key=|(id, _)| id.to_string() let:one>
                            <li class="slip"><One id=one.0 shown=shown all=all /></li>
                        </For>
                    </ul>
                    {move || open.get().then(|| view! { <Ask session=id /> })}
                </section>
            }
        })
    })
}

fn may_ask(desk: Desk, session: Id) -> bool {
    let act = SessionAct::Brief { seat: Id::nil(), question: String::new(), key: String::new() };
    desk.may(Kind::Brief, Id::nil(), Scope::Session(session), act.into()).is_ok()
}

/// What is typed.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
struct Draft {
    seat: Option<Id>,
    question: String,
}

/// Asks somebody who sits by telephone.
#[component]
fn Ask(session: Id) -> AnyView {
    let (w, desk) = (words().gather().paper, desk());
    let far = Memo::new(move |_| {
        let mut far = seats(desk, session);
        far.retain(|(_, seated)| seated.seat.remote);
        far
    });
    child(move || {
        if far.with(Vec::is_empty) {
            return view! { <p class="sm dim">{w.nobody}</p> }.into_any();
        }
        view! { <AskForm session=session far=far /> }
    })
}

#[component]
fn AskForm(session: Id, far: Memo<Vec<(Id, Seated)>>) -> AnyView {
    let (w, desk) = (words().gather().paper, desk());
    let form = draft::<Draft>(format!("bandeng.ask.{session}"));
    let error = RwSignal::new(None::<CommitError>);
    let no_dice = RwSignal::new(false);
    let whom = move || {
        let first = far.with(|far| far.first().map(|(id, _)| *id));
        form.with(|form| form.seat).or(first)
    };
    let ask = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (Some(seat), Some(secret)) = (untrack(whom), clock::secret()) else {
            return no_dice.set(true);
        };
        let brief = clock::fresh();
        let question = form.with_untracked(|form| form.question.clone());
        let act = SessionAct::Brief { seat, question, key: digest_of(&secret) };
        leptos::task::spawn_local(async move {
            // before the question goes anywhere: without its link nobody could answer it
            if !shelf::write(&page_key(brief), &secret) {
                return no_dice.set(true);
            }
            match desk.commit(Kind::Brief, brief, Scope::Session(session), act.into()).await {
                Ok(_) => form.set(Draft::default()),
                Err(trouble) => {
                    shelf::clear(&page_key(brief));
                    error.set(Some(trouble));
                }
            }
        });
    };
    let options = move || {
        let options = far.get().into_iter().map(|(id, seated)| {
            let chosen = move || whom() == Some(id);
            view! { <option value=id.to_string() selected=chosen lang="zh-CN">{seated.seat.name}</option> }
        });
        options.collect_view()
    };
    let choose = move |event| {
        let seat = Id::try_parse(&event_target_value(&event)).ok();
        form.update(|form| form.seat = seat);
    };
    let value = Signal::derive(move || form.with(|form| form.question.clone()));
    let set = Callback::new(move |typed| form.update(|form| form.question = typed));
    view! {
        <form class="col" on:submit=ask>
            <label class="field">
                <span class="lab">{w.whom}</span>
                <select class="in" on:change=choose>{options}</select>
            </label>
            <Line label=w.question value=value set=set long=true />
            <button class="btn"><Icon name="link" />{w.ask}</button>
            <div role="alert">
                {move || no_dice.get().then(|| view! { <p class="err"><Icon name="warn" /><span>{w.no_secret}</span></p> })}
            </div>
            <CommitTrouble error=error />
        </form>
    }
}

/// A question that was asked: its link where it was made, and the answer.
#[component]
fn One(id: Id, shown: Memo<Evening>, all: Memo<Vec<(Id, Brief)>>) -> AnyView {
    let (w, desk) = (words().gather().paper, desk());
    let session = shown.with_untracked(|evening| evening.id);
    let brief = Memo::new(move |_| {
        all.with(|all| all.iter().find(|(other, _)| *other == id).map(|(_, brief)| brief.clone()))
    });
    let whom = move || {
        let seat = brief.get()?.seat;
        let seats = seats(desk, session);
        seats.into_iter().find(|(id, _)| *id == seat).map(|(_, seated)| seated.seat.name)
    };
    let answered =
        Memo::new(move |_| brief.with(|brief| brief.as_ref().is_some_and(|b| b.answer.is_some())));
    let link = StoredValue::new(page_link(id));
    let message = Signal::derive(move || {
        let topic = shown.with(|evening| evening.session.title.clone());
        let link = link.get_value().unwrap_or_default();
        (w.message)(&whom().unwrap_or_default(), &topic, &link)
    });
    view! {
        <p class="who"><b lang="zh-CN">{whom}</b></p>
        {move || brief.get().map(|brief| view! { <p class="song b" lang=tongue(&brief.question)>{brief.question.clone()}</p> })}
        {move || if answered.get() {
            view! { <p class="row xs pine"><Icon name="check" />{w.answered}</p> }.into_any()
        } else {
            view! {
                <p class="row xs och"><Icon name="clock" />{w.waits}</p>
                {match link.get_value() {
                    Some(link) => view! {
                        <p class="code-line">{link}</p>
                        <p class="xs dim">{w.link}</p>
                        <HandOut text=message />
                    }
                    .into_any(),
                    None => view! { <p class="xs dim">{w.link_away}</p> }.into_any(),
                }}
                <Reply session=session brief=id />
            }
            .into_any()
        }}
    }
}

/// Takes down an answer that was given over the telephone.
#[component]
fn Reply(session: Id, brief: Id) -> AnyView {
    let (w, desk) = (words().gather().paper, desk());
    let form = draft::<String>(format!("bandeng.reply.{brief}"));
    let named = RwSignal::new(false);
    let error = RwSignal::new(None);
    let may = Memo::new(move |_| {
        let act = SessionAct::Reply { words: String::new(), named: false };
        desk.may(Kind::Brief, brief, Scope::Session(session), act.into()).is_ok()
    });
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let act = SessionAct::Reply { words: form.get_untracked(), named: named.get_untracked() };
        leptos::task::spawn_local(async move {
            let kept = desk.commit(Kind::Brief, brief, Scope::Session(session), act.into()).await;
            if kept.is_ok() {
                form.set(String::new());
            }
            error.set(kept.err());
        });
    };
    let set = Callback::new(move |typed| form.set(typed));
    child(move || {
        may.get().then(|| {
            view! {
                <details>
                    <summary><Icon name="tel" />{w.by_phone}</summary>
                    <form class="col" on:submit=save>
                        <Line label=w.reply value=form set=set long=true />
                        <label class="tick">
                            <input type="checkbox" prop:checked=move || named.get()
                                on:change=move |event| named.set(event_target_checked(&event)) />
                            <span class="sm">{w.named}</span>
                        </label>
                        <button class="btn do">{words().common.save}</button>
                        <CommitTrouble error=error />
                    </form>
                </details>
            }
        })
    })
}
