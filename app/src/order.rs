//! What puts a list in order: one kind of key, since each other kind would bring a whole sort to the phone.

use domain::{Id, Millis};

/// What sorts first is first; ids only keep apart what is otherwise alike.
pub(crate) type Order = (i64, Millis, u128);

/// Those of a lower rank first; within a rank the oldest.
pub(crate) fn oldest_first(rank: u32, at: Millis, id: Id) -> Order {
    (rank.into(), at, id.as_u128())
}

/// Those of a lower rank first; within a rank the newest.
pub(crate) fn newest_first(rank: u32, at: Millis, id: Id) -> Order {
    (rank.into(), at.saturating_neg(), !id.as_u128())
}

#[cfg(test)]
mod tests {
    use super::{Id, newest_first, oldest_first};

    #[test]
    fn rank_goes_before_time_and_time_before_the_order_of_making() {
        let (early, late) = (Id::from_u128(1), Id::from_u128(2));
        let told = [(0, 5, early), (0, 5, late), (0, 7, early), (1, 3, late)];
        assert!(told.map(|(rank, at, id)| oldest_first(rank, at, id)).is_sorted());
        let told = [(0, 7, early), (0, 5, late), (0, 5, early), (1, 9, late)];
        assert!(told.map(|(rank, at, id)| newest_first(rank, at, id)).is_sorted());
    }
}
