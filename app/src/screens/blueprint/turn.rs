//! How one text turned into another: what both begin and end with stays, and what is between is struck out and written
//! in its place.

/// A text in four pieces: what stays before, what is struck out, what is written in its place, what stays behind.
pub(super) type Turn = [String; 4];

/// The fewest letters that are worth keeping at one side.
const KEPT: usize = 2;

/// How `was` turned into `now`. In scripts that write words with blanks between, whole texts are set side by side: half
/// a word struck out cannot be read.
pub(super) fn turned(was: &str, now: &str) -> Turn {
    let whole =
        |was: &str, now: &str| [String::new(), was.to_owned(), now.to_owned(), String::new()];
    if crate::parts::tongue(now).is_none() {
        return whole(was, now);
    }
    let (old, new): (Vec<char>, Vec<char>) = (was.chars().collect(), now.chars().collect());
    let same = |(a, b): &(&char, &char)| a == b;
    let mut before = old.iter().zip(&new).take_while(same).count();
    if before < KEPT {
        before = 0;
    }
    let (old_rest, new_rest) = (&old[before..], &new[before..]);
    let mut behind = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(same).count();
    // a number is not cut in two, and nothing is left of neither side
    if behind < KEPT || behind == old_rest.len() || behind == new_rest.len() {
        behind = 0;
    }
    let text = |chars: &[char]| chars.iter().collect::<String>();
    let (old_end, new_end) = (old_rest.len() - behind, new_rest.len() - behind);
    [
        text(&new[..before]),
        text(&old_rest[..old_end]),
        text(&new_rest[..new_end]),
        text(&new_rest[new_end..]),
    ]
}

#[cfg(test)]
mod tests {
    use super::turned;

    #[test]
    fn what_both_begin_with_stays() {
        let turn = turned("竹山全面林下种植", "竹山先做 30 亩林下试验");
        assert_eq!(turn, ["竹山", "全面林下种植", "先做 30 亩林下试验", ""]);
        assert_eq!(turned("村口装灯", "学校段装灯"), ["", "村口", "学校段", "装灯"]);
    }

    #[test]
    fn what_has_nothing_in_common_stands_side_by_side() {
        assert_eq!(turned("停车场", "老年食堂"), ["", "停车场", "老年食堂", ""]);
        assert_eq!(
            turned("A wide road", "A passing place"),
            ["", "A wide road", "A passing place", ""]
        );
    }
}
