//! Which rows of a list stay where they are when it is put in another order.

/// For each row of the new list, whether it stays: as many as can. The others are new or laid to another place.
///
/// `from` says for each row which place it had in the old list. A row that is laid elsewhere loses the focus, so no
/// more of them move than must: those that stay are a longest run whose old places grow.
pub(super) fn stay(from: &[Option<usize>]) -> Vec<bool> {
    // ends[n]: the row with the smallest old place that a run of n + 1 rows ends with
    let mut ends: Vec<usize> = Vec::new();
    // the row before this one in the longest run that ends with it
    let mut before = vec![None; from.len()];
    for (row, old) in from.iter().enumerate().filter(|(_, old)| old.is_some()) {
        let run = ends.partition_point(|end| from[*end] < *old);
        before[row] = run.checked_sub(1).map(|shorter| ends[shorter]);
        if run == ends.len() {
            ends.push(row);
        } else {
            ends[run] = row;
        }
    }
    let mut stays = vec![false; from.len()];
    let mut last = ends.last().copied();
    while let Some(row) = last {
        stays[row] = true;
        last = before[row];
    }
    stays
}

#[cfg(test)]
mod tests {
    use super::stay;

    /// All orders of all choices of these.
    fn lists(of: &[usize]) -> Vec<Vec<usize>> {
        let mut all = vec![vec![]];
        for (at, first) in of.iter().enumerate() {
            let others: Vec<_> = [&of[..at], &of[at + 1..]].concat();
            all.extend(lists(&others).into_iter().map(|rest| [vec![*first], rest].concat()));
        }
        all
    }

    /// What `rows` does with the page, on a list: leave those that stay, lay each other one before the next.
    fn laid(old: &[usize], new: &[usize]) -> (Vec<usize>, usize) {
        let mut page = old.to_vec();
        page.retain(|row| new.contains(row));
        let from: Vec<_> = new.iter().map(|row| old.iter().position(|had| had == row)).collect();
        let stays = stay(&from);
        let mut next = None;
        for (row, stays) in new.iter().zip(&stays).rev() {
            if !stays {
                page.retain(|had| had != row);
                let at = next.and_then(|next| page.iter().position(|had| *had == next));
                page.insert(at.unwrap_or(page.len()), *row);
            }
            next = Some(*row);
        }
        (page, from.iter().zip(&stays).filter(|(from, stays)| from.is_some() && !**stays).count())
    }

    #[test]
    fn every_list_of_five_rows_becomes_every_other() {
        let old = [0, 1, 2, 3, 4];
        for shown in 0..=old.len() {
            for new in lists(&old) {
                assert_eq!(laid(&old[..shown], &new).0, new, "from {:?}", &old[..shown]);
            }
        }
    }

    #[test]
    fn a_row_that_goes_to_the_other_end_is_the_only_one_that_moves() {
        let old = [0, 1, 2, 3, 4];
        assert_eq!(laid(&old, &[4, 0, 1, 2, 3]).1, 1);
        assert_eq!(laid(&old, &[1, 2, 3, 4, 0]).1, 1);
        assert_eq!(laid(&old, &[4, 3, 2, 1, 0]).1, 4);
        assert_eq!(laid(&old, &[0, 2, 4]).1, 0);
    }
}
