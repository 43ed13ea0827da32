//! The day, the hour and the place, as they are typed.

use domain::{Form, Millis};

use crate::{
    look::words,
    prelude::*,
    screens::issue::{Line, local, moment},
};

/// What is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form)]
#[form(default)]
pub(super) struct When {
    pub(super) day: String,
    pub(super) time: String,
    pub(super) place: String,
    pub(super) rain: String,
}

/// A day without an hour, or an hour without a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Half;

impl When {
    /// As a session has it.
    pub(super) fn of(on: Option<Millis>, place: Option<&String>) -> Self {
        let whole = on.map(local).unwrap_or_default();
        let (day, time) = whole.split_once('T').unwrap_or_default();
        let place = place.cloned().unwrap_or_default();
        Self { day: day.to_owned(), time: time.to_owned(), place, rain: String::new() }
    }

    /// The moment; none while nothing is typed.
    pub(super) fn moment(&self) -> Result<Option<Millis>, Half> {
        match (self.day.trim(), self.time.trim()) {
            ("", "") => Ok(None),
            (day, time) => moment(&format!("{day}T{time}")).map(Some).ok_or(Half),
        }
    }

    /// The place in one line; none while nothing is typed.
    pub(super) fn whole_place(&self, with_rain: fn(&str, &str) -> String) -> Option<String> {
        match (self.place.trim(), self.rain.trim()) {
            ("", _) => None,
            (place, "") => Some(place.to_owned()),
            (place, rain) => Some(with_rain(place, rain)),
        }
    }
}

/// The boxes.
#[component]
pub(super) fn WhenBoxes(form: RwSignal<When>) -> AnyView {
    let w = words().gather().plan;
    let part = move |read: fn(&When) -> &String| {
        Signal::derive(move || form.with(|form| read(form).clone()))
    };
    let set = move |write: fn(&mut When) -> &mut String| {
        Callback::new(move |typed| form.update(|form| *write(form) = typed))
    };
    let day = part(|form| &form.day);
    let set_day = Callback::new(move |typed: String| {
        form.update(|form| {
            // people sit down after supper
            if form.time.is_empty() && !typed.is_empty() {
                form.time = "19:00".into();
            }
            form.day = typed;
        });
    });
    view! {
        <div class="when">
            <Line label=w.day value=day set=set_day kind="date" />
            <Line label=w.time value=part(|form| &form.time) set=set(|form| &mut form.time) kind="time" />
        </div>
        <Line label=w.place value=part(|form| &form.place) set=set(|form| &mut form.place) />
        <Line label=w.rain value=part(|form| &form.rain) set=set(|form| &mut form.rain) />
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn when(day: &str, time: &str) -> When {
        When { day: day.into(), time: time.into(), ..When::default() }
    }

    #[test]
    fn a_day_wants_an_hour_and_an_hour_a_day() {
        assert_eq!(when("", "").moment(), Ok(None));
        assert_eq!(when("2026-09-18", "19:00").moment(), Ok(Some(1_789_729_200_000)));
        assert_eq!(when("2026-09-18", "").moment(), Err(Half));
        assert_eq!(when("", "19:00").moment(), Err(Half));
        let again = When::of(Some(1_789_729_200_000), Some(&"晒谷场".to_owned()));
        assert_eq!((again.day.as_str(), again.time.as_str()), ("2026-09-18", "19:00"));
    }

    #[test]
    fn rain_has_a_place_only_beside_a_place() {
        let with = |place: &str, rain: &str| format!("{place}/{rain}");
        let typed = |place: &str, rain: &str| When {
            place: place.into(),
            rain: rain.into(),
            ..When::default()
        };
        assert_eq!(typed("", "祠堂").whole_place(with), None);
        assert_eq!(typed("晒谷场", " ").whole_place(with).as_deref(), Some("晒谷场"));
        assert_eq!(typed("晒谷场", "祠堂").whole_place(with).as_deref(), Some("晒谷场/祠堂"));
    }
}
