//! What the bench costs everybody: on average, by task, with what that means beside it.

use domain::burden::{Sum, Sums, Task, mean};

use super::trouble;
use crate::{
    look::words,
    prelude::*,
    replica::{Net, NetError},
};

/// The figures of the last 90 days, told by the server.
#[component]
pub(crate) fn Cost(
    /// How it stands on the page.
    #[prop(default = "col")]
    class: &'static str,
    /// Counts up whenever it is time to ask anew.
    #[prop(optional)]
    again: Option<RwSignal<u32>>,
) -> AnyView {
    let o = words().office();
    let told = RwSignal::new(None::<Result<Sums, NetError>>);
    Effect::new(move |_| {
        again.iter().for_each(|again| again.track());
        leptos::task::spawn_local(async move {
            let sums = Net::read("/api/v1/burden/sums").await;
            // what was told stays until something else is
            if sums.is_ok() || told.try_get_untracked().flatten().is_none() {
                told.set(Some(sums));
            }
        });
    });
    let figures = move || match told.get() {
        None => view! { <span class="skel w3"></span> }.into_any(),
        Some(Err(error)) => view! { <p class="sm dim">{trouble(&error)}</p> }.into_any(),
        Some(Ok(Sums { sums })) if sums.is_empty() => {
            view! { <p class="sm dim">{o.cost_none}</p> }.into_any()
        }
        Some(Ok(Sums { sums })) => table(&sums),
    };
    view! {
        <section class=class aria-labelledby="cost">
            <div class="head"><h2 id="cost">{o.cost}</h2></div>
            {figures}
            <p class="xs dim">{o.cost_means}</p>
        </section>
    }
}

/// A line for each task: nobody is ranked, so they stand in the order of the work.
fn table(sums: &[Sum]) -> AnyView {
    let o = words().office();
    let rows = Task::ALL.into_iter().filter_map(|task| {
        let sum = sums.iter().find(|sum| sum.task == task)?;
        let mean = |all| mean(all, sum.times);
        let told = (o.mean)(sum.times, mean(sum.fields), mean(sum.seconds));
        Some(view! { <dt>{(o.task)(task)}</dt><dd>{told}</dd> })
    });
    view! { <dl class="kv">{rows.collect_view()}</dl> }.into_any()
}
