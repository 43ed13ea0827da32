//! 记一笔进度: words, numbers where it can be counted, pictures where somebody took some.

use std::rc::Rc;

use domain::{FollowAct, Form, Id, Kind, burden::Task, follow::progress};

use super::{
    deed::{Deed, Trouble, bar, keep},
    one::Shown,
    one_says,
};
use crate::{
    burden, clock,
    desk::desk,
    look::words,
    parts::{CommitTrouble, Icon, Picture, TakePicture},
    picture::Taken,
    prelude::*,
    screens::issue::{Line, draft},
};

/// What is written; it stays on the phone until it is saved or given up.
#[derive(Clone, Debug, Default, PartialEq, Form)]
#[form(default)]
struct Sheet {
    begun: bool,
    words: String,
    done: String,
    of: String,
    unit: String,
    pictures: Vec<Taken>,
}

impl Sheet {
    /// The note, and its pictures beside it.
    fn deeds(&self, action: Id, scope: domain::Scope) -> Vec<Deed> {
        let number = |typed: &str| typed.trim().parse().ok();
        let (done, of) = (number(&self.done), number(&self.of));
        // a number without its other half says nothing
        let whole = done.is_some() || of.is_some();
        let unit = Some(self.unit.trim().to_owned()).filter(|unit| whole && !unit.is_empty());
        let report = progress::Report { action, words: self.words.clone(), done, of, unit };
        let note = clock::fresh();
        let mut deeds = vec![(Kind::Progress, note, scope, FollowAct::Report(report).into())];
        let pictures = self.pictures.iter();
        deeds.extend(pictures.map(|taken| (Kind::Photo, taken.id, scope, taken.beside(note))));
        deeds
    }
}

/// The button that opens the box; why not, for those who may not.
#[component]
pub(super) fn Report(shown: Shown) -> AnyView {
    let (o, desk) = (one_says(), desk());
    let (id, scope) = shown.with_untracked(|doing| (doing.id, doing.scope));
    let form = draft::<Sheet>(format!("bandeng.report.{id}"));
    let may = Memo::new(move |_| {
        let sample = Sheet { words: "—".to_owned(), ..Sheet::default() };
        let on = shown.with(|doing| doing.action.state() != domain::follow::State::Closed);
        let deed = sample.deeds(id, scope).into_iter().next();
        on && deed.is_some_and(|deed| bar(desk, deed).is_none())
    });
    let begun = Memo::new(move |_| form.with(|form| form.begun));
    let begin = move |_| {
        // the numbers go on from where they were
        let last = untrack(|| desk.notes(id)).into_iter().map(|(_, note, _)| note.report);
        let last = last.into_iter().find(|report| report.of.is_some());
        let (of, unit) = last.map(|report| (report.of, report.unit)).unwrap_or_default();
        let of = of.map(|of| of.to_string()).unwrap_or_default();
        form.set(Sheet { begun: true, of, unit: unit.unwrap_or_default(), ..Sheet::default() });
    };
    child(move || match (may.get(), begun.get()) {
        (false, _) => None,
        (true, false) => Some(view! {
            <button type="button" class="btn" on:click=begin><Icon name="pen" />{o.report}</button>
        }),
        (true, true) => Some(view! { <Sheets id=id scope=scope form=form /> }),
    })
}

#[component]
fn Sheets(id: Id, scope: domain::Scope, form: RwSignal<Sheet>) -> AnyView {
    let (w, o, desk) = (words(), one_says(), desk());
    let trouble = Trouble::new();
    let cost = burden::task(Task::Report);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let deeds = form.with_untracked(|form| form.deeds(id, scope));
        keep(trouble, deeds, move || {
            cost.done(5);
            form.set(Sheet::default());
        });
    };
    let give_up = move |_| {
        let taken = form.with_untracked(|form| form.pictures.iter().map(|t| t.id).collect());
        form.set(Sheet::default());
        leptos::task::spawn_local(desk.leave_out(taken));
    };
    let part = move |read: fn(&Sheet) -> &String| {
        Signal::derive(move || form.with(|form| read(form).clone()))
    };
    let set = move |write: fn(&mut Sheet) -> &mut String| {
        Callback::new(move |typed| form.update(|form| *write(form) = typed))
    };
    view! {
        <form class="slip col" on:submit=save aria-label=o.report>
            <Line label=o.report_words value=part(|f| &f.words) set=set(|f| &mut f.words) long=true />
            <div class="counts">
                <Line label=o.count[0] kind="number" value=part(|f| &f.done) set=set(|f| &mut f.done) />
                <Line label=o.count[1] kind="number" value=part(|f| &f.of) set=set(|f| &mut f.of) />
                <Line label=o.count[2] value=part(|f| &f.unit) set=set(|f| &mut f.unit) />
            </div>
            <p class="hint">{o.count_hint}</p>
            <Pictures form=form />
            <div class="btns">
                <button class="btn do">{w.common.save}</button>
                <button type="button" class="btn" on:click=give_up>{w.common.cancel}</button>
            </div>
            <CommitTrouble error=trouble.said />
        </form>
    }
}

/// The pictures so far, each with the way out, and the button for one more.
#[component]
fn Pictures(form: RwSignal<Sheet>) -> AnyView {
    let (p, desk) = (words().pictures(), desk());
    let ids = Memo::new(move |_| {
        form.with(|form| form.pictures.iter().map(|taken| taken.id).collect::<Vec<Id>>())
    });
    let numbered = move || ids.get().into_iter().zip(1..).collect::<Vec<(Id, usize)>>();
    let taken = StoredValue::new(Rc::new(move |taken: Taken| {
        let id = taken.id;
        if form.try_update(|form| form.pictures.push(taken)).is_none() {
            // the form was left before it was there, and knows nothing of it
            leptos::task::spawn_local(desk.leave_out(vec![id]));
        }
    }) as Rc<dyn Fn(Taken)>);
    view! {
        <div class="field">
            <ul class="shots">
                <For each=numbered key=|(id, number)| format!("{id} {number}") children=move |(id, number)| {
                    let leave_out = move |_| {
                        form.update(|form| form.pictures.retain(|taken| taken.id != id));
                        leptos::task::spawn_local(desk.leave_out(vec![id]));
                    };
                    view! {
                        <li class="pic">
                            <Picture id=id name=(p.drafted)(number) />
                            <button type="button" class="ib" aria-label=(p.leave_out)(number) on:click=leave_out>
                                <Icon name="x" />
                            </button>
                        </li>
                    }
                } />
            </ul>
            <TakePicture there=Signal::derive(move || ids.with(Vec::len)) taken=taken />
        </div>
    }
}
