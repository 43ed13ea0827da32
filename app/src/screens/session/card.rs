//! A session as a slip: what, when, where, and how far it has come.

use domain::{Id, Stage};

use crate::{
    clock,
    desk::{Evening, Whereabouts, desk},
    look::words,
    parts::{Icon, WhereaboutsBadge, tongue},
    prelude::*,
    routes::{Room, Route},
};

/// The slip; it is written anew in place when something arrives.
#[component]
pub(super) fn Card(id: Id) -> AnyView {
    let desk = desk();
    let evening = Memo::new(move |_| desk.evening(id));
    child(move || evening.get().map(|evening| slip(&evening)))
}

fn slip(evening: &Evening) -> AnyView {
    let w = words();
    let session = &evening.session;
    let local = evening.whereabouts == Whereabouts::Local;
    let title = title(evening);
    let count = session.issues.len();
    let issues = (count > 0).then(|| view! { <span>{(w.gather().list.issues)(count)}</span> });
    view! {
        <article class="slip evening" class:local=local data-stage=session.stage.as_str()>
            <div class="row">
                <StageTag stage=session.stage />
                <span class="end"><WhereaboutsBadge at=evening.whereabouts /></span>
            </div>
            <h3>
                <a href=Route::Session(evening.id, Room::Overview).path() lang=tongue(&title)>
                    {title.clone()}
                </a>
            </h3>
            <DayAndPlace on=session.on place=session.place.clone() />
            <p class="meta">
                <span>{words::session::mode(w.lang, session.mode)}</span>
                {issues}
            </p>
        </article>
    }
}

/// The topic in the reader's language.
pub(super) fn title(evening: &Evening) -> String {
    let session = &evening.session;
    match words().lang {
        words::Lang::Zh => session.title.clone(),
        words::Lang::En => session.title_en.clone().unwrap_or_else(|| session.title.clone()),
    }
}

/// When and where, or that neither is settled.
#[component]
pub(super) fn DayAndPlace(on: Option<domain::Millis>, place: Option<String>) -> AnyView {
    let w = words();
    let l = w.gather().list;
    let day = on.map_or_else(|| l.no_day.to_owned(), |on| w.lang.evening(on, clock::now()));
    let lang = place.is_some().then_some("zh-CN");
    let place = place.unwrap_or_else(|| l.no_place.to_owned());
    view! {
        <p class="row sit"><Icon name="cal" /><b>{day}</b></p>
        <p class="row sit"><Icon name="map" /><span lang=lang>{place}</span></p>
    }
}

/// The name of a stage, in the tone it has.
#[component]
pub(super) fn StageTag(stage: Stage) -> AnyView {
    let class = match stage {
        Stage::Planned | Stage::Researching => "tag",
        Stage::Noticed | Stage::Ready | Stage::InSession => "tag go",
        Stage::Drafting | Stage::Checking | Stage::Postponed => "tag wait",
        Stage::Sealed
        | Stage::HandedOver
        | Stage::Acting
        | Stage::Closed
        | Stage::Revisited
        | Stage::Archived => "tag far",
        Stage::Cancelled => "tag stop",
    };
    view! { <span class=class>{words::session::stage(words().lang, stage)}</span> }
}
