//! Whose words an issue is in, where they are not those of whoever wrote it down.

use crate::Form;

/// How it was checked with the person somebody else wrote for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form)]
pub enum Confirmed {
    /// 当面念过
    Face,
    /// 打过电话
    Phone,
    /// 有纸条
    Paper,
}

/// 代录: the words are somebody else's.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Proxy {
    /// Whose words they are.
    pub name: String,
    /// How it was checked with them.
    pub confirmed: Confirmed,
}

/// It came by the door that needs no account.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Door {
    /// SHA-256 of the number by which whoever raised it asks for the answer, in lower-case hexadecimal.
    pub slip: String,
    /// What to call that person.
    #[form(sparse)]
    pub name: Option<String>,
}
