//! What can go wrong when somebody comes in, or is given a part: a code for the app and words for the person.

use axum::http::StatusCode;
use domain::trust::Distrust;
use words::Lang;

/// What the sender is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Others may give this role, or ask this person in.
    NotYours,
    /// Nobody changes their own roles.
    OwnRole,
    /// Whoever watches is none of those who are watched.
    Watched,
    /// The directory has no such person, or no such place to hold a role in.
    NobodyThere,
    /// It cannot be held until then.
    WrongUntil,
    /// No open pairing has this name and these digits.
    WrongDigits,
    /// No account has this name and this password.
    WrongPassword,
    /// The password is too short, too common, or the name itself.
    WeakPassword,
    /// Somebody else comes in by this name.
    LoginTaken,
    /// The passkey does not open this door.
    WrongPasskey,
}

impl Entry {
    /// The word on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NotYours => "not_yours",
            Self::OwnRole => "own_role",
            Self::Watched => "watched",
            Self::NobodyThere => "nobody_there",
            Self::WrongUntil => "wrong_until",
            Self::WrongDigits => "wrong_digits",
            Self::WrongPassword => "wrong_password",
            Self::WeakPassword => "weak_password",
            Self::LoginTaken => "login_taken",
            Self::WrongPasskey => "wrong_passkey",
        }
    }

    /// The status it is told with. Not 401: whoever fails here is not signed out elsewhere.
    #[must_use]
    pub fn status(self) -> StatusCode {
        match self {
            Self::NobodyThere => StatusCode::NOT_FOUND,
            Self::WrongUntil | Self::WeakPassword => StatusCode::UNPROCESSABLE_ENTITY,
            Self::LoginTaken | Self::Watched => StatusCode::CONFLICT,
            Self::NotYours
            | Self::OwnRole
            | Self::WrongDigits
            | Self::WrongPassword
            | Self::WrongPasskey => StatusCode::FORBIDDEN,
        }
    }

    /// What the person reads.
    #[must_use]
    pub fn words(self, lang: Lang) -> &'static str {
        let says = lang.words().coming_in();
        match self {
            Self::NotYours => says.not_yours,
            Self::OwnRole => says.own_role,
            Self::Watched => says.watched,
            Self::NobodyThere => says.nobody_there,
            Self::WrongUntil => says.wrong_until,
            Self::WrongDigits => says.wrong_digits,
            Self::WrongPassword => says.wrong_password,
            Self::WeakPassword => says.weak_password,
            Self::LoginTaken => says.login_taken,
            Self::WrongPasskey => says.wrong_passkey,
        }
    }
}

impl From<Distrust> for Entry {
    fn from(why: Distrust) -> Self {
        match why {
            Distrust::NotYours => Self::NotYours,
            Distrust::Own => Self::OwnRole,
            Distrust::Watched => Self::Watched,
        }
    }
}
