//! Whether a paper is what was sealed.

/// What the page says.
#[derive(Debug)]
pub struct Verify {
    /// Its heading.
    pub title: &'static str,
    /// What it is for.
    pub about: &'static str,
    /// Above the box.
    pub label: &'static str,
    /// How a code is written.
    pub hint: &'static str,
    /// The button.
    pub check: &'static str,
    /// It is what was sealed.
    pub sealed: &'static str,
    /// What that means.
    pub sealed_means: &'static str,
    /// It is a page that mends something sealed.
    pub annex: &'static str,
    /// What that means.
    pub annex_means: &'static str,
    /// It was changed after it was sealed.
    pub altered: &'static str,
    /// What to do then.
    pub altered_do: &'static str,
    /// There is no such code.
    pub unknown: &'static str,
    /// What may have happened.
    pub unknown_why: &'static str,
    /// What to do then.
    pub unknown_do: &'static str,
    /// The check code.
    pub code: &'static str,
    /// What was talked about.
    pub what: &'static str,
    /// When people sat down.
    pub when: &'static str,
    /// Which village.
    pub village: &'static str,
    /// When it was sealed.
    pub sealed_on: &'static str,
    /// Its place in the chain.
    pub place: &'static str,
    /// The how-manyth of the village.
    pub number: fn(u32) -> String,
    /// The first letters of the digest.
    pub digest: &'static str,
    /// Who signed.
    pub signed: &'static str,
    /// The words of an annex.
    pub mended: &'static str,
    /// What it is added to.
    pub added_to: &'static str,
    /// The pages that were added.
    pub annexes: &'static str,
    /// The way to the public edition.
    pub read: &'static str,
    /// A name was taken out on a day, where it stood in the hashed words.
    pub struck: fn(&str) -> String,
    /// What is wrong with something altered: the words that are kept.
    pub flaw_words: &'static str,
    /// What is wrong: the list of seals.
    pub flaw_list: &'static str,
    /// What is wrong: what lies in the session.
    pub flaw_session: &'static str,
    /// Too many questions from one address.
    pub slow_down: &'static str,
    /// That a seal is not a stamp.
    pub footer: &'static str,
}

pub(crate) static ZH: Verify = Verify {
    title: "核一核",
    about: "把纸上的校验码打进来，看这张纸和定稿是不是一样。",
    label: "校验码",
    hint: "八位字母和数字。大小写、空格、前头的汉字都不要紧；里头没有 0、O、1、I。",
    check: "核一核",
    sealed: "对得上",
    sealed_means: "这是当众核过、签过名的定稿，到现在一个字没动过。",
    annex: "对得上，是一张附页",
    annex_means: "定稿不改。写错的地方另写一页，一样签名、一样定稿。",
    altered: "和定稿时不一样了",
    altered_do: "先别当真。请把这张纸拿给村务监督委员会，或打电话给区政协办公室，请他们查。",
    unknown: "这张纸和原文对不上",
    unknown_why: "可能抄错一位，也可能有人改过。",
    unknown_do: "照着纸再输一次。还对不上，就拿着纸去找村里的记录员，请他打开原文一起看。",
    code: "校验码",
    what: "谈的事",
    when: "哪天坐的",
    village: "哪个村",
    sealed_on: "哪天定稿",
    place: "排在第几",
    number: |number| format!("本村第 {number} 号定稿"),
    digest: "指纹开头",
    signed: "谁签的",
    mended: "改正",
    added_to: "附在哪次后面",
    annexes: "后来的附页",
    read: "看公示单",
    struck: |day| {
        format!(
            "{day}依法把里面的姓名换成了身份。这份文字从那天起不能再重新算出校验码，只能核对它在全村定稿链里的位置没有变。"
        )
    },
    flaw_words: "存着的定稿内容和它的校验码对不上。",
    flaw_list: "它和前后的定稿接不上。",
    flaw_session: "会上的记录后来被人动过，和定稿不一样。",
    slow_down: "问得太快了，歇一分钟再核。",
    footer: "印记表示当众核对过，不是公章。",
};

pub(crate) static EN: Verify = Verify {
    title: "Check a paper",
    about: "Type the check code from the paper to see whether it is what was sealed.",
    label: "Check code",
    hint: "Eight letters and figures. Capitals, blanks and the Chinese character before it do not matter; there is no 0, O, 1 or I.",
    check: "Check",
    sealed: "It matches",
    sealed_means: "This was read back in front of everyone and signed, and no word has been changed since.",
    annex: "It matches: a page that was added",
    annex_means: "What is sealed stays. What was wrong is put right on a page of its own, signed and sealed as well.",
    altered: "It is no longer what was sealed",
    altered_do: "Do not rely on it. Take the paper to the village supervisors, or ring the district office, and ask them to look into it.",
    unknown: "This paper does not match",
    unknown_why: "A letter may have been copied wrongly, or somebody may have changed the paper.",
    unknown_do: "Type it once more from the paper. If it still does not match, take the paper to the village recorder and look at the original together.",
    code: "Check code",
    what: "About",
    when: "Bench on",
    village: "Village",
    sealed_on: "Sealed on",
    place: "Place",
    number: |number| format!("seal no. {number} of the village"),
    digest: "Digest begins",
    signed: "Signed by",
    mended: "Correction",
    added_to: "Added to",
    annexes: "Pages added later",
    read: "Read the public edition",
    struck: |day| {
        format!(
            "Names in it were replaced by roles on {day}, as the law asks. Since then the text no longer gives its check code; what is checked is that its place in the village's chain has not changed."
        )
    },
    flaw_words: "The sealed words that are kept do not give their check code.",
    flaw_list: "It does not follow on the seals before and behind it.",
    flaw_session: "The records of the meeting were changed later and differ from what was sealed.",
    slow_down: "Too many questions at once. Wait a minute, then check again.",
    footer: "The mark says that it was read back in front of everyone. It is not an official stamp.",
};
