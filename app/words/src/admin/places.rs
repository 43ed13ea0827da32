//! 地方和人: the map of a region, and who is what there until when.

use domain::place::Level;

use crate::{Lang, Words};

/// What the page says.
#[derive(Debug)]
pub struct Places {
    /// The search line.
    pub find: &'static str,
    /// Nothing has these letters.
    pub none: &'static str,
    /// So many villages, beside a town.
    pub villages: fn(usize) -> String,
    /// Villages that lie in no town.
    pub no_town: &'static str,
    /// The button of a place's sheet, on its row.
    pub edit: &'static str,
    /// The same, said whole: of which place.
    pub edit_of: fn(&str) -> String,
    /// The way to its people.
    pub people: &'static str,
    /// The same, said whole.
    pub people_of: fn(&str) -> String,
    /// The region's own people.
    pub region: &'static str,
    /// A village that has not arrived yet has nobody to ask in.
    pub not_there: &'static str,
    /// Between two of several.
    pub comma: &'static str,
    /// Groups, before their names.
    pub groups: &'static str,
    /// The team in office.
    pub team: &'static str,
    /// From a day, and until a day where it is known.
    pub term: fn(&str, Option<&str>) -> String,
    /// No team is written down.
    pub no_team: &'static str,
    /// Nobody is this yet.
    pub lacks: fn(&str) -> String,
    /// Until a day.
    pub until: fn(&str) -> String,
    /// Roles that end soon: the heading.
    pub soon: &'static str,
    /// Beside such a role.
    pub ends: &'static str,
    /// Name, English name.
    pub names: [&'static str; 2],
    /// Where it stands among its siblings: which, of how many.
    pub order: fn(usize, usize) -> String,
    /// Earlier, later.
    pub moves: [&'static str; 2],
    /// What lies in it.
    pub within: &'static str,
    /// Add one of this size.
    pub add: fn(Level) -> &'static str,
    /// What a new one is called.
    pub ask: fn(Level) -> &'static str,
    /// The button that adds it.
    pub save: &'static str,
    /// What a new village begins with.
    pub begins: &'static str,
}

impl Words {
    /// The map of a region, and who is what there.
    #[must_use]
    pub fn places(&self) -> &'static Places {
        match self.lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }
}

static ZH: Places = Places {
    find: "按名字找村",
    none: "没有这个名字的村。",
    villages: |count| format!("{count} 个村"),
    no_town: "不属于哪个镇的村",
    edit: "改",
    edit_of: |name| format!("改{name}：名字、次序、添下一级"),
    people: "人和身份",
    people_of: |name| format!("{name}的人和身份"),
    region: "全区的人",
    not_there: "送到以后，就可以在这里请村书记、记录员进来。",
    comma: "、",
    groups: "小组",
    team: "班子",
    term: |from, until| match until {
        Some(until) => format!("{from}起，到 {until}"),
        None => format!("{from}起"),
    },
    no_team: "这一届还没登记",
    lacks: |role| format!("还没有{role}"),
    until: |day| format!("到 {day}"),
    soon: "60 天内到期的身份",
    ends: "快到期",
    names: ["名字", "英文名"],
    order: |at, of| format!("排在第 {at}，共 {of} 个"),
    moves: ["往前一位", "往后一位"],
    within: "下面有",
    add: |level| match level {
        Level::District | Level::Town => "添一个镇",
        Level::Village => "添一个村",
        Level::Group => "添一个组",
    },
    ask: |level| match level {
        Level::District | Level::Town => "新镇叫什么",
        Level::Village => "新村叫什么",
        Level::Group => "新组叫什么",
    },
    save: "添上",
    begins: "添了村，区政协办当时就能在里面记事；接着请村书记和记录员进来。",
};

static EN: Places = Places {
    find: "Find a village by name",
    none: "No village has this name.",
    villages: |count| if count == 1 { "1 village".into() } else { format!("{count} villages") },
    no_town: "Villages of no town",
    edit: "Change",
    edit_of: |name| format!("Change {name}: names, order, what lies in it"),
    people: "People and roles",
    people_of: |name| format!("People and roles of {name}"),
    region: "People of the whole district",
    not_there: "Once it has arrived, a secretary and a recorder can be asked in here.",
    comma: ", ",
    groups: "Groups",
    team: "Team",
    term: |from, until| match until {
        Some(until) => format!("from {from} until {until}"),
        None => format!("from {from}"),
    },
    no_team: "no term of office is written down yet",
    lacks: |role| format!("no {role} yet"),
    until: |day| format!("until {day}"),
    soon: "Roles that end within 60 days",
    ends: "ends soon",
    names: ["Name", "English name"],
    order: |at, of| format!("Stands as number {at} of {of}"),
    moves: ["One earlier", "One later"],
    within: "In it",
    add: |level| match level {
        Level::District | Level::Town => "Add a town",
        Level::Village => "Add a village",
        Level::Group => "Add a group",
    },
    ask: |level| match level {
        Level::District | Level::Town => "Name of the new town",
        Level::Village => "Name of the new village",
        Level::Group => "Name of the new group",
    },
    save: "Add it",
    begins: "The office can work in a new village at once; then ask its secretary and recorder in.",
};
