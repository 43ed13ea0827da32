//! A list in order does what a tree does, whatever is asked of it and in whatever order.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    Form, Id, Ids, Scope, Sorted,
    form::{self, Misread},
};
use proptest::{collection::vec, prelude::*};

#[derive(Clone, Debug)]
enum Asked {
    Put(u8, u64),
    Add(u8, u64),
    Take(u8),
    Look(u8),
    Keep(u64),
    More(Vec<(u8, u64)>),
    Clear,
}

fn asked() -> impl Strategy<Value = Asked> {
    // few keys, so that most of them are met again
    let (key, value) = (|| 0..24_u8, || 0..99_u64);
    prop_oneof![
        6 => (key(), value()).prop_map(|(key, value)| Asked::Put(key, value)),
        3 => (key(), value()).prop_map(|(key, value)| Asked::Add(key, value)),
        4 => key().prop_map(Asked::Take),
        3 => key().prop_map(Asked::Look),
        1 => (2..5_u64).prop_map(Asked::Keep),
        2 => vec((key(), value()), 0..9).prop_map(Asked::More),
        1 => Just(Asked::Clear),
    ]
}

fn scope() -> impl Strategy<Value = Scope> {
    let of = prop::sample::select(vec![Scope::Region, Scope::Village, Scope::Draft, Scope::User]);
    (of, 0..20_u128).prop_map(|(of, id)| of(Id::from_u128(id)))
}

fn ids() -> impl Strategy<Value = Vec<Id>> {
    vec((0..40_u128).prop_map(Id::from_u128), 0..30)
}

proptest! {
    #[test]
    fn a_sorted_map_answers_as_a_tree_does(all in vec(asked(), 0..60)) {
        let (mut sorted, mut tree) = (Sorted::<String, u64>::new(), BTreeMap::<String, u64>::new());
        for asked in all {
            match asked {
                Asked::Put(key, value) => {
                    let key = key.to_string();
                    prop_assert_eq!(sorted.insert(key.clone(), value), tree.insert(key, value));
                }
                Asked::Add(key, value) => {
                    *sorted.or_default(key.to_string()) += value;
                    *tree.entry(key.to_string()).or_default() += value;
                }
                Asked::Take(key) => {
                    let key = key.to_string();
                    prop_assert_eq!(sorted.remove(key.as_str()), tree.remove(&key));
                }
                Asked::Look(key) => {
                    let key = key.to_string();
                    prop_assert_eq!(sorted.get(key.as_str()), tree.get(&key));
                    prop_assert_eq!(sorted.contains_key(&key), tree.contains_key(&key));
                }
                Asked::Keep(part) => {
                    sorted.retain(|_, value| value % part == 0);
                    tree.retain(|_, value| *value % part == 0);
                }
                Asked::More(more) => {
                    let more = || more.iter().map(|(key, value)| (key.to_string(), *value));
                    sorted.extend(more());
                    tree.extend(more());
                }
                Asked::Clear => {
                    sorted.clear();
                    tree.clear();
                }
            }
            prop_assert!(sorted.iter().eq(&tree));
            prop_assert!(sorted.keys().eq(tree.keys()) && sorted.values().eq(tree.values()));
            prop_assert_eq!((sorted.len(), sorted.is_empty()), (tree.len(), tree.is_empty()));
        }
        prop_assert!(sorted.into_iter().eq(tree));
    }

    #[test]
    fn a_sorted_map_is_made_and_read_from_what_comes_in_any_order(all in vec((scope(), 0..9_u64), 0..60)) {
        let sorted: Sorted<Scope, u64> = all.iter().copied().collect();
        let tree: BTreeMap<Scope, u64> = all.into_iter().collect();
        prop_assert!(sorted.iter().eq(&tree));
        // as texts, drafts come before villages
        prop_assert_eq!(Sorted::read(sorted.form()), Ok(sorted.clone()));
        let named: Sorted<String, u64> = tree.iter().map(|(scope, v)| (scope.to_string(), *v)).collect();
        prop_assert_eq!(named.form(), sorted.form());
        prop_assert_eq!(Sorted::read(named.form()), Ok(named));
    }

    #[test]
    fn a_set_of_ids_answers_as_a_tree_does(first in ids(), some in ids(), more in ids()) {
        let mut set: Ids = first.iter().copied().collect();
        let mut tree: BTreeSet<Id> = first.into_iter().collect();
        for id in some {
            prop_assert_eq!(set.contains(&id), tree.contains(&id));
            prop_assert_eq!(set.insert(id), tree.insert(id));
        }
        set.extend(more.iter().copied());
        tree.extend(more);
        prop_assert!(set.iter().eq(&tree));
        prop_assert!(set.into_iter().eq(tree));
    }
}

#[test]
fn one_scope_said_in_two_ways_is_one_scope() -> Result<(), Box<Misread>> {
    let id = Id::from_u128(7);
    let text = format!(r#"{{"v:{id}": 1, "d:{id}": 2, "v:{}": 3}}"#, id.simple());
    let read: Sorted<Scope, u64> = form::parse(&text)?;
    assert!(read.keys().eq(&[Scope::Village(id), Scope::Draft(id)]));
    Ok(())
}
