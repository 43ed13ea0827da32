//! Pictures beside issues: taking them, looking at them, and where they are.

/// What is said around pictures.
#[derive(Debug)]
pub struct Pictures {
    /// Heading over the pictures of an issue.
    pub title: &'static str,
    /// The button that opens the camera or the phone's pictures.
    pub take: &'static str,
    /// While it is made small and kept.
    pub taking: &'static str,
    /// What happens to it.
    pub how: &'static str,
    /// Its name for those who do not see it: who took it, and when.
    pub name: fn(&str, &str) -> String,
    /// A picture in a form that is not saved yet, by its number.
    pub drafted: fn(usize) -> String,
    /// Takes it out of the form.
    pub leave_out: fn(usize) -> String,
    /// Its bytes are not here: they are still on their way, or there is no signal.
    pub away: &'static str,
    /// How much of it is there, in percent.
    pub percent: fn(u32) -> String,
    /// A row of what waits: so many pictures beside this.
    pub beside: fn(&str, usize) -> String,
    /// Under it: so many of them have arrived.
    pub there: fn(usize) -> String,
    /// The browser cannot draw the file.
    pub unreadable: &'static str,
    /// It stays too large.
    pub too_large: &'static str,
    /// The village has enough of this pictures.
    pub enough: fn(usize) -> String,
}

pub(crate) static ZH: Pictures = Pictures {
    title: "照片",
    take: "拍一张",
    taking: "正在存照片……",
    how: "照片先存在手机里，缩小了再送；不带拍摄地点。文字先走，照片后走，断了接着送。",
    name: |who, when| format!("{who}放的照片，{when}"),
    drafted: |number| format!("第 {number} 张照片"),
    leave_out: |number| format!("不要第 {number} 张"),
    away: "照片还没到这部手机",
    percent: |percent| format!("送了 {percent}%"),
    beside: |title, all| format!("{title}，照片 {all} 张"),
    there: |there| format!("文字到了，照片到了 {there} 张"),
    unreadable: "这张照片打不开，请换一张，或者直接用手机拍。",
    too_large: "这张照片太大，缩小了还是放不下，请换一张。",
    enough: |most| format!("一件事最多放 {most} 张照片。"),
};

pub(crate) static EN: Pictures = Pictures {
    title: "Pictures",
    take: "Take a picture",
    taking: "Keeping the picture…",
    how: "A picture is kept on the phone first and sent small, without the place where it was taken. \
          Words go first, pictures after them; what breaks off goes on where it stopped.",
    name: |who, when| format!("Picture by {who}, {when}"),
    drafted: |number| format!("Picture {number}"),
    leave_out: |number| format!("Leave picture {number} out"),
    away: "The picture is not on this phone yet",
    percent: |percent| format!("{percent}% sent"),
    beside: |title, all| match all {
        1 => format!("{title}, 1 picture"),
        all => format!("{title}, {all} pictures"),
    },
    there: |there| match there {
        1 => "The words arrived, and 1 picture".into(),
        there => format!("The words arrived, and {there} pictures"),
    },
    unreadable: "This picture cannot be opened. Choose another, or take one with the camera.",
    too_large: "This picture is too large, even made small. Choose another.",
    enough: |most| format!("An issue holds {most} pictures at most."),
};
