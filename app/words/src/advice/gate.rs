//! The way on from the answers, and what goes out.

/// What the foot says.
#[derive(Debug)]
pub struct Gate {
    /// Its name.
    pub label: &'static str,
    /// Some have no answer.
    pub unanswered: &'static str,
    /// Some were adopted, and nothing says what comes of them.
    pub unfollowed: &'static str,
    /// Nothing is lacking.
    pub ready: &'static str,
    /// Nothing is lacking, for there is no advice.
    pub ready_none: &'static str,
    /// It is not sealed.
    pub not_sealed: &'static str,
    /// It is handed over.
    pub handed_over: &'static str,
    /// Things are being done.
    pub going: &'static str,
    /// To the next one without an answer.
    pub next: &'static str,
    /// Hands it over.
    pub hand_over: &'static str,
    /// Things begin to be done.
    pub begin: &'static str,
    /// To what is being done.
    pub to_actions: &'static str,
    /// To the seal.
    pub to_seal: &'static str,
    /// Between what is so and who takes the step.
    pub between: &'static str,
}

pub(super) static ZH: Gate = Gate {
    label: "下一步",
    unanswered: "每条都有答复，才能交办。",
    unfollowed: "采纳的都说了下一步，才能交办。",
    ready: "条条有答复，可以交办了。",
    ready_none: "一条建议也没列。真没有，也可以交办。",
    not_sealed: "先答复起来；定稿以后才能交办。",
    handed_over: "已经交办。有人接手，就开始办。",
    going: "已经在办了。",
    next: "下一条没答复的",
    hand_over: "交办",
    begin: "开始办",
    to_actions: "看办到哪了",
    to_seal: "去定稿",
    between: "",
};

pub(super) static EN: Gate = Gate {
    label: "What comes next",
    unanswered: "Every one needs an answer before it is handed over.",
    unfollowed: "What is adopted must say what comes of it before it is handed over.",
    ready: "Every one has its answer. It can be handed over.",
    ready_none: "There is no advice. If there really was none, it can be handed over.",
    not_sealed: "Begin with the answers; it can be handed over once it is sealed.",
    handed_over: "It is handed over. Begin once somebody has taken it on.",
    going: "Things are being done.",
    next: "Next one without an answer",
    hand_over: "Hand over",
    begin: "Begin",
    to_actions: "See how far it is",
    to_seal: "To the seal",
    between: " ",
};

/// What is said of the paper that goes out.
#[derive(Debug)]
pub struct Out {
    /// The heading.
    pub title: &'static str,
    /// What stands in it.
    pub hint: &'static str,
    /// Opens the text.
    pub text: &'static str,
    /// As PDF; what that is.
    pub pdf: [&'static str; 2],
    /// For Word; what that is.
    pub word: [&'static str; 2],
    /// There is no signal.
    pub offline: &'static str,
}

pub(super) static OUT_ZH: Out = Out {
    title: "交办单",
    hint: "谁提的、怎么答复、为什么、谁来办、哪天前办好，一条条写明。有姓名，只给办事的人。",
    text: "看全文，发给承办的人",
    pdf: ["交办单 PDF", "A4，盖章存档用"],
    word: ["交办单 Word", "还要改一改的，用这个"],
    offline: "PDF 和 Word 要有信号才下得了。",
};

pub(super) static OUT_EN: Out = Out {
    title: "Hand-over paper",
    hint: "Who advised what, the answer and why, who does it and by when. It has names: only for those who do it.",
    text: "Read it, and pass it on",
    pdf: ["Hand-over as PDF", "A4, for stamps and files"],
    word: ["Hand-over for Word", "where something is still to be changed"],
    offline: "PDF and Word need a signal.",
};
