//! A box for a month: the ones of this year and of the next, or of a year that is looked at.

use domain::plan::Month;

use super::says;
use crate::prelude::*;

/// So many months can be chosen.
const MANY: u32 = 24;

/// The box.
#[component]
pub(super) fn MonthBox(
    /// What is asked.
    label: &'static str,
    /// The month.
    value: RwSignal<Month>,
    /// The first that can be chosen.
    from: Month,
) -> AnyView {
    let pick = move |event| {
        if let Some(when) = read(&event_target_value(&event)) {
            value.set(when);
        }
    };
    let choices = move || {
        let now = value.get();
        let choice = |when: Month| {
            let told = (says().when)(when.year, when.month);
            view! { <option value=written(when) selected=when == now>{told}</option> }
        };
        (0..MANY).map(|n| choice(from.after(n))).collect_view()
    };
    view! {
        <label class="field">
            <span class="lab">{label}</span>
            <select class="in" on:change=pick>{choices}</select>
        </label>
    }
}

fn written(when: Month) -> String {
    format!("{}-{}", when.year, when.month)
}

fn read(typed: &str) -> Option<Month> {
    let (year, month) = typed.split_once('-')?;
    Some(Month { year: year.parse().ok()?, month: month.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_that_was_written_is_read_again() {
        let when = Month { year: 2026, month: 12 };
        assert_eq!(read(&written(when)), Some(when));
        assert_eq!(read("2026"), None);
        assert_eq!(when.after(1), Month { year: 2027, month: 1 });
    }
}
