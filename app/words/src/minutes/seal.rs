//! Minutes being signed and sealed, and what goes out from there.

/// What is said around the seal.
#[derive(Debug)]
pub struct Sealing {
    /// The heading before the seal.
    pub title: &'static str,
    /// Over the page that will be sealed.
    pub read: &'static str,
    /// Under it.
    pub read_hint: &'static str,
    /// So many statements have no words.
    pub blank: fn(usize) -> String,
    /// Over the signatures.
    pub signatures: &'static str,
    /// What a change does to a signature.
    pub unsigned_by_change: &'static str,
    /// Who is to sign.
    pub waits: fn(&str) -> String,
    /// Nobody hosts.
    pub no_host: &'static str,
    /// Any witness will do.
    pub any_witness: &'static str,
    /// Who signed, and when.
    pub signed: fn(&str, &str) -> String,
    /// Somebody signed, and something changed since.
    pub void: fn(&str) -> String,
    /// Signs as host or witness.
    pub sign: fn(&str) -> String,
    /// Signs.
    pub sign_now: &'static str,
    /// What is still lacking.
    pub lacks: fn(&str) -> String,
    /// Between them.
    pub and: &'static str,
    /// Nothing is.
    pub ready: &'static str,
    /// The reader does not press it.
    pub not_yours: &'static str,
    /// Presses the seal.
    pub press: &'static str,
    /// Back to the read-back.
    pub to_check: &'static str,
    /// What is said of an issue where nothing was agreed on.
    pub no_outcome: &'static str,
    /// The heading after the seal.
    pub sealed: &'static str,
    /// The name of the foot.
    pub next_step: &'static str,
    /// On from here.
    pub next: &'static str,
    /// The how-manyth seal.
    pub number: fn(u32) -> String,
    /// The village has not said yet.
    pub number_later: &'static str,
    /// How many came, were on the telephone, and were asked.
    pub came: fn(usize, usize, usize) -> String,
    /// How many points, statements and promises.
    pub said: fn(usize, usize, usize) -> String,
    /// How much dissent.
    pub dissent: fn(usize) -> String,
    /// The four letters of the seal.
    pub mark: &'static str,
    /// The seal, for those who do not see it.
    pub mark_name: &'static str,
    /// Who signed.
    pub signed_by: fn(&str) -> String,
    /// Over the check code.
    pub code: &'static str,
    /// What it is for.
    pub code_hint: &'static str,
    /// The square code.
    pub qr: &'static str,
    /// It cannot be changed; the way to a correction; what the seal is.
    pub frozen: [&'static str; 3],
    /// Issues that do not say yet that they were talked through.
    pub left: &'static str,
    /// Says so.
    pub left_do: &'static str,
    /// All of it.
    pub whole: &'static str,
    /// Over what goes out.
    pub out: &'static str,
    /// The sheet for the notice board.
    pub poster: &'static str,
    /// What it is.
    pub poster_hint: &'static str,
    /// The minutes as PDF.
    pub pdf: &'static str,
    /// What it is.
    pub pdf_hint: &'static str,
    /// The minutes for Word.
    pub word: &'static str,
    /// What it is.
    pub word_hint: &'static str,
    /// Prints from the phone.
    pub print: &'static str,
    /// What it is.
    pub print_hint: &'static str,
    /// Prints the draft.
    pub print_draft: &'static str,
    /// Plain text.
    pub chat: &'static str,
    /// What it is.
    pub chat_hint: &'static str,
    /// The script for the loudspeaker.
    pub loud: &'static str,
    /// How long it takes, in minutes and seconds.
    pub loud_hint: fn(u32, u32) -> String,
    /// Copies a text.
    pub copy: &'static str,
    /// It is on the clipboard.
    pub copied: &'static str,
    /// It is not.
    pub not_copied: &'static str,
    /// Hands a text on.
    pub share: &'static str,
    /// That did not work.
    pub not_shared: &'static str,
    /// Reads it aloud.
    pub speak: &'static str,
    /// Stops that.
    pub stop: &'static str,
    /// The phone cannot.
    pub no_voice: &'static str,
}

pub(crate) static ZH: Sealing = Sealing {
    title: "签字盖印",
    read: "从头读一遍",
    read_hint: "签的、盖的，就是下面这一页，一个字不多，一个字不少。",
    blank: |count| format!("有 {count} 条没写字，没写进这一页。"),
    signatures: "两个人签",
    unsigned_by_change: "签了以后哪怕改一个字，签字就作废，要重新读、重新签。",
    waits: |name| format!("等{name}来签"),
    no_host: "没定谁主持，签不了。请到名单里定一位。",
    any_witness: "等村务监督来签；监督主持的，书记来签",
    signed: |name, when| format!("{name}签了 · {when}"),
    void: |name| format!("{name}签过，后来又改了字，要重新签"),
    sign: |duty| format!("以{duty}签字"),
    sign_now: "签字",
    lacks: |what| format!("{what}。"),
    and: "；",
    ready: "都签好了，可以盖印。盖了就改不了了。",
    not_yours: "都签好了，由记录员、书记或监督来盖。",
    press: "定稿盖印",
    to_check: "去核对",
    no_outcome: "谈过了，没有谈成一致。",
    sealed: "定稿了",
    next_step: "下一步",
    next: "下一步：条条给答复",
    number: |number| format!("第 {number} 号"),
    number_later: "送达后编号",
    came: |here, remote, checked| format!("到场 {here} 人，远程 {remote} 人，核对 {checked} 人"),
    said: |points, said, promised| format!("共识 {points} 条，发言 {said} 条，承诺 {promised} 个"),
    dissent: |count| format!("保留意见 {count} 条"),
    mark: "当众核定",
    mark_name: "定稿印记：当众核定",
    signed_by: |names| format!("签字：{names}"),
    code: "校验码",
    code_hint: "谁都能扫一扫，对一对。改一个字就对不上。",
    qr: "校验二维码",
    frozen: [
        "改不了了。哪里错了，",
        "另附一页更正",
        "，原文照样留着。印记只说明当众核对过，不是公章。",
    ],
    left: "谈过的议题还停在“定了日子”。",
    left_do: "写上“谈过了”",
    whole: "全文",
    out: "拿出去给人看",
    poster: "公示单",
    poster_hint: "一张 A3，贴公告栏，不写名字 · 要信号",
    pdf: "协商纪要 PDF",
    pdf_hint: "公文样式 · 要信号",
    word: "协商纪要 Word",
    word_hint: "拿去归档、再排版 · 要信号",
    print: "打印纪要",
    print_hint: "从这部手机直接印 · 没网也能出",
    print_draft: "打印草稿",
    chat: "发微信群",
    chat_hint: "一段文字，只写身份 · 没网也能出",
    loud: "广播稿",
    loud_hint: |minutes, seconds| {
        let long = match (minutes, seconds) {
            (0, seconds) => format!("{seconds} 秒"),
            (minutes, 0) => format!("{minutes} 分钟"),
            (minutes, seconds) => format!("{minutes} 分 {seconds} 秒"),
        };
        format!("念出来 {long} · 没网也能出")
    },
    copy: "复制",
    copied: "复制好了，到群里长按粘贴。",
    not_copied: "没复制上，请长按上面的字自己复制。",
    share: "转出去",
    not_shared: "没转出去，请复制了再发。",
    speak: "念出来",
    stop: "停下",
    no_voice: "这部手机不会念，请人来念。",
};

pub(crate) static EN: Sealing = Sealing {
    title: "Sign and seal",
    read: "Read it through",
    read_hint: "What is signed and sealed is this page, no word more and no word less.",
    blank: |count| format!("{count} without words are not on this page."),
    signatures: "Two signatures",
    unsigned_by_change: "A change of one letter after a signature undoes it: it is read and signed again.",
    waits: |name| format!("to be signed by {name}"),
    no_host: "Nobody hosts, so nobody can sign. Please choose somebody on the list of seats.",
    any_witness: "to be signed by the supervisor, or by the secretary where the supervisor hosts",
    signed: |name, when| format!("signed by {name} · {when}"),
    void: |name| format!("{name} signed, and it changed since: to be signed again"),
    sign: |duty| format!("Sign as {duty}"),
    sign_now: "Sign",
    lacks: |what| format!("Still lacking: {what}."),
    and: "; ",
    ready: "All signed. Once it is sealed it cannot be changed.",
    not_yours: "All signed. The recorder, the secretary or the supervisor presses the seal.",
    press: "Press the seal",
    to_check: "Read it back",
    no_outcome: "Talked through; nothing was agreed on.",
    sealed: "Sealed",
    next_step: "What comes next",
    next: "Next: an answer to each",
    number: |number| format!("No. {number}"),
    number_later: "numbered once it arrives",
    came: |here, remote, checked| format!("{here} here, {remote} by telephone, {checked} checked"),
    said: |points, said, promised| format!("{points} agreed, {said} said, {promised} promised"),
    dissent: |count| format!("{count} dissenting"),
    mark: "当众核定",
    mark_name: "Seal: checked in front of everyone",
    signed_by: |names| format!("Signed: {names}"),
    code: "Check code",
    code_hint: "Anybody can scan it and compare. Change a letter and it does not match.",
    qr: "Square code to check it",
    frozen: [
        "It cannot be changed. Where it is wrong, ",
        "a page of corrections",
        " goes with it; the words stay. The seal says that it was checked in front of everyone; it is no official stamp.",
    ],
    left: "The issues that were talked through do not say so yet.",
    left_do: "Say so",
    whole: "The whole page",
    out: "For others to see",
    poster: "Notice-board sheet",
    poster_hint: "A3, without names · needs a signal",
    pdf: "Minutes, PDF",
    pdf_hint: "in the look of an official paper · needs a signal",
    word: "Minutes, Word",
    word_hint: "to file or to set anew · needs a signal",
    print: "Print the minutes",
    print_hint: "from this phone · without a signal",
    print_draft: "Print the draft",
    chat: "For the chat",
    chat_hint: "plain text, roles only · without a signal",
    loud: "Loudspeaker script",
    loud_hint: |minutes, seconds| format!("{minutes}:{seconds:02} min to read · without a signal"),
    copy: "Copy",
    copied: "Copied. Paste it into the chat.",
    not_copied: "It was not copied. Please select the text above.",
    share: "Share",
    not_shared: "It was not shared. Please copy it.",
    speak: "Read aloud",
    stop: "Stop",
    no_voice: "This phone has no Chinese voice: somebody reads it.",
};
