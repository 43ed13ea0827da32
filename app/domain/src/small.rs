//! The small records around an issue, read: comment, photo, membership, clash.

use serde_json::Value;

use crate::{
    Form, Id, Millis, Record, Refusal, Role, Scope,
    said::{said, wrong},
    session::hexadecimal,
};

/// The longest remark, in characters.
pub const REMARK: usize = 1000;
/// The largest picture the office keeps, in bytes. A phone sends a tenth of that.
pub const PICTURE: u32 = 1_000_000;

/// The longest recording, in milliseconds: an evening.
pub const RECORDING: u32 = 6 * 60 * 60 * 1000;

/// A remark under an issue.
#[derive(Clone, Debug, PartialEq, Form)]
pub struct Comment {
    /// The issue.
    pub issue: Id,
    /// The remark.
    pub words: String,
    /// Who said it.
    pub said_by: Id,
    /// When.
    pub said_at: Millis,
}

/// A picture's or a recording's particulars.
#[derive(Clone, Debug, PartialEq, Form)]
pub struct Photo {
    /// The issue it lies beside.
    pub issue: Option<Id>,
    /// The record of a session it lies beside.
    pub about: Option<Id>,
    /// What names the bytes.
    pub sha256: String,
    /// How many there are.
    pub bytes: u32,
    /// Their type.
    pub mime: String,
    /// How long a recording lasts, in milliseconds.
    #[form(default)]
    pub lasts: u32,
}

/// A role in a scope, told to the person who holds it in the person's own scope.
#[derive(Clone, Debug, PartialEq, Form)]
pub struct Membership {
    /// Where it is held.
    pub scope: Scope,
    /// The role.
    pub role: Role,
    /// The first moment at which it is held no more; for good without it.
    #[form(sparse)]
    pub until: Option<Millis>,
}

/// Two people wrote one field, and the reader's value gave way.
#[derive(Clone, Debug, PartialEq, Form)]
pub struct Clash {
    /// The record both wrote on.
    pub about: Id,
    /// The field.
    pub field: String,
    /// What the reader had written.
    #[form(default)]
    pub mine: Value,
    /// When the reader had.
    pub mine_at: Millis,
    /// What stands there now.
    #[form(default)]
    pub theirs: Value,
    /// Who wrote that.
    pub theirs_by: Id,
    /// When.
    pub theirs_at: Millis,
    /// What stood there before both.
    #[form(default)]
    pub before: Value,
}

/// Writes a remark down.
pub(crate) fn say(
    record: &mut Record,
    issue: Id,
    words: &str,
    by: Id,
    at: Millis,
) -> Result<(), Refusal> {
    beside_an_issue(record)?;
    record.set("issue", issue.to_string());
    record.set("words", said("words", words, REMARK)?);
    record.set("said_by", by.to_string());
    record.set("said_at", at);
    Ok(())
}

/// Lays a picture beside an issue.
pub(crate) fn attach(
    record: &mut Record,
    issue: Id,
    (sha256, bytes, mime): (&str, u32, &str),
) -> Result<(), Refusal> {
    beside_an_issue(record)?;
    if !picture(mime) {
        return Err(wrong("mime"));
    }
    bytes_can_be(sha256, bytes)?;
    record.set("issue", issue.to_string());
    record.set("sha256", sha256);
    record.set("bytes", bytes);
    record.set("mime", mime);
    Ok(())
}

/// Whether a picture or a recording may lie beside a record of a session.
pub(crate) fn enclosed(
    (sha256, bytes, mime): (&str, u32, &str),
    lasts: u32,
) -> Result<(), Refusal> {
    let longest = match (picture(mime), recording(mime)) {
        (true, _) => 0,
        (false, true) => RECORDING,
        (false, false) => return Err(wrong("mime")),
    };
    if lasts > longest { Err(wrong("lasts")) } else { bytes_can_be(sha256, bytes) }
}

fn bytes_can_be(sha256: &str, bytes: u32) -> Result<(), Refusal> {
    if !hexadecimal(sha256) {
        return Err(wrong("sha256"));
    }
    if bytes == 0 || bytes > PICTURE {
        return Err(wrong("bytes"));
    }
    Ok(())
}

/// Whether this is a type of picture that browsers show.
fn picture(mime: &str) -> bool {
    matches!(mime, "image/jpeg" | "image/webp" | "image/png")
}

/// Whether this is a type of recording that browsers make and play.
fn recording(mime: &str) -> bool {
    matches!(mime, "audio/webm" | "audio/mp4" | "audio/ogg")
}

/// Issues lie in a village's scopes, and what belongs to them lies there too.
fn beside_an_issue(record: &Record) -> Result<(), Refusal> {
    match record.scope {
        Scope::Village(_) | Scope::Draft(_) => Ok(()),
        Scope::Region(_) | Scope::Session(_) | Scope::User(_) | Scope::District(_) => {
            Err(wrong("scope"))
        }
    }
}
