//! Who has checked what is quoted, and who is still to be asked.

/// What the tally says.
#[derive(Debug)]
pub struct Roll {
    /// Over who has checked.
    pub heading: &'static str,
    /// So many of so many people.
    pub of: fn(usize, usize) -> String,
    /// A row: face to face.
    pub here: &'static str,
    /// A row: on the own phone.
    pub own: &'static str,
    /// A row: on paper.
    pub paper: &'static str,
    /// A row: by telephone.
    pub phone: &'static str,
    /// A row: silent for three days.
    pub silent: &'static str,
    /// A row: asked, no answer yet.
    pub waits: &'static str,
    /// A row: not asked.
    pub not: &'static str,
    /// Names, and whether there are more.
    pub names: fn(&str, bool) -> String,
    /// Who is missing, how many they are, and until when silence counts, once all were asked.
    pub missing: fn(&str, usize, Option<&str>) -> String,
    /// Everybody has been asked.
    pub all_done: &'static str,
    /// Rings somebody up: it is noted that the person was asked.
    pub call: fn(&str) -> String,
}

pub(crate) static ZH: Roll = Roll {
    heading: "谁核对过了",
    of: |done, all| format!("{done} / {all} 人"),
    here: "当面核过",
    own: "本人手机",
    paper: "纸上手印",
    phone: "电话念过",
    silent: "三天没回话",
    waits: "等回话",
    not: "还没核",
    names: |names, more| if more { format!("{names} 等") } else { names.to_owned() },
    missing: |names, count, until| {
        let more = if count > 3 { format!("等 {count} 人") } else { String::new() };
        match until {
            Some(until) => {
                format!("还等{names}{more}回话。等点头，或到 {until} 没人要改，就能定稿。")
            }
            None => format!("还差{names}{more}没核。都核过，或问过三天没回话，才能定稿。"),
        }
    },
    all_done: "都核过了，可以签字盖印。",
    call: |name| format!("给{name}打电话"),
};

pub(crate) static EN: Roll = Roll {
    heading: "Who has checked",
    of: |done, all| format!("{done} of {all}"),
    here: "Face to face",
    own: "Own phone",
    paper: "On paper",
    phone: "By telephone",
    silent: "Silent",
    waits: "Waiting",
    not: "Not yet",
    names: |names, more| if more { format!("{names} …") } else { names.to_owned() },
    missing: |names, count, until| {
        let more = if count > 3 { format!(" and others, {count} in all") } else { String::new() };
        match until {
            Some(until) => format!(
                "Waiting for {names}{more}. Once they nod, or from {until} on, it can be sealed."
            ),
            None => format!(
                "{names}{more} have not been asked. It can be sealed once all have, or three days after."
            ),
        }
    },
    all_done: "All checked. It can be signed and sealed.",
    call: |name| format!("Ring up {name}"),
};
