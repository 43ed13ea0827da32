//! What was planned, as the domain lays the year's table.

use domain::plan::{Bench, Mark, Month, year_of};
use domain::session::{Convened, Stage};
use domain::{Id, Kind, Record};

use super::{All, Asked};

impl All {
    /// The plans and the sessions of some villages.
    fn planned(&self, villages: &[Id]) -> Vec<&Record> {
        let of = |record: &&Record| matches!(record.kind, Kind::Plan | Kind::Session);
        let here = |record: &&Record| self.village(record).is_some_and(|v| villages.contains(&v));
        self.records.values().filter(of).filter(here).collect()
    }

    /// The table of a year, for some villages.
    pub(crate) fn year(&self, villages: &[Id], year: u32) -> Vec<Bench> {
        year_of(self.planned(villages).into_iter(), year)
    }

    pub(super) fn benches(&self, asked: &Asked<'_>) -> Vec<&'static str> {
        let planned = self.planned(asked.villages);
        let years = asked.of.map_or(2020..=2030, |of| of.year..=of.year);
        let within =
            |when: Month| asked.months().is_none_or(|[from, to]| from <= when && when < to);
        let all = years.flat_map(|year| year_of(planned.iter().copied(), year));
        let all = all.filter(|bench| bench.mark != Mark::Off && within(bench.when));
        let stage = |id: Id| self.records[&id].read::<Convened>().unwrap().stage;
        let part = |bench: Bench| match (bench.mark, bench.session.map(stage)) {
            (Mark::Sat, _) => "held",
            (_, None) => "unconvened",
            (_, Some(Stage::Postponed)) => "postponed",
            (_, Some(_)) => "ahead",
        };
        all.map(part).collect()
    }
}
