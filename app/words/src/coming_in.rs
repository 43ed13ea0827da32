//! Why somebody does not come in, or is not given a part. The server alone says these.

use crate::{Lang, Words};

/// What the doors say.
#[derive(Debug)]
pub struct ComingIn {
    /// Others may give this.
    pub not_yours: &'static str,
    /// Nobody changes their own roles.
    pub own_role: &'static str,
    /// Whoever watches is none of those who are watched.
    pub watched: &'static str,
    /// No such person or place.
    pub nobody_there: &'static str,
    /// It cannot be held until then.
    pub wrong_until: &'static str,
    /// Name and digits do not fit.
    pub wrong_digits: &'static str,
    /// Name and password do not fit.
    pub wrong_password: &'static str,
    /// The password is too easy.
    pub weak_password: &'static str,
    /// Somebody else comes in by this name.
    pub login_taken: &'static str,
    /// The passkey is not known here.
    pub wrong_passkey: &'static str,
}

impl Words {
    /// Why somebody does not come in. No screen calls it: it stays with the server.
    #[must_use]
    pub fn coming_in(&self) -> &'static ComingIn {
        match self.lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }
}

static ZH: ComingIn = ComingIn {
    not_yours: "这个身份不归您给，请找能给的人。",
    own_role: "自己的身份，自己不能改。",
    watched: "监督的人不能同时是书记、记录员、第一书记或政协办的人。",
    nobody_there: "名单上没有找到。",
    wrong_until: "“到哪天”要在今天以后。",
    wrong_digits: "名字和六位数字对不上，或者过了时间。请在原来那边看清楚再填。",
    wrong_password: "登录名和密码对不上。",
    weak_password: "这个密码太容易猜，换一个：至少 10 个字，不要用名字，也不要用常见的。",
    login_taken: "这个登录名已经有人用了，换一个。",
    wrong_passkey: "这里不认得这把通行密钥。请用别的办法进来，再到“我的”里重新设。",
};

static EN: ComingIn = ComingIn {
    not_yours: "This role is not yours to give; please ask somebody who may.",
    own_role: "Nobody changes their own roles.",
    watched: "Whoever supervises cannot also be secretary, recorder, first secretary or office.",
    nobody_there: "The directory has no such entry.",
    wrong_until: "The last day must be after today.",
    wrong_digits: "Name and digits do not fit, or it is too late. Please look at them once more where they are shown.",
    wrong_password: "Name and password do not fit.",
    weak_password: "This password is easily guessed. Take another: 10 characters or more, not a name, not a common one.",
    login_taken: "Somebody else comes in by this name; please take another.",
    wrong_passkey: "This passkey is not known here. Come in another way, then set it up again under Me.",
};
