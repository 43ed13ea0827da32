//! Me: who I am here, how I want it, which phones are mine, and the way out.

/// A number of bytes as people say it: 412 KB, 1.9 GB.
#[must_use]
pub(crate) fn size(bytes: u64) -> String {
    const KB: u64 = 1024;
    let tenths = |unit: u64| (bytes * 10 / unit / 10, bytes * 10 / unit % 10);
    match bytes {
        0..KB => format!("{bytes} B"),
        KB..1_048_576 => format!("{} KB", bytes.div_ceil(KB)),
        1_048_576..1_073_741_824 => format!("{} MB", bytes / KB / KB),
        _ => {
            let (whole, tenth) = tenths(KB * KB * KB);
            format!("{whole}.{tenth} GB")
        }
    }
}

/// What the screen says.
#[derive(Debug)]
pub struct Me {
    /// Its heading.
    pub title: &'static str,
    /// Heading over the roles.
    pub roles: &'static str,
    /// No role has arrived yet.
    pub no_roles: &'static str,
    /// The whole region.
    pub region: &'static str,
    /// The way to the teams and what they hand on.
    pub terms: &'static str,
    /// Heading over language, letters and light.
    pub look: &'static str,
    /// Question over the languages, in both.
    pub language: &'static str,
    /// Question over the themes.
    pub theme: &'static str,
    /// As the phone, day, evening.
    pub themes: [&'static str; 3],
    /// Question over the sizes.
    pub size: &'static str,
    /// Normal, big, huge.
    pub sizes: [&'static str; 3],
    /// Heading over the storage.
    pub storage: &'static str,
    /// The browser keeps what is stored.
    pub persisted: &'static str,
    /// The browser may throw it away when room is short.
    pub not_persisted: &'static str,
    /// Ask it to keep it.
    pub persist: &'static str,
    /// It would not.
    pub persist_refused: &'static str,
    /// Used and free, in bytes.
    pub room: fn(u64, u64) -> String,
    /// Heading over the devices.
    pub devices: &'static str,
    /// The list needs a signal.
    pub devices_offline: &'static str,
    /// This very device.
    pub this_device: &'static str,
    /// When it was last heard of.
    pub last_seen: fn(&str) -> String,
    /// The button that sends a device out.
    pub revoke: &'static str,
    /// The question before, with the device's name.
    pub revoke_sure: fn(&str) -> String,
    /// Yes, send it out.
    pub revoke_yes: &'static str,
    /// The button that signs out.
    pub sign_out: &'static str,
    /// What signing out does.
    pub sign_out_sure: &'static str,
    /// So many are unsent, so many need eyes.
    pub held_back: fn(usize, usize) -> String,
    /// Sign out all the same: the database stays here.
    pub held_back_note: &'static str,
    /// All the same.
    pub sign_out_anyway: &'static str,
    /// Signing out needs a signal.
    pub sign_out_offline: &'static str,
    /// Which build.
    pub version: fn(&str) -> String,
    /// What is kept about the reader, and what the bench costs them.
    pub data: &'static str,
    /// Who touched what.
    pub deeds: &'static str,
    /// The office: data for somebody else.
    pub others: &'static str,
}

pub(crate) static ZH: Me = Me {
    title: "我的",
    roles: "身份",
    no_roles: "身份还没搬到这部手机，有网打开一次就有。",
    region: "全区",
    terms: "换届交接",
    look: "怎么看着舒服",
    language: "语言 Language",
    theme: "白天和晚上",
    themes: ["跟手机走", "白天", "晚上"],
    size: "字的大小",
    sizes: ["平常", "大", "特大"],
    storage: "这部手机放得下吗",
    persisted: "浏览器答应一直留着，不会自己清掉。",
    not_persisted: "手机满的时候，浏览器可能会清掉。没送出去的要紧，请常连一连网。",
    persist: "请它一直留着",
    persist_refused: "浏览器没答应。放到桌面以后，多半会答应。",
    room: |used, free| format!("占了 {}，还能放 {}。", size(used), size(free)),
    devices: "登录过的手机",
    devices_offline: "要有信号才看得到登录过哪些手机。",
    this_device: "就是这一部",
    last_seen: |when| format!("{when}用过"),
    revoke: "让它退出",
    revoke_sure: |name| format!("“{name}”会退出登录，要进来得有新的邀请。它没送出去的还在它那里。"),
    revoke_yes: "让它退出",
    sign_out: "退出登录",
    sign_out_sure: "退出以后，再进来要一个新的邀请。",
    held_back: |unsent, eyes| match (unsent, eyes) {
        (unsent, 0) => format!("还有 {unsent} 条没送出去。"),
        (0, eyes) => format!("还有 {eyes} 条要您看一眼。"),
        (unsent, eyes) => format!("还有 {unsent} 条没送出去，{eyes} 条要您看一眼。"),
    },
    held_back_note: "还是退出的话，这些仍留在这部手机里，您用新的邀请再进来就接着送。换手机或清浏览器之前，请先导出。",
    sign_out_anyway: "还是退出",
    sign_out_offline: "要有信号才退得干净。请到有信号的地方再退。",
    version: |build| format!("板凳会 {build}"),
    data: "我的资料",
    deeds: "谁动过什么",
    others: "替人办资料",
};

pub(crate) static EN: Me = Me {
    title: "Me",
    roles: "Roles",
    no_roles: "Your roles are not on this phone yet; open the app once with a signal.",
    region: "The whole district",
    terms: "Teams and hand-over",
    look: "How you like to see it",
    language: "Language",
    theme: "Day and evening",
    themes: ["As the phone", "Day", "Evening"],
    size: "Letters",
    sizes: ["Normal", "Big", "Huge"],
    storage: "Room on this phone",
    persisted: "The browser keeps it and will not clear it by itself.",
    not_persisted: "When the phone is full the browser may clear it. Go online often, so that nothing unsent is lost.",
    persist: "Ask it to keep it",
    persist_refused: "The browser would not. On the home screen it usually does.",
    room: |used, free| format!("{} used, {} free.", size(used), size(free)),
    devices: "Phones that are signed in",
    devices_offline: "The list of phones needs a signal.",
    this_device: "this one",
    last_seen: |when| format!("used {when}"),
    revoke: "Sign out",
    revoke_sure: |name| {
        format!(
            "“{name}” will be signed out and needs a new invitation. What it has not sent stays on it."
        )
    },
    revoke_yes: "Sign it out",
    sign_out: "Sign out",
    sign_out_sure: "To come back you will need a new invitation.",
    held_back: |unsent, eyes| match (unsent, eyes) {
        (1, 0) => "1 item has not been sent.".into(),
        (unsent, 0) => format!("{unsent} items have not been sent."),
        (0, 1) => "1 item needs your eyes.".into(),
        (0, eyes) => format!("{eyes} items need your eyes."),
        (unsent, eyes) => format!("{unsent} not sent, {eyes} for your eyes."),
    },
    held_back_note: "If you sign out all the same, they stay on this phone and go on when you come back by a new invitation. Export them before you change phones or clear the browser.",
    sign_out_anyway: "Sign out all the same",
    sign_out_offline: "Signing out needs a signal. Please do it where there is one.",
    version: |build| format!("Bandeng {build}"),
    data: "My data",
    deeds: "Who touched what",
    others: "Data for somebody else",
};

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn bytes_are_told_in_round_figures() {
        assert_eq!(size(0), "0 B");
        assert_eq!(size(1), "1 B");
        assert_eq!(size(1025), "2 KB");
        assert_eq!(size(412 * 1024), "412 KB");
        assert_eq!(size(18 * 1024 * 1024), "18 MB");
        assert_eq!(size(2_040_109_466), "1.9 GB");
    }
}
