//! The rail of lanes with their counts, and the sheet with the other filters.

use domain::{Category, Lane};
use wasm_bindgen::JsCast;

use super::{
    choices::{Choices, Pick},
    filter::{Filter, Part, Whose},
    lanes::Laid,
};
use crate::{
    desk::desk,
    look::words,
    parts::{Dialog, Icon},
    prelude::*,
};

/// So many pixels are kept between a chip with the focus and the edge.
const EDGE: i32 = 16;

/// Chips: the filters, all lanes, and each lane that has something in it.
#[component]
pub(super) fn Rail(laid: Memo<Laid>, filter: RwSignal<Filter>) -> AnyView {
    let w = words();
    let open = RwSignal::new(false);
    let total = Memo::new(move |_| laid.with(Laid::total));
    view! {
        <div class="chips rail" role="group" aria-label=w.board.lanes on:focusin=move |event| into_view(&event)>
            <button
                class="chip"
                aria-haspopup="dialog"
                class:on=move || filter.with(Filter::narrows)
                on:click=move |_| open.set(true)
            >
                <Icon name="filter" />
                {move || chosen(&filter.get())}
                <span class="sr">{w.board.filter}</span>
            </button>
            {chip(None, w.board.all, total, filter)}
            {Lane::ALL
                .map(|lane| {
                    let count = Memo::new(move |_| laid.with(|laid| laid.ids(lane).len()));
                    let shown = move || count.get() > 0 || filter.with(|filter| filter.lane == Some(lane));
                    move || shown().then(|| chip(Some(lane), (w.names.lane)(lane), count, filter))
                })
                .to_vec()}
        </div>
        <Dialog open=open title=w.board.filter sheet=true>
            <Sheet filter=filter total=total open=open />
        </Dialog>
    }
}

/// Browsers leave a chip that is half in sight where it is when it takes the focus; it should be seen whole.
fn into_view(event: &leptos::ev::FocusEvent) {
    let element = |target: Option<web_sys::EventTarget>| {
        target.and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok())
    };
    let (Some(chip), Some(rail)) = (element(event.target()), element(event.current_target()))
    else {
        return;
    };
    let (from, to) = (chip.offset_left(), chip.offset_left() + chip.offset_width());
    let (start, wide) = (rail.scroll_left(), rail.client_width());
    if from - EDGE < start {
        rail.set_scroll_left(from - EDGE);
    } else if to + EDGE > start + wide {
        rail.set_scroll_left(to + EDGE - wide);
    }
}

fn chip(
    lane: Option<Lane>,
    name: &'static str,
    count: Memo<usize>,
    filter: RwSignal<Filter>,
) -> AnyView {
    view! {
        <button
            class="chip"
            aria-pressed=move || filter.with(|filter| filter.lane == lane).to_string()
            on:click=move |_| filter.update(|filter| filter.lane = lane)
        >
            {name}" "<b>{move || count.get()}</b>
        </button>
    }
}

/// What is chosen in the sheet, so that nobody forgets it.
fn chosen(filter: &Filter) -> Option<String> {
    let (w, desk) = (words(), desk());
    let part = filter.part.map(|part| match part {
        Part::Whole => w.common.whole_village.to_owned(),
        Part::Group(group) => desk.place_name(group).unwrap_or_default(),
    });
    let category = filter.category.map(|category| (w.names.category)(category).to_owned());
    let whose = match filter.whose {
        Whose::Any => None,
        Whose::Mine => Some(w.board.mine.to_owned()),
        Whose::Entered => Some(w.board.entered.to_owned()),
    };
    let all: Vec<String> = [part, category, whose].into_iter().flatten().collect();
    (!all.is_empty()).then(|| all.join(" · "))
}

/// Category, group, and whose; what is chosen is seen behind the sheet at once.
#[component]
fn Sheet(filter: RwSignal<Filter>, total: Memo<usize>, open: RwSignal<bool>) -> AnyView {
    let (w, desk) = (words(), desk());
    let any = w.board.any.to_owned();
    let whose = [
        (any.clone(), Whose::Any),
        (w.board.mine.into(), Whose::Mine),
        (w.board.entered.into(), Whose::Entered),
    ];
    let groups = desk.village().map(|village| desk.groups(village)).unwrap_or_default();
    let parts = [(any.clone(), None), (w.common.whole_village.into(), Some(Part::Whole))];
    let parts = parts.into_iter().chain(
        groups
            .into_iter()
            .map(|(id, _)| (desk.place_name(id).unwrap_or_default(), Some(Part::Group(id)))),
    );
    let categories =
        Category::ALL.map(|category| ((w.names.category)(category).into(), Some(category)));
    let categories = std::iter::once((any, None)).chain(categories);
    let whose = whose
        .map(|(words, of)| choice(words, filter, move |f| f.whose == of, move |f| f.whose = of));
    let parts =
        parts.map(|(words, of)| choice(words, filter, move |f| f.part == of, move |f| f.part = of));
    let categories = categories.map(|(words, of)| {
        choice(words, filter, move |f| f.category == of, move |f| f.category = of)
    });
    view! {
        <div class="main">
            <Choices name="whose" legend=w.board.whose picks=whose.to_vec() />
            <Choices name="part" legend=w.board.group picks=parts.collect() />
            <Choices name="category" legend=w.board.category picks=categories.collect() />
        </div>
        <div class="foot btns">
            <button
                class="btn"
                on:click=move |_| filter.update(|filter| {
                    *filter = Filter { lane: filter.lane, letters: filter.letters.take(), ..Filter::default() };
                })
            >
                {w.board.unfilter}
            </button>
            <button class="btn do" on:click=move |_| open.set(false)>
                {move || (w.board.show)(total.get())}
            </button>
        </div>
    }
}

fn choice(
    words: String,
    filter: RwSignal<Filter>,
    is: impl Fn(&Filter) -> bool + Send + Sync + 'static,
    take: impl Fn(&mut Filter) + Send + Sync + 'static,
) -> Pick {
    Pick {
        words,
        chosen: Signal::derive(move || filter.with(&is)),
        take: Callback::new(move |()| filter.update(&take)),
    }
}
