//! Laws of the clause merge, on texts in Chinese and English with emoji, joiners and combining marks.
//!
//! Copies that agree are not yet copies that are right: these say what right is.

use domain::text::{Merged, clauses, first_clause, merge};
use proptest::prelude::*;

/// Clauses that people write, and some that machines stumble over.
const CLAUSES: [&str; 16] = [
    "村口的路灯坏了，",
    "晚上走不了；",
    "一年水费3.5元。",
    "谁来修？",
    "快修！",
    "“修好了。”",
    "老人👵🏽说，",
    "👨‍👩‍👧‍👦一家都在等。",
    " cafe\u{301} is closed,",
    " It costs 10,000 yuan.",
    " see www.shangfeng.cn/a?b=1;",
    "\n",
    "，",
    "没有标点的话",
    " e\u{301}\u{200D}，",
    "🇨🇳🇨🇳。",
];

/// What stays with the clause before it.
const STOPS: [char; 4] = ['，', '。', '？', '！'];

fn clause() -> impl Strategy<Value = String> {
    prop::sample::select(CLAUSES.to_vec()).prop_map(str::to_owned)
}

fn prose() -> impl Strategy<Value = String> {
    prop::collection::vec(clause(), 0..9).prop_map(|clauses| clauses.concat())
}

/// What somebody made of a text: clauses struck out, written anew or added.
fn rewritten(base: &str, edits: &[(usize, u8, String)]) -> String {
    let mut side: Vec<String> = clauses(base).into_iter().map(str::to_owned).collect();
    for (at, how, new) in edits {
        let at = at % (side.len() + 1);
        match how % 3 {
            0 if at < side.len() => drop(side.remove(at)),
            1 if at < side.len() => side[at].clone_from(new),
            _ => side.insert(at, new.clone()),
        }
    }
    side.concat()
}

prop_compose! {
    fn edits()(edits in prop::collection::vec((0_usize..20, 0_u8..3, clause()), 0..4)) -> Vec<(usize, u8, String)> {
        edits
    }
}

prop_compose! {
    /// A text, and what two people made of it.
    fn three()(base in prose(), mine in edits(), theirs in edits()) -> (String, String, String) {
        let (mine, theirs) = (rewritten(&base, &mine), rewritten(&base, &theirs));
        (base, mine, theirs)
    }
}

fn plain(text: &str) -> Merged {
    Merged { text: text.to_owned(), both: false }
}

proptest! {
    #[test]
    fn who_changed_nothing_gives_way((base, side, _) in three()) {
        prop_assert_eq!(merge(&base, &side, &base), plain(&side));
        prop_assert_eq!(merge(&base, &base, &side), plain(&side));
    }

    #[test]
    fn two_who_wrote_the_same_agree((base, side, _) in three()) {
        prop_assert_eq!(merge(&base, &side, &side), plain(&side));
    }

    #[test]
    fn without_a_clash_it_does_not_matter_who_came_first((base, mine, theirs) in three()) {
        let (one, other) = (merge(&base, &mine, &theirs), merge(&base, &theirs, &mine));
        prop_assert_eq!(one.both, other.both);
        if !one.both {
            prop_assert_eq!(one.text, other.text);
        }
    }

    #[test]
    fn every_clause_that_either_side_added_is_there((base, mine, theirs) in three()) {
        let met = merge(&base, &mine, &theirs);
        for side in [&mine, &theirs] {
            for clause in clauses(side).into_iter().filter(|clause| !clauses(&base).contains(clause)) {
                prop_assert!(met.text.contains(clause), "{clause:?} is not in {:?}", met.text);
            }
        }
    }

    #[test]
    fn what_nobody_touched_stands_and_stands_once((base, mine, theirs) in three()) {
        let cut = clauses(&base);
        // where a clause stands twice or was moved, nobody can say which of them was left alone
        let in_place = |side: &str| {
            let kept: Vec<usize> =
                clauses(side).iter().filter_map(|clause| cut.iter().position(|c| c == clause)).collect();
            kept.is_sorted_by(|one, next| one < next)
        };
        prop_assume!(in_place(&base) && in_place(&mine) && in_place(&theirs));
        // a stop with no words of its own goes to whatever comes to stand before it
        let bare = |side: &str| clauses(side).iter().any(|clause| clause.trim_matches(STOPS).is_empty());
        prop_assume!(!bare(&base) && !bare(&mine) && !bare(&theirs));
        let met = merge(&base, &mine, &theirs);
        prop_assume!(!met.both);
        for clause in cut.iter().filter(|clause| mine.contains(**clause) && theirs.contains(**clause)) {
            let in_both = [&mine, &theirs].iter().all(|side| clauses(side).contains(clause));
            let times = clauses(&met.text).iter().filter(|c| *c == clause).count();
            prop_assert!(!in_both || times == 1, "{clause:?} stands {times} times in {:?}", met.text);
        }
    }

    #[test]
    fn what_both_struck_out_is_gone((base, mine, theirs) in three()) {
        let met = merge(&base, &mine, &theirs);
        for clause in clauses(&base) {
            if !mine.contains(clause) && !theirs.contains(clause) && !met.both {
                prop_assert!(!clauses(&met.text).contains(&clause), "{clause:?} is back in {:?}", met.text);
            }
        }
    }

    #[test]
    fn nothing_that_a_reader_sees_as_one_is_cut_in_two((base, mine, theirs) in three()) {
        let joins = |c: char| matches!(c, '\u{300}'..='\u{36F}' | '\u{200D}' | '\u{FE0F}' | '🏻'..='🏿');
        let met = merge(&base, &mine, &theirs).text;
        for text in [base, mine, theirs, met] {
            let cut = clauses(&text).into_iter().skip(1).find(|clause| clause.starts_with(joins));
            prop_assert_eq!(cut, None, "in {:?}", text);
        }
    }

    #[test]
    fn nothing_is_said_that_nobody_said((base, mine, theirs) in three()) {
        let met = merge(&base, &mine, &theirs);
        let stop = |c: char| c.is_whitespace() || "，；。？！,.;?!".contains(c);
        let bare = |clause: &str| clause.trim_matches(stop).to_owned();
        let said: Vec<String> =
            [&base, &mine, &theirs].into_iter().flat_map(|text| clauses(text)).map(bare).collect();
        for clause in clauses(&met.text.replace(['⟪', '⟫'], "\n")).into_iter().map(bare) {
            prop_assert!(said.contains(&clause) || clause.is_empty(), "{clause:?} is nobody's");
        }
    }

    #[test]
    fn edits_of_different_clauses_both_survive(
        base in prop::collection::vec(clause(), 2..9),
        one in any::<prop::sample::Index>(),
        apart in any::<prop::sample::Index>(),
    ) {
        let base = base.concat();
        let cut = clauses(&base);
        prop_assume!(cut.len() > 1);
        let one = one.index(cut.len());
        let other = (one + 1 + apart.index(cut.len() - 1)) % cut.len();
        let write = |at: usize, new: &str| {
            let mut side = cut.clone();
            side[at] = new;
            side.concat()
        };
        // a stop alone joins the clause before it, once that one ends with a stop
        let sides = [write(one, "第一处。"), write(other, "第二处。")];
        prop_assume!(sides.iter().all(|side| clauses(side).len() == cut.len()));
        let met = merge(&base, &write(one, "第一处。"), &write(other, "第二处。"));
        let mut wanted = cut.clone();
        (wanted[one], wanted[other]) = ("第一处。", "第二处。");
        prop_assert_eq!(met, plain(&wanted.concat()));
    }

    #[test]
    fn clauses_together_are_the_text(text in "\\PC{0,60}|[，。.!? 0-9a-z\n\u{301}\u{200D}👵🏽]{0,40}") {
        prop_assert_eq!(clauses(&text).concat(), text.clone());
        prop_assert!(clauses(&text).iter().all(|clause| !clause.is_empty()));
    }

    #[test]
    fn merging_cannot_fail_whatever_was_typed(base in "\\PC{0,80}", mine in "\\PC{0,80}", theirs in "\\PC{0,80}") {
        let met = merge(&base, &mine, &theirs);
        prop_assert!(met.both || !met.text.contains('⟪') || [base, mine, theirs].concat().contains('⟪'));
    }

    #[test]
    fn a_heading_is_short_and_says_something(text in "\\PC{1,80}") {
        prop_assume!(!text.trim().is_empty());
        let heading = first_clause(&text, 12);
        prop_assert!(!heading.trim().is_empty() && heading.chars().count() <= 12);
    }
}

#[test]
fn a_clause_that_both_wrote_stands_twice() {
    let met = merge("灯坏了，请修。", "灯坏了三天，请修。", "灯不亮了，请修。");
    assert_eq!(met, Merged { text: "灯不亮了，⟪灯坏了三天，⟫请修。".into(), both: true });
}

#[test]
fn who_wrote_prevails_over_who_struck_out_and_it_is_marked() {
    let wrote = Merged { text: "灯不亮了，请修。".into(), both: true };
    assert_eq!(merge("灯坏了，请修。", "请修。", "灯不亮了，请修。"), wrote);
    assert_eq!(merge("灯坏了，请修。", "灯不亮了，请修。", "请修。"), wrote);
}

#[test]
fn a_number_is_never_put_together_from_two() {
    let met = merge("水费3.5元，太贵。", "水费3.8元，太贵。", "水费4.5元，太贵。");
    assert_eq!(met.text, "水费4.5元，⟪水费3.8元，⟫太贵。");
    assert_eq!(clauses("It costs 10,000, see a.cn."), ["It costs 10,000,", " see a.cn."]);
}

#[test]
fn a_quotation_keeps_its_closing_mark_and_a_stop_its_fellow() {
    assert_eq!(clauses("他说“好。”然后呢？！\n走。"), ["他说“好。”", "然后呢？！", "\n", "走。"]);
}

#[test]
fn an_open_last_clause_does_not_run_into_what_another_adds() {
    let met = merge("灯坏了。", "灯坏了三天", "灯坏了。请修。");
    assert_eq!(met, Merged { text: "灯坏了。请修。⟪灯坏了三天⟫".into(), both: true });
}

#[test]
fn a_text_of_nothing_but_stops_is_merged_in_no_time() {
    let [base, mine, theirs] = ["a,\n", "b,\n", "c,\n"].map(|clause| clause.repeat(20_000));
    assert!(merge(&base, &mine, &theirs).both);
}
