//! What goes on paper, as a plain value: every sheet, document and script is made from it and from nothing else.

use domain::Millis;
use domain::session::Verdict;
use words::Lang;

/// One consultation, ready for paper. Which names it tells was decided by whoever filled it in: what is here is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// The language of the words that the paper itself adds.
    pub lang: Lang,
    /// The red head, as 上枫村协商纪要.
    pub head: String,
    /// The number under the head, as 〔2026〕9 号.
    pub number: Option<String>,
    /// Who issues it, as 上枫村村民委员会.
    pub issuer: String,
    /// When it was issued.
    pub issued: Millis,
    /// Which consultation it was, for the corner of the poster, as 上枫村 · 2026 年第 9 次.
    pub series: String,
    /// Until when it hangs on the board.
    pub until: Option<Millis>,
    /// What was talked about; a line break in it is kept.
    pub title: String,
    /// What is told, in order.
    pub blocks: Vec<Block>,
    /// Whether it is a draft, and says so.
    pub draft: bool,
    /// What it is verified by, where it is sealed itself.
    pub seal: Option<Seal>,
    /// Where anybody raises an issue without an account; only the poster says so.
    pub door: Option<String>,
    /// Who gets a copy, as 区政协办公室，石桥镇人民政府.
    pub copies: Option<String>,
}

/// A piece of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading. The paper numbers it: 一、二、三、.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// One of several things under a heading. The paper numbers it: （一）（二）.
    Item(String),
    /// What somebody said, numbered like an item.
    Statement(Said),
    /// What somebody would not agree with: whole, in a double rule. On a poster the frame says what it is, and needs no
    /// heading before it.
    Dissent(Said),
    /// Pieces of advice and what became of them.
    Answers(Vec<Answer>),
    /// Who does what until when.
    Actions(Vec<Action>),
    /// Short facts behind a label, as 时间, 地点, 出席.
    Facts(Vec<Fact>),
    /// Places to sign.
    Signatures(Vec<Signature>),
}

/// Words and whose they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Who said it, by name or by role.
    pub speaker: String,
    /// What was said, without quotation marks.
    pub text: String,
}

/// A piece of advice with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What became of it.
    pub verdict: Verdict,
    /// The advice.
    pub advice: String,
    /// Why; every answer but "adopted" has one.
    pub reason: Option<String>,
}

/// Something to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// What.
    pub what: String,
    /// Who takes the lead.
    pub who: String,
    /// Who helps.
    pub partners: Option<String>,
    /// By when.
    pub by: Option<Millis>,
    /// How one sees that it is done. Too long for a table: the scripts and Word tell it.
    pub done_when: Option<String>,
}

/// A label and what stands behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// As 出席.
    pub label: String,
    /// As 村民代表 11 人.
    pub text: String,
}

/// A place to sign, signed or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// As 主持人.
    pub role: String,
    /// The name, if it may be printed.
    pub name: Option<String>,
    /// When it was signed.
    pub on: Option<Millis>,
}

/// What a sealed paper is verified by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// The short code that people read out, as 枫4F7K 92QM.
    pub code: String,
    /// The address in the square code. One that is too long for a square is left out of it.
    pub link: String,
}
