//! The number by which somebody without an account asks, and the ticket in a form that it is made from.
//!
//! A form carries a ticket that was drawn when it was shown. What the form becomes is named by it, and so is its number:
//! a form that is sent twice becomes one thing with one number, and nobody can aim at another's record.

use domain::session::seal;
use domain::{Id, Millis};
use uuid::Builder;

use crate::secret::{ALPHABET, Secret, digest};

/// So many letters tell when the form was shown, for as long as records last.
const WHEN: usize = 9;

/// What a form carries: when it was shown, as records are named in the order of their making; and what is random, and
/// different in each form that is shown.
#[derive(Clone, Debug)]
pub(crate) struct Ticket {
    word: Secret,
    at: u64,
}

impl Ticket {
    /// For a form that is shown now.
    pub(crate) fn fresh(now: Millis) -> Self {
        let at = u64::try_from(now).unwrap_or_default();
        let letter = |nth: usize| {
            let shift = 5 * (WHEN - 1 - nth);
            char::from(ALPHABET[usize::try_from(at >> shift & 31).unwrap_or_default()])
        };
        let when: String = (0..WHEN).map(letter).collect();
        let word = format!("{when}{}", Secret::for_invite().reveal());
        // letters of the alphabet all of them
        Self::read(&word).unwrap_or_else(|| Self { word: Secret::for_invite(), at })
    }

    /// What came back with a form, if it can be one.
    pub(crate) fn read(sent: &str) -> Option<Self> {
        let word = Secret::read(sent)?;
        let when = word.reveal().get(..WHEN).filter(|_| word.reveal().len() == WHEN + 26)?;
        let at = when.bytes().try_fold(0_u64, |at, letter| {
            let value = ALPHABET.iter().position(|known| *known == letter)?;
            Some(at << 5 | u64::try_from(value).ok()?)
        })?;
        Some(Self { word, at })
    }

    /// The word in the form.
    pub(crate) fn reveal(&self) -> &str {
        self.word.reveal()
    }

    /// The name of the record that the form becomes. `of` is what the form is for: the same ticket in another form is
    /// another record.
    pub(crate) fn record(&self, of: &str) -> Id {
        let drawn = digest(format!("bandeng form\n{of}\n{}", self.reveal()).as_bytes());
        let (bytes, _) = drawn.split_first_chunk().unwrap_or((&[0; 10], &[]));
        Builder::from_unix_timestamp_millis(self.at, bytes).into_uuid()
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
        let ticket = Ticket::fresh(1_795_777_200_000);
        let again = Ticket::read(ticket.reveal()).unwrap();
        assert_eq!(ticket.record("a"), again.record("a"));
        assert_eq!(ticket.slip("a"), again.slip("a"));
        assert_ne!(ticket.record("a"), ticket.record("b"));
        assert_ne!(ticket.slip("a"), ticket.slip("b"));
        assert_ne!(ticket.record("a"), Ticket::fresh(1_795_777_200_000).record("a"));
        assert_eq!(seal::typed(ticket.slip("a").reveal()).unwrap(), ticket.slip("a").reveal());
    }

    #[test]
    fn records_are_named_in_the_order_in_which_their_forms_were_shown() {
        let [early, late] = [1_795_777_200_000, 1_795_777_200_001].map(Ticket::fresh);
        assert!(early.record("a") < late.record("a"));
        let (seconds, nanos) = late.record("a").get_timestamp().unwrap().to_unix();
        assert_eq!((seconds, nanos), (1_795_777_200, 1_000_000));
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
        for sent in [
            "",
            "short",
            &"A".repeat(35),
            &"a".repeat(34),
            &"a".repeat(36),
            "a\"><script>alert(1)</script>bcdefgh",
        ] {
            assert!(Ticket::read(sent).is_none(), "{sent}");
        }
    }
}
