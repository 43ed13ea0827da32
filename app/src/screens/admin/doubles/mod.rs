//! 重复登记: who looks as if entered twice, and which issues of two villages look like one. The server looks for them when the
//! page opens; what is said to be one, or two, is written at once.

mod find;
mod people;
mod sure;
mod twins;

use domain::{
    Fields, Id,
    doubles::{Asunder, Doubles},
};

use self::{
    find::FindTwo,
    people::PairCard,
    sure::{Question, Sure},
    twins::TwinsCard,
};
use crate::{
    desk::{Desk, desk},
    look::words,
    parts::{Icon, net_words},
    prelude::*,
    replica::{Net, NetError},
    screens::district::region,
};

/// What all parts of the page share.
#[derive(Clone, Copy)]
struct Table {
    desk: Desk,
    region: Id,
    heard: RwSignal<Option<Result<Doubles, NetError>>>,
    /// What was done just now.
    said: RwSignal<Option<&'static str>>,
    failed: RwSignal<Option<NetError>>,
    /// What is asked before it is done, and whether it is asked now.
    asked: RwSignal<Option<Question>>,
    open: RwSignal<bool>,
}

impl Table {
    /// Takes every pair with one of these off the page.
    fn clear(self, ids: [Id; 2], both: bool) {
        let off = |one: Id, other: Id| {
            let [a, b] = [one, other].map(|id| ids.contains(&id));
            if both { a && b } else { a || b }
        };
        self.heard.update(|heard| {
            if let Some(Ok(told)) = heard {
                told.people.retain(
                    |pair| !matches!(&pair.both[..], [one, other] if off(one.person, other.person)),
                );
                told.issues.retain(
                    |twins| !matches!(&twins.both[..], [one, other] if off(one.issue, other.issue)),
                );
            }
        });
    }

    /// Tells the server that two are two.
    fn part(self, one: Id, other: Id, parted: &'static str) {
        let path = format!("/api/v1/district/{}/doubles/asunder", self.region);
        leptos::task::spawn_local(async move {
            match Net::ask::<Fields>(&path, &Asunder { one, other }).await {
                Ok(_) => {
                    self.clear([one, other], true);
                    self.failed.set(None);
                    self.said.set(Some(parted));
                }
                Err(error) => self.failed.set(Some(error)),
            }
        });
    }
}

/// The page.
#[component]
pub(super) fn DoublesPage() -> AnyView {
    let desk = desk();
    let mine = Memo::new(move |_| region(desk));
    child(move || mine.get().map(|region| view! { <Page region=region /> }))
}

#[component]
fn Page(region: Id) -> AnyView {
    let d = words().doubles();
    let heard = RwSignal::new(None);
    let (said, failed) = (RwSignal::new(None), RwSignal::new(None));
    let (asked, open) = (RwSignal::new(None), RwSignal::new(false));
    let table = Table { desk: desk(), region, heard, said, failed, asked, open };
    let path = format!("/api/v1/district/{region}/doubles");
    leptos::task::spawn_local(async move {
        let told = Net::read(&path).await;
        // where the page is gone by then nothing is laid down
        heard.set(Some(told));
    });
    let told = move || {
        said.get().map(|said| {
            view! {
                <p class="note"><Icon name="check" /><span>{said}</span></p>
            }
        })
    };
    let wrong =
        move || {
            failed.get().map(|error| view! {
            <p class="err"><Icon name="warn" /><span>{net_words(&error, d.offline)}</span></p>
        })
        };
    let people =
        move || heard.with(|heard| told_of(heard.as_ref()).map(|told| told.people.clone()));
    let issues =
        move || heard.with(|heard| told_of(heard.as_ref()).map(|told| told.issues.clone()));
    let waits = move || {
        heard.with(|heard| {
            match heard {
            None => Some(view! { <p class="dim sm">{d.looking}</p> }.into_any()),
            Some(Err(error)) => Some(view! {
                <p class="note"><Icon name="info" /><span>{net_words(error, d.offline)}</span></p>
            }.into_any()),
            Some(Ok(_)) => None,
        }
        })
    };
    let more = move |issues: bool| {
        let more = heard.with(|heard| told_of(heard.as_ref()).map(|told| told.more));
        let more = more.map_or(0, |(people, other)| if issues { other } else { people });
        (more > 0).then(|| view! { <p class="xs dim">{(d.more)(more)}</p> })
    };
    view! {
        <div class="col doubles">
            <p class="sm">{d.about}</p>
            <div role="status">{told}</div>
            <div role="alert">{wrong}</div>
            {waits}
            <section class="slip" aria-labelledby="like-people">
                <div class="head"><h2 id="like-people">{d.people}</h2></div>
                {move || people().filter(Vec::is_empty).map(|_| view! { <p class="dim sm">{d.none[0]}</p> })}
                <ul class="twos">{move || people().unwrap_or_default().into_iter().map(|pair| {
                    view! { <li><PairCard table=table pair=pair /></li> }
                }).collect_view()}</ul>
                {move || more(false)}
            </section>
            <FindTwo table=table />
            <section class="slip" aria-labelledby="like-issues">
                <div class="head"><h2 id="like-issues">{d.issues}</h2></div>
                {move || issues().filter(Vec::is_empty).map(|_| view! { <p class="dim sm">{d.none[1]}</p> })}
                <ul class="twos">{move || issues().unwrap_or_default().into_iter().map(|twins| {
                    view! { <li><TwinsCard table=table twins=twins /></li> }
                }).collect_view()}</ul>
                {move || more(true)}
            </section>
            <Sure table=table />
        </div>
    }
    .into_any()
}

fn told_of(heard: Option<&Result<Doubles, NetError>>) -> Option<&Doubles> {
    heard.and_then(|heard| heard.as_ref().ok())
}
