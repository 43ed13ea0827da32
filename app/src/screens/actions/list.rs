//! The list: who waits to be told, what waits for the reader, and the actions, tab by tab.

use domain::{
    FollowAct, Id, Scope,
    follow::{Satisfaction, notice, rating},
};

use super::{
    card::Card,
    echo::{Waiting, waits},
    export::Export,
    lanes::{Filter, Laid, Part, Tab, WINDOW, keep, kept, lay},
    list_says,
    loud::{Loud, news},
    says,
};
use crate::{
    desk::{Desk, Glance, desk},
    parts::{Frame, Icon, NetLine},
    prelude::*,
};

/// What was read off all actions, and the tabs they lie in: made once for all taps.
pub(super) type All = Memo<Vec<Glance>>;

/// The screen.
#[component]
pub(super) fn ListScreen() -> AnyView {
    let desk = desk();
    let filter = RwSignal::new(kept());
    Effect::new(move |_| keep(filter.get()));
    let village = Memo::new(move |_| desk.village());
    let all: All = Memo::new(move |_| desk.glances());
    let none = Memo::new(move |_| all.with(Vec::is_empty));
    let part = Memo::new(move |_| part(desk));
    let search = Memo::new(move |_| filter.with(Filter::search));
    let laid = Memo::new(move |_| {
        let now = desk.now();
        let (search, part) = (search.get(), part.get());
        all.with(|all| lay(all, &search, part, now))
    });
    // made once and hidden elsewhere, however often the reader comes back to the first tab
    let (owed, news) = (waits(desk), news(desk));
    let first =
        Memo::new(move |_| filter.with(|f| f.tab == Tab::First && f.letters.is_empty() && !f.mine));
    grow(filter);
    let seeking = seeking(filter);
    let top = view! {
        <header class="top">
            <div class="row">
                <h1 class="grow" tabindex="-1">{says().title}</h1>
                <button type="button" class="ib" aria-label=list_says().find
                    aria-expanded=move || seeking.get().to_string()
                    on:click=move |_| seeking.update(|seeking| *seeking = !*seeking)>
                    <Icon name="search" />
                </button>
                <Export all=all laid=laid filter=filter />
            </div>
            <NetLine />
        </header>
    };
    view! {
        <Frame top=top.into_any() foot=None over=None>
            {move || match (village.get(), none.get()) {
                (None, _) => nothing(list_says().away, ()),
                (Some(_), true) => view! {
                    <Waiting owed=owed />
                    <Loud news=news />
                    {nothing(list_says().empty, ())}
                }
                .into_any(),
                (Some(_), false) => view! {
                    <Tabs laid=laid filter=filter />
                    {move || seeking.get().then(|| view! { <Find laid=laid filter=filter /> })}
                    <div class="over" hidden=move || !first.get()>
                        <Waiting owed=owed />
                        <Loud news=news />
                    </div>
                    <Cards all=all laid=laid filter=filter />
                }
                .into_any(),
            }}
        </Frame>
    }
}

/// Draws the cards below those in sight, a few after each frame.
fn grow(filter: RwSignal<Filter>) {
    let grows = Memo::new(move |_| filter.with(|filter| (filter.grows(), filter.shown)));
    Effect::new(move |_| {
        if grows.get().0 {
            // after the frame that shows those before
            request_animation_frame(move || {
                set_timeout(move || filter.update(Filter::grow), std::time::Duration::ZERO);
            });
        }
    });
}

/// Whether the search row is open. What nobody sees at work hides nothing.
fn seeking(filter: RwSignal<Filter>) -> RwSignal<bool> {
    let narrowed = filter.with_untracked(|filter| filter.mine || !filter.letters.is_empty());
    let seeking = RwSignal::new(narrowed);
    Effect::new(move |_| {
        let narrowed = || filter.with_untracked(|f| f.mine || !f.letters.is_empty());
        if !seeking.get() && narrowed() {
            filter.update(|filter| (filter.mine, filter.letters) = (false, String::new()));
        }
    });
    seeking
}

/// What the reader may do in this village; tracked.
fn part(desk: Desk) -> Part {
    let Some(village) = desk.village() else { return Part::default() };
    let who = desk.who();
    let may = |act| notice::allowed(&who, Scope::Village(village), act);
    let rate = rating::Rate { result: Satisfaction::Satisfied, ..rating::Rate::default() };
    Part {
        rates: may(FollowAct::Rate(rate)),
        checks: may(FollowAct::Check { ok: true, words: None }),
        grants: may(FollowAct::GiveTime { due: None, why: None }),
    }
}

/// There is nothing to show.
fn nothing((heading, hint): (&'static str, &'static str), way: impl IntoAny) -> AnyView {
    view! {
        <div class="state">
            <svg class="stool" aria-hidden="true"><use href="#i-stool" /></svg>
            <h2>{heading}</h2>
            <p>{hint}</p>
            {way.into_any()}
        </div>
    }
    .into_any()
}

/// The tabs, each with how much lies there.
#[component]
fn Tabs(laid: Memo<Laid>, filter: RwSignal<Filter>) -> AnyView {
    let l = list_says();
    let tabs = Tab::ALL.map(|tab| {
        let count = Memo::new(move |_| laid.with(|laid| laid.ids(tab).len()));
        let here = Memo::new(move |_| filter.with(|filter| filter.tab == tab));
        let shown = move || tab == Tab::First || count.get() > 0 || here.get();
        let go = move |_| {
            filter.update(|filter| {
                filter.tab = tab;
                filter.anew();
            });
        };
        let count = move || (tab != Tab::First).then(|| view! { " "<b>{count.get()}</b> });
        move || {
            shown().then(|| {
                view! {
                    <button type="button" aria-current=move || here.get().then_some("true") on:click=go>
                        {l.tab[tab as usize]}{count}
                    </button>
                }
            })
        }
    });
    view! { <nav class="tabs" aria-label=l.tabs>{tabs.to_vec()}</nav> }
}

/// The search row, and the chip for what is the reader's.
#[component]
fn Find(laid: Memo<Laid>, filter: RwSignal<Filter>) -> AnyView {
    let l = list_says();
    let typed = move |event| {
        let letters = event_target_value(&event);
        filter.update(|filter| {
            filter.letters = letters;
            filter.anew();
        });
    };
    let mine = move || filter.with(|filter| filter.mine);
    let tap = move |_| {
        filter.update(|filter| {
            filter.mine = !filter.mine;
            filter.anew();
        });
    };
    let found = move || {
        let asked = filter.with(|filter| filter.mine || !filter.letters.trim().is_empty());
        asked.then(|| (l.found)(laid.with(|laid| laid.ids(filter.with(|f| f.tab)).len())))
    };
    view! {
        <div class="row seek">
            <label class="find grow">
                <Icon name="search" />
                <span class="sr">{l.find}</span>
                <input class="in" type="search" placeholder=l.find autocomplete="off"
                    prop:value=move || filter.with(|filter| filter.letters.clone()) on:input=typed />
            </label>
            <button type="button" class="chip" aria-pressed=move || mine().to_string() on:click=tap>{l.mine}</button>
        </div>
        <p class="sr" role="status">{found}</p>
    }
}

/// The cards of the tab that is open: as many as are asked for.
#[component]
fn Cards(all: All, laid: Memo<Laid>, filter: RwSignal<Filter>) -> AnyView {
    let l = list_says();
    let total = Memo::new(move |_| laid.with(|laid| laid.ids(filter.with(|f| f.tab)).len()));
    let shown = Memo::new(move |_| {
        let (tab, most) = filter.with(|filter| (filter.tab, filter.shown));
        laid.with(|laid| laid.ids(tab).iter().take(most).copied().collect::<Vec<Id>>())
    });
    let more = move || {
        let rest = total.get().saturating_sub(filter.with(|filter| filter.wanted));
        (rest > 0).then(|| {
            let next = rest.min(WINDOW);
            let go = move |_| filter.update(|filter| filter.wanted += WINDOW);
            view! { <button type="button" class="btn" on:click=go><Icon name="down" />{(l.more)(next)}</button> }
        })
    };
    let none = move || {
        shown.with(Vec::is_empty).then(|| {
            let narrow = filter.with(|f| f.mine || !f.letters.trim().is_empty());
            let clear = move |_| filter.update(|f| (f.mine, f.letters) = (false, String::new()));
            if narrow {
                let way =
                    view! { <button type="button" class="btn" on:click=clear>{l.all}</button> };
                nothing(l.none, way)
            } else {
                nothing(l.calm, ())
            }
        })
    };
    view! {
        <ul class="col doings">
            <For each=move || shown.get() key=|id| id.to_string() let:id>
                <Card id=id all=all />
            </For>
        </ul>
        {none}
        {more}
    }
}
