//! Passing on what is only on this phone without a signal: as pieces of text, or from screen to camera.

use domain::sync::pieces::{Found, Gathered};

/// What the screen says.
#[derive(Debug)]
pub struct Courier {
    /// Its heading, and the line under the link that leads here.
    pub title: (&'static str, &'static str),
    /// What it is good for.
    pub why: &'static str,
    /// Heading over what goes.
    pub out: &'static str,
    /// How many changes go.
    pub goes: fn(usize) -> String,
    /// The way by text, in so many pieces.
    pub pieces: fn(usize) -> String,
    /// One piece: its number, of how many.
    pub piece: fn(usize, usize) -> String,
    /// Hand a piece to another app.
    pub share: &'static str,
    /// Show the square codes.
    pub show: &'static str,
    /// No longer.
    pub hide: &'static str,
    /// How the other phone reads them.
    pub show_how: &'static str,
    /// One square: its number, of how many.
    pub square: fn(usize, usize) -> String,
    /// More than a camera should be held up for.
    pub too_much: &'static str,
    /// Heading over what comes.
    pub come: &'static str,
    /// The box to paste into.
    pub paste: &'static str,
    /// What may be pasted.
    pub paste_how: &'static str,
    /// The button of that.
    pub take: &'static str,
    /// Read with the camera.
    pub scan: &'static str,
    /// No longer.
    pub stop: &'static str,
    /// This browser cannot read square codes.
    pub no_scan: &'static str,
    /// The camera did not open.
    pub no_camera: &'static str,
    /// What was found in a text.
    pub found: fn(&Found) -> String,
    /// What is missing of a parcel.
    pub missing: fn(&Gathered) -> String,
    /// Of how many pieces a parcel is that is all here.
    pub whole: fn(usize) -> String,
    /// The pieces do not make a whole.
    pub broken: &'static str,
    /// This browser cannot unpack it.
    pub too_old: &'static str,
}

/// Numbers in a row.
fn row(numbers: &[usize], comma: &str) -> String {
    let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
    numbers.join(comma)
}

pub(crate) static ZH: Courier = Courier {
    title: ("传给旁边的手机", "没信号也行：发几段字，或对着屏幕扫"),
    why: "没送出去的，可以先带到您另一部手机上。哪部先有信号，就由哪部送到村里，不会重复。",
    out: "从这部手机带走",
    goes: |n| format!("{n} 条还只在这部手机上。"),
    pieces: |n| match n {
        1 => "就一段字，发到聊天里，再粘贴到那部手机上。".into(),
        n => format!("分成了 {n} 段字，一段一段发到聊天里。次序乱了、发重了都不要紧。"),
    },
    piece: |number, of| format!("第 {number} 段，共 {of} 段"),
    share: "发出去",
    show: "让那部手机扫",
    hide: "不扫了",
    show_how: "在那部手机上打开这一页，点“用镜头扫”，对着这里，等它说齐了。",
    square: |number, of| format!("第 {number} 张，共 {of} 张"),
    too_much: "东西多，扫起来太久。请发文字，或导出成文件。",
    come: "读进这部手机",
    paste: "粘贴收到的字",
    paste_how: "整段聊天一起贴也行，夹着名字和时间不要紧。",
    take: "读进来",
    scan: "用镜头扫",
    stop: "停下",
    no_scan: "这部手机的浏览器不会扫码，请用文字传。",
    no_camera: "镜头打不开。请允许用镜头，或者用文字传。",
    found: |found| {
        let mut said = match (found.fresh, found.known, found.damaged.len()) {
            (0, 0, 0) => "里面没有要带的字。".into(),
            (0, 0, _) => String::new(),
            (0, _, _) => "这几段本来就有。".into(),
            (fresh, ..) => format!("认出 {fresh} 段。"),
        };
        if !found.damaged.is_empty() {
            let damaged = row(&found.damaged, "、");
            said.push_str(&format!("第 {damaged} 段坏了，请再发一次。"));
        }
        said
    },
    missing: |held| format!("共 {} 段，第 {} 段还没有。", held.of, row(&held.missing, "、")),
    whole: |of| format!("{of} 段都齐了。"),
    broken: "这几段拼不起来。请不要了，让对方重新发一遍。",
    too_old: "这部手机的浏览器太旧，拆不开。请用导出的文件。",
};

pub(crate) static EN: Courier = Courier {
    title: ("Pass to the phone beside", "Without a signal: a few messages, or screen to camera"),
    why: "What was not sent can go ahead on your other phone. Whichever has a signal first sends it to the village, once.",
    out: "Take from this phone",
    goes: |n| match n {
        1 => "1 item is on this phone alone.".into(),
        n => format!("{n} items are on this phone alone."),
    },
    pieces: |n| match n {
        1 => "One piece of text: send it in a chat, and paste it on the other phone.".into(),
        n => format!(
            "{n} pieces of text, to be sent one by one in a chat. Their order does not matter, nor does one too many."
        ),
    },
    piece: |number, of| format!("Piece {number} of {of}"),
    share: "Share",
    show: "Show it to the other phone",
    hide: "Hide",
    show_how: "Open this page on the other phone, tap “Read with the camera”, hold it here, and wait until it has all.",
    square: |number, of| format!("Code {number} of {of}"),
    too_much: "There is much to pass on; that would take long. Please send the text, or export a file.",
    come: "Read into this phone",
    paste: "Paste what came",
    paste_how: "A whole chat will do; names and times in between do no harm.",
    take: "Read it in",
    scan: "Read with the camera",
    stop: "Stop",
    no_scan: "This phone’s browser cannot read codes; please use the text.",
    no_camera: "The camera did not open. Please allow it, or use the text.",
    found: |found| {
        let mut said = match (found.fresh, found.known, found.damaged.len()) {
            (0, 0, 0) => "There is nothing to read in there.".into(),
            (0, 0, _) => String::new(),
            (0, _, _) => "These pieces were here already.".into(),
            (1, ..) => "1 piece found.".into(),
            (fresh, ..) => format!("{fresh} pieces found."),
        };
        if !found.damaged.is_empty() {
            if !said.is_empty() {
                said.push(' ');
            }
            let damaged = row(&found.damaged, ", ");
            said.push_str(&format!("Damaged: piece {damaged}; please send it again."));
        }
        said
    },
    missing: |held| {
        format!("{} pieces in all; not here yet: {}.", held.of, row(&held.missing, ", "))
    },
    whole: |of| match of {
        1 => "1 piece, and that is all.".into(),
        of => format!("All {of} pieces are here."),
    },
    broken: "These pieces do not make a whole. Let them go, and have them sent anew.",
    too_old: "This phone’s browser is too old to unpack it. Please use an exported file.",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_or_damaged_is_named_by_its_number() {
        let held = Gathered { parcel: "AbCdEf".into(), of: 5, missing: vec![3, 4] };
        assert_eq!((ZH.missing)(&held), "共 5 段，第 3、4 段还没有。");
        assert_eq!((EN.missing)(&held), "5 pieces in all; not here yet: 3, 4.");
        let found = Found { fresh: 2, known: 0, damaged: vec![3] };
        assert_eq!((ZH.found)(&found), "认出 2 段。第 3 段坏了，请再发一次。");
        assert_eq!((EN.found)(&found), "2 pieces found. Damaged: piece 3; please send it again.");
        assert_eq!(
            (ZH.found)(&Found { damaged: vec![1], ..Found::default() }),
            "第 1 段坏了，请再发一次。"
        );
        assert_eq!((ZH.found)(&Found::default()), "里面没有要带的字。");
    }
}
