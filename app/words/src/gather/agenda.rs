//! The agenda: timed parts.

/// What the screen says.
#[derive(Debug)]
pub struct Agenda {
    /// Its heading.
    pub title: &'static str,
    /// All of it: how many minutes, and when it ends.
    pub total: fn(u32, Option<&str>) -> String,
    /// So many minutes.
    pub minutes: fn(u32) -> String,
    /// One minute less; one more: of a part by name.
    pub less: fn(&str) -> String,
    /// One more.
    pub more: fn(&str) -> String,
    /// Writes its name anew.
    pub rename: fn(&str) -> String,
    /// Moves a part up.
    pub up: fn(&str) -> String,
    /// Moves it down.
    pub down: fn(&str) -> String,
    /// Takes it away.
    pub remove: fn(&str) -> String,
    /// Over the box for one more.
    pub add: &'static str,
    /// What it is for.
    pub topic: &'static str,
    /// Its own name.
    pub name: &'static str,
    /// The button.
    pub add_it: &'static str,
    /// Begins anew with the mode's template.
    pub template: &'static str,
    /// It is kept as it is tapped.
    pub kept: &'static str,
    /// It cannot be changed any more.
    pub fixed: &'static str,
    /// Villagers speak first, a reminder when they come after experts.
    pub first: &'static str,
}

pub(crate) static ZH: Agenda = Agenda {
    title: "议程",
    total: |minutes, end| match end {
        Some(end) => format!("一共 {minutes} 分钟，大约 {end} 散会"),
        None => format!("一共 {minutes} 分钟"),
    },
    minutes: |n| format!("{n} 分钟"),
    less: |part| format!("{part}少 1 分钟"),
    more: |part| format!("{part}多 1 分钟"),
    rename: |part| format!("给{part}改名"),
    up: |part| format!("{part}往前"),
    down: |part| format!("{part}往后"),
    remove: |part| format!("去掉{part}"),
    add: "加一项",
    topic: "做什么",
    name: "名称",
    add_it: "加上",
    template: "照模板重来",
    kept: "点一下就存在这部手机了。",
    fixed: "会已经开了，议程不再改。",
    first: "专家排在村民前面了。村民先说，话才说得开。",
};

pub(crate) static EN: Agenda = Agenda {
    title: "Agenda",
    total: |minutes, end| match end {
        Some(end) => format!("{minutes} minutes in all, until about {end}"),
        None => format!("{minutes} minutes in all"),
    },
    minutes: |n| format!("{n} min"),
    less: |part| format!("{part}: one minute less"),
    more: |part| format!("{part}: one minute more"),
    rename: |part| format!("{part}: write its name anew"),
    up: |part| format!("{part}: move up"),
    down: |part| format!("{part}: move down"),
    remove: |part| format!("{part}: take away"),
    add: "One more part",
    topic: "What for",
    name: "Name",
    add_it: "Add",
    template: "Begin anew with the template",
    kept: "Each tap is on this phone at once.",
    fixed: "The session has begun; the agenda stays as it is.",
    first: "Experts come before villagers. Where villagers speak first, they speak freely.",
};
