//! What goes into an archive, table by table, each after those that it points to.

/// A table that is kept.
pub(super) struct Kept {
    pub(super) name: &'static str,
    /// Columns that stay behind: they say by which phone, and phones are not kept.
    pub(super) without: &'static [&'static str],
    /// Which rows; all of them without a word.
    pub(super) rows: &'static str,
    /// In which order.
    pub(super) order: &'static str,
    /// What a row is.
    pub(super) means: &'static str,
}

const fn kept(
    name: &'static str,
    without: &'static [&'static str],
    order: &'static str,
    means: &'static str,
) -> Kept {
    Kept { name, without, rows: "true", order, means }
}

/// All of them. Devices, invites, passwords, passkeys and what belongs to them are not here: people are invited anew.
pub(super) const TABLES: [Kept; 14] = [
    kept(
        "epoch",
        &[],
        "number",
        "一个时期：这个数据库在哪个暗号（只有摘要）下用过 · a word under which this database was served, as a digest",
    ),
    kept("scope", &[], "id", "谁看得到的一圈人 · a circle of people who share records"),
    kept(
        "record",
        &[],
        "id",
        "一件东西现在的样子：议题、协商、发言、建议、事项、蓝图、人、地方…… · one thing as it stands: an issue, a session, a statement, advice, an action, a person, a place …",
    ),
    Kept {
        // what is not whole was never shown, and its phone sends it again; what was taken back is shown to nobody
        rows: "mime is not null and exists (select from record where record.id = t.id and not gone)",
        ..kept(
            "photo",
            &[],
            "id",
            "一张照片或一段录音，文件在 photos/ · a picture or a recording; its file is in photos/",
        )
    },
    kept(
        "seal",
        &[],
        "scope, number",
        "定稿的一环：摘要、校验码、前一环 · a link in a village's chain of seals",
    ),
    kept("scope_left", &[], "scope, id", "哪件东西离开了哪一圈 · which record left which circle"),
    kept("account", &[], "person", "谁登录过 · who has an account"),
    kept("member", &[], "record", "谁在哪里是什么身份 · who holds which role where"),
    kept(
        "client",
        &["device", "build", "last_seen"],
        "id",
        "一台手机上的一份副本，只记是谁的 · a copy on a phone, of which only its person is kept",
    ),
    kept(
        "change",
        &["device"],
        "client, seq",
        "一次改动，照送来时的样子，和它的结果 · one act as it arrived, with what came of it",
    ),
    kept(
        "field_history",
        &[],
        "record, field, rev",
        "被改掉的旧内容 · a value that was written over",
    ),
    kept(
        "audit",
        &["device"],
        "id",
        "谁什么时候做过什么，只有编号 · who did what when, in ids alone",
    ),
    kept("erasure", &[], "person", "谁的名字被抹去了 · whose name was erased"),
    kept(
        "burden",
        &[],
        "day, task",
        "哪天哪种事一共花了多少 · what a sort of task cost all together in a day",
    ),
];

/// The table of that name.
pub(super) fn table(name: &str) -> Option<&'static Kept> {
    TABLES.iter().find(|table| table.name == name)
}
