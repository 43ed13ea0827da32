//! The public edition of a sealed session.

/// What the page says.
#[derive(Debug)]
pub struct Edition {
    /// What the page is called.
    pub title: &'static str,
    /// The how-manyth of the village's seals it is, and since when.
    pub number: fn(u32, &str) -> String,
    /// When people sat down.
    pub when: &'static str,
    /// Where.
    pub place: &'static str,
    /// Who was there.
    pub present: &'static str,
    /// So many of a role.
    pub count: fn(&str, usize) -> String,
    /// So many by telephone.
    pub remote: fn(usize) -> String,
    /// Who prepared the bench.
    pub mode: &'static str,
    /// What was reported.
    pub facts: &'static str,
    /// What was agreed on.
    pub consensus: &'static str,
    /// Who does not agree.
    pub dissent: &'static str,
    /// What was said.
    pub said: &'static str,
    /// Beside a name, a role.
    pub named: fn(&str, &str) -> String,
    /// Somebody of a group, by role.
    pub of_group: fn(&str, &str) -> String,
    /// By telephone.
    pub by_phone: &'static str,
    /// The speaker's objection.
    pub against: &'static str,
    /// The speaker was asked and did not answer.
    pub silent: &'static str,
    /// Shows of hands.
    pub hands: &'static str,
    /// Who does what by when.
    pub tasks: &'static str,
    /// What has become of it: the whole lines of its issues.
    pub since: &'static str,
    /// The thing to do.
    pub what: &'static str,
    /// Who does it.
    pub owner: &'static str,
    /// By when.
    pub due: &'static str,
    /// No day was set.
    pub no_day: &'static str,
    /// Pages that were added.
    pub annexes: &'static str,
    /// The check code.
    pub code: &'static str,
    /// What it is for.
    pub check: &'static str,
    /// The square code, for those who listen.
    pub square: &'static str,
    /// The mark, for those who listen.
    pub mark: &'static str,
    /// What there is in the page and what not.
    pub roles: &'static str,
    /// On the notice board, the way here.
    pub read: &'static str,
    /// Over a paper, with the village.
    pub head: fn(&str) -> String,
    /// The number of a paper, with the year.
    pub paper_number: fn(i64, u32) -> String,
    /// Who issues a paper.
    pub issuer: fn(&str) -> String,
    /// In the corner of a paper: the village, the year, the number.
    pub series: fn(&str, i64, u32) -> String,
}

pub(crate) static ZH: Edition = Edition {
    title: "公示单",
    number: |number, day| format!("第 {number} 号 · {day}定稿"),
    when: "时间",
    place: "地点",
    present: "坐下来的",
    count: |role, count| format!("{role} {count} 人"),
    remote: |count| format!("远程 {count} 人"),
    mode: "怎么办的",
    facts: "先说情况",
    consensus: "大家的共识",
    dissent: "保留意见",
    said: "大家怎么说",
    named: |name, role| format!("{name}（{role}）"),
    of_group: |group, role| format!("{group}{role}"),
    by_phone: "电话里",
    against: "本人不认，说：",
    silent: "给本人看过，三天没有回话",
    hands: "举手",
    tasks: "谁来办，哪天前",
    since: "后来怎么样了",
    what: "事项",
    owner: "牵头",
    due: "哪天前",
    no_day: "没定日子",
    annexes: "后来改正的",
    code: "校验码",
    check: "扫码，或去核一核，对得上才是原文。",
    square: "核对用的方码",
    mark: "定稿印记：当众核定",
    roles: "只写身份，不写名字；愿意署名的另说。有话要讲、觉得写得不对：到村委会，或在板凳会说一声。印记表示当众核对过，不是公章。",
    read: "看公示单",
    head: |village| format!("{village}协商纪要"),
    paper_number: |year, number| format!("〔{year}〕{number} 号"),
    issuer: |village| format!("{village}村民委员会"),
    series: |village, year, number| format!("{village} · {year} 年第 {number} 号"),
};

pub(crate) static EN: Edition = Edition {
    title: "Public edition",
    number: |number, day| format!("No. {number}, sealed on {day}"),
    when: "When",
    place: "Where",
    present: "Present",
    count: |role, count| format!("{role}: {count}"),
    remote: |count| format!("by telephone: {count}"),
    mode: "How",
    facts: "The facts",
    consensus: "What was agreed",
    dissent: "Dissent",
    said: "What was said",
    named: |name, role| format!("{name} ({role})"),
    of_group: |group, role| format!("{role}, {group}"),
    by_phone: "by telephone",
    against: "The speaker objects: ",
    silent: "shown to the speaker, who did not answer for three days",
    hands: "Show of hands",
    tasks: "Who does what by when",
    since: "What has become of it",
    what: "What",
    owner: "Who",
    due: "By",
    no_day: "no day set",
    annexes: "Put right later",
    code: "Check code",
    check: "Scan it or type it in: only what matches is the original.",
    square: "square code for checking",
    mark: "Mark of a record checked in front of everyone",
    roles: "Roles, not names, but for those who want to be named. If something is wrong or missing: come to the village office, or say so in Bandeng. The mark says that it was read back in front of everyone. It is not an official stamp.",
    read: "Read the public edition",
    head: |village| format!("Minutes of {village}"),
    paper_number: |year, number| format!("No. {number} of {year}"),
    issuer: |village| format!("The village committee of {village}"),
    series: |village, year, number| format!("{village} · no. {number} of {year}"),
};
