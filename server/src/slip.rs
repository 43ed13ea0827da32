//! The number by which somebody without an account asks, and the ticket in a form that it is made from.
//!
//! A form carries a ticket that was drawn when it was shown. What the form becomes is named by it, and so is its number:
//! a form that is sent twice becomes one thing with one number, and nobody can aim at another's record.

use domain::Id;
use domain::session::seal;
use uuid::Builder;

use crate::secret::{Secret, digest};

/// What a form carries: random, and different in each form that is shown.
#[derive(Clone, Debug)]
pub(crate) struct Ticket(Secret);

impl Ticket {
    /// For a form that is shown now.
    pub(crate) fn fresh() -> Self {
        Self(Secret::for_invite())
    }

    /// What came back with a form, if it can be one.
    pub(crate) fn read(sent: &str) -> Option<Self> {
        Secret::read(sent).map(Self)
    }

    /// The word in the form.
    pub(crate) fn reveal(&self) -> &str {
        self.0.reveal()
    }

    /// The name of the record that the form becomes. `of` is what the form is for: the same ticket in another form is
    /// another record.
    pub(crate) fn record(&self, of: &str) -> Id {
        let drawn = digest(format!("bandeng form\n{of}\n{}", self.reveal()).as_bytes());
        let (bytes, _) = drawn.split_first_chunk().unwrap_or((&[0; 16], &[]));
        Builder::from_custom_bytes(*bytes).into_uuid()
    }

    /// The number by which whoever sent the form asks.
    pub(crate) fn slip(&self, of: &str) -> Slip {
        let drawn = seal::digest_of(&format!("bandeng slip\n{of}\n{}", self.reveal()));
        Slip(seal::code(&drawn).unwrap_or_default())
    }
}

/// Eight letters that nobody mixes up.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Slip(String);

impl Slip {
    /// What somebody typed. What cannot be a number is looked for like one, so that nobody can tell the two apart.
    pub(crate) fn typed(text: &str) -> Self {
        Self(seal::typed(text).unwrap_or_default())
    }

    /// What is kept of it.
    pub(crate) fn key(&self) -> String {
        seal::digest_of(&format!("bandeng ask\n{}", self.0))
    }

    /// For the one who is to have it.
    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

/// So that a number never ends up in a log.
impl std::fmt::Debug for Slip {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Slip(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_ticket_is_one_record_with_one_number_in_each_form() {
        let ticket = Ticket::fresh();
        let again = Ticket::read(ticket.reveal()).unwrap();
        assert_eq!(ticket.record("a"), again.record("a"));
        assert_eq!(ticket.slip("a"), again.slip("a"));
        assert_ne!(ticket.record("a"), ticket.record("b"));
        assert_ne!(ticket.slip("a"), ticket.slip("b"));
        assert_ne!(ticket.record("a"), Ticket::fresh().record("a"));
        assert_eq!(seal::typed(ticket.slip("a").reveal()).unwrap(), ticket.slip("a").reveal());
    }

    #[test]
    fn a_number_is_read_however_it_is_typed_and_never_told_to_a_log() {
        let (plain, typed) = (Slip::typed("2345ABCD"), Slip::typed(" ２３４５ abcd "));
        assert_eq!((plain.key(), plain.clone()), (typed.key(), typed));
        assert_ne!(plain.key(), Slip::typed("2345ABCE").key());
        assert!(!format!("{plain:?}").contains("2345"));
        assert_eq!(Slip::typed("no").key().len(), plain.key().len());
    }

    #[test]
    fn what_cannot_be_a_ticket_is_none() {
        for sent in ["", "short", "A".repeat(26).as_str(), "a\"><script>alert(1)</script>bcdefgh"] {
            assert!(Ticket::read(sent).is_none(), "{sent}");
        }
    }
}
