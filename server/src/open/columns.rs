//! The columns of each table of the open data.

use super::table::Type::{Date, Name, Number, Text, Word};
use super::table::{Column, column};

pub(super) const PLACES: &[Column] = &[
    column(("id", "编号", "Id"), Name, "", "place"),
    column(("level", "级别", "Level"), Word, "district, town, village, group", "place.level"),
    column(("name", "名称", "Name"), Text, "", "place.name"),
    column(("name_en", "英文名称", "Name in English"), Text, "", "place.name_en"),
    column(("parent", "上级", "Part of"), Name, "", "place.parent"),
    column(("order", "在同级里的次序", "Order among its siblings"), Number, "", "place.order"),
];

pub(super) const SESSIONS: &[Column] = &[
    column(("code", "校验码", "Check code"), Name, "", "seal.code"),
    column(("village", "村", "Village"), Name, "", "session.village"),
    column(("number", "第几号", "Number in its village"), Number, "", "seal.number"),
    column(("date", "开会那天", "Day of the bench"), Date, "", "sealed content: on"),
    column(("place", "地点", "Where"), Text, "", "sealed content: where, veiled"),
    column(("title", "题目", "Topic"), Text, "", "sealed content: title, veiled"),
    column(
        ("mode", "怎么办的", "Who prepared it"),
        Word,
        "a (district), b (village)",
        "sealed content: mode",
    ),
    column(
        ("present", "到场的", "Present"),
        Text,
        "people by role",
        "sealed content: seats, counted",
    ),
    column(
        ("people", "到场人数", "How many were there"),
        Number,
        "people",
        "sealed content: seats, counted",
    ),
    column(
        ("remote", "电话里的", "By telephone"),
        Number,
        "people",
        "sealed content: seats, counted",
    ),
    column(
        ("agreed", "共识", "Agreed on"),
        Number,
        "sentences",
        "sealed content: consensus, counted",
    ),
    column(("sealed_on", "定稿那天", "Sealed on"), Date, "", "seal.at"),
];

pub(super) const WORDS: &[Column] = &[
    column(("session", "哪次协商", "Session"), Name, "", "seal.code"),
    column(("nth", "次序", "Place in it"), Number, "", "the order in the sealed content"),
    column(
        ("sort", "哪一类", "Sort"),
        Word,
        "fact, agreed, opinion, question, answer, promise, dissent, hands",
        "sealed content: facts, consensus, statements, counts",
    ),
    column(
        ("role", "谁说的（身份）", "Speaker, as a role"),
        Text,
        "",
        "sealed content: the seat, without its name",
    ),
    column(("words", "说了什么", "Words"), Text, "", "sealed content, veiled"),
    column(("yes", "举手赞成", "Hands for it"), Number, "hands", "sealed content: counts"),
    column(("no", "举手反对", "Hands against it"), Number, "hands", "sealed content: counts"),
    column(("unsure", "说不准", "Neither"), Number, "hands", "sealed content: counts"),
];

pub(super) const ISSUES: &[Column] = &[
    column(("id", "编号", "Id"), Name, "", "issue"),
    column(("number", "村里第几件", "Number in its village"), Number, "", "issue.number"),
    column(("village", "村", "Village"), Name, "", "issue.village"),
    column(("group", "组", "Group"), Name, "", "issue.group"),
    column(
        ("category", "哪一类", "Category"),
        Word,
        "living, road, field, water, care, health, economy, tourism, digital, customs, safety, neighbours",
        "issue.category",
    ),
    column(
        ("households", "大约多少户", "About how many households"),
        Number,
        "households",
        "issue.households",
    ),
    column(("title", "标题", "Title"), Text, "", "issue.title, veiled"),
    column(("words", "原话", "Words"), Text, "", "issue.words, veiled"),
    column(("raised_on", "提出那天", "Raised on"), Date, "", "issue.trail, first step"),
    column(("posted_on", "公示那天", "Posted on"), Date, "", "issue.trail, last step to posted"),
    column(
        ("consulted_on", "谈过那天", "Talked through on"),
        Date,
        "",
        "issue.trail, last step to consulted",
    ),
    column(("closed_on", "办结那天", "Closed on"), Date, "", "issue.trail, last step to closed"),
    column(
        ("standing", "现在走到哪里", "Where it stands"),
        Word,
        "posted, scheduled, consulted, closed",
        "issue.standing",
    ),
    column(
        ("outcome", "谈成什么", "What came of it"),
        Text,
        "",
        "issue.trail, words of the last step, veiled",
    ),
];

pub(super) const ADVICE: &[Column] = &[
    column(("id", "编号", "Id"), Name, "", "advice"),
    column(("village", "村", "Village"), Name, "", "advice, by its scope"),
    column(("issue", "关于哪件议题", "Issue it is about"), Name, "", "advice.issue"),
    column(
        ("role", "谁提的（身份）", "Whose, as a role"),
        Text,
        "",
        "advice.voice, without its name",
    ),
    column(
        ("via", "怎么来的", "How it came"),
        Word,
        "bench, brief, paper, phone, public",
        "advice.via",
    ),
    column(("words", "建议", "Advice"), Text, "", "advice.words, veiled"),
    column(("with", "和哪条合在一起", "The advice that speaks for it"), Name, "", "advice.with"),
    column(
        ("verdict", "答复", "Answer"),
        Word,
        "adopted, partly, reference, deferred, declined",
        "advice.verdict",
    ),
    column(("why", "理由", "Why"), Text, "", "advice.why, veiled"),
    column(("answered_on", "答复那天", "Answered on"), Date, "", "advice.answered_at"),
];

pub(super) const ACTIONS: &[Column] = &[
    column(("id", "编号", "Id"), Name, "", "action"),
    column(("village", "村", "Village"), Name, "", "action, by its scope"),
    column(("issue", "关于哪件议题", "Issue it is about"), Name, "", "action.issue"),
    column(("advice", "从哪条建议来", "Advice it comes from"), Name, "", "action.advice"),
    column(
        ("session", "从哪次协商来", "Session it comes from"),
        Name,
        "",
        "action.session, by its check code",
    ),
    column(
        ("what", "要办什么", "What is to be done"),
        Text,
        "",
        "action.what, or as it was sealed; veiled",
    ),
    column(("owner", "谁牵头", "Lead"), Text, "", "action.owner, veiled"),
    column(("partners", "谁协办", "Partners"), Text, "", "action.partners, veiled"),
    column(("criterion", "怎样算办成", "Done when"), Text, "", "action.criterion, veiled"),
    column(("due", "哪天前", "By"), Date, "", "action.due"),
    column(
        ("state", "现在走到哪里", "Where it stands"),
        Word,
        "unclaimed, claimed, acting, done, checked, redo, closed",
        "action.trail",
    ),
    column(
        ("done_on", "办完那天", "Done on"),
        Date,
        "",
        "action.trail, last step to done that stands",
    ),
    column(("redone", "重办过几次", "Begun anew"), Number, "times", "action.trail, counted"),
    column(("closed_on", "办结那天", "Closed on"), Date, "", "action.trail, last step to closed"),
    column(("told", "告诉过几次", "Echoes"), Number, "times", "action.echoes, counted"),
    column(
        ("satisfied", "满意", "Satisfied"),
        Number,
        "ratings",
        "action.ratings of this round, counted",
    ),
    column(
        ("basically", "基本满意", "Basically satisfied"),
        Number,
        "ratings",
        "action.ratings of this round, counted",
    ),
    column(
        ("not", "不满意", "Not satisfied"),
        Number,
        "ratings",
        "action.ratings of this round, counted",
    ),
];

pub(super) const LINES: &[Column] = &[
    column(("id", "编号", "Id"), Name, "", "blueprint_line"),
    column(("village", "村", "Village"), Name, "", "blueprint_line, by its scope"),
    column(
        ("section", "哪一类", "Category"),
        Word,
        "industry, living, livelihood, culture, governance",
        "blueprint_line.section",
    ),
    column(("words", "写的什么", "Words"), Text, "", "blueprint_line.words, veiled"),
    column(
        ("state", "现在走到哪里", "Where it stands"),
        Word,
        "idea, listed, carried_out, done, dropped",
        "blueprint_line.state",
    ),
    column(("progress", "进展", "How far it is"), Text, "", "blueprint_line.progress, veiled"),
];
