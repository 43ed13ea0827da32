//! Who may give whom which role where, as one table; and what follows from it for invites and new names.

use std::fmt::Write;

use domain::{
    Act, Kind, Role, Scope, Who, may,
    place::Person,
    trust::{Distrust, givers, grants, may_give, may_grant, may_invite, may_take, posts},
};

use crate::cast::{CHEN, DRAFTS, JIANG, VILLAGE, WU, change, id, who};

const REGION: Scope = Scope::Region(id(900));
const SHI: domain::Id = id(14);

/// Rows: which role is given, and where. Columns: by whom, who holds that role in the same place: villager,
/// representative, secretary, recorder, supervisor, first secretary, member, expert, department, office.
pub(super) const TABLE: &str = "\
given in a village   V R S K U F M E D O
villager             . . x x . . . . . x
representative       . . x . . . . . . x
secretary            . . . . . . . . . x
recorder             . . x . . . . . . x
supervisor           . . . . . . . . . x
first_secretary      . . . . . . . . . x
member               . . . . . . . . . x
expert               . . . . . . . . . x
department           . . . . . . . . . x
office               . . . . . . . . . .
given in a region    V R S K U F M E D O
villager             . . . . . . . . . .
representative       . . . . . . . . . .
secretary            . . . . . . . . . .
recorder             . . . . . . . . . .
supervisor           . . . . . . . . . .
first_secretary      . . . . . . . . . .
member               . . . . . . . . . x
expert               . . . . . . . . . x
department           . . . . . . . . . x
office               . . . . . . . . . x
";

fn table(asks: impl Fn(Role, Role, Scope) -> bool) -> String {
    let mut table = String::new();
    for (place, word) in [(VILLAGE, "village"), (REGION, "region")] {
        let head = format!("given in a {word}");
        writeln!(table, "{head:21}V R S K U F M E D O").expect("a string takes all");
        for role in Role::ALL {
            write!(table, "{:20}", role.as_str()).expect("a string takes all");
            for giver in Role::ALL {
                let mark = if asks(giver, role, place) { 'x' } else { '.' };
                write!(table, " {mark}").expect("a string takes all");
            }
            table.push('\n');
        }
    }
    table
}

#[test]
fn each_role_is_given_by_whom_the_table_says() {
    let table = table(|giver, role, place| may_grant(&who(CHEN, &[(giver, place)]), role, place));
    assert_eq!(table, TABLE);
}

#[test]
fn what_is_said_of_who_may_is_what_is_asked() {
    let table = table(|giver, role, place| givers(role, place).contains(&giver));
    assert_eq!(table, TABLE);
    for giver in Role::ALL {
        let able = grants(&who(CHEN, &[(giver, VILLAGE)]), VILLAGE);
        assert!(able.iter().all(|role| givers(*role, VILLAGE).contains(&giver)));
    }
}

#[test]
fn a_role_elsewhere_gives_nothing_here() {
    let elsewhere = [Scope::Village(id(77)), Scope::Region(id(77)), DRAFTS, Scope::Session(id(7))];
    for (giver, role) in Role::ALL.into_iter().flat_map(|a| Role::ALL.map(|b| (a, b))) {
        for other in elsewhere {
            assert!(!may_grant(&who(CHEN, &[(giver, other)]), role, VILLAGE), "{giver:?} {role:?}");
            assert!(!may_grant(&who(CHEN, &[(giver, VILLAGE)]), role, other), "{giver:?} {role:?}");
        }
    }
}

/// Who could take part in choosing whoever watches over them.
#[test]
fn nobody_in_the_village_chooses_who_watches_over_them() {
    for giver in Role::ALL.into_iter().filter(|giver| *giver != Role::Office) {
        let giver = who(SHI, &[(giver, VILLAGE)]);
        for watcher in [Role::Supervisor, Role::Office, Role::Secretary, Role::FirstSecretary] {
            assert!(!may_grant(&giver, watcher, VILLAGE));
        }
    }
}

#[test]
fn nobody_changes_their_own_roles() {
    let office = who(SHI, &[(Role::Office, VILLAGE), (Role::Office, REGION)]);
    for role in Role::ALL {
        for place in [VILLAGE, REGION] {
            assert!(may_give(&office, &office, role, place).is_err());
            assert!(may_take(&office, SHI, role, place).is_err());
        }
    }
    assert_eq!(may_take(&office, SHI, Role::Office, REGION), Err(Distrust::Own));
    assert_eq!(may_invite(&office, &office), Err(Distrust::Own));
}

#[test]
fn whoever_watches_is_none_of_those_who_are_watched() {
    let office = who(SHI, &[(Role::Office, VILLAGE), (Role::Office, REGION)]);
    for cadre in [Role::Recorder, Role::Secretary, Role::FirstSecretary] {
        let guest = who(JIANG, &[(cadre, VILLAGE)]);
        let give = may_give(&office, &guest, Role::Supervisor, VILLAGE);
        assert_eq!(give, Err(Distrust::Watched), "{cadre:?}");
        let watcher = who(WU, &[(Role::Supervisor, VILLAGE)]);
        assert_eq!(may_give(&office, &watcher, cadre, VILLAGE), Err(Distrust::Watched));
        // elsewhere they may
        let elsewhere = who(JIANG, &[(cadre, Scope::Village(id(77)))]);
        assert_eq!(may_give(&office, &elsewhere, Role::Supervisor, VILLAGE), Ok(()));
    }
    let both = who(JIANG, &[(Role::Villager, VILLAGE), (Role::Representative, VILLAGE)]);
    assert_eq!(may_give(&office, &both, Role::Supervisor, VILLAGE), Ok(()));
}

/// Somebody with a role in the village, as the server gives it.
fn of_the_village(person: domain::Id, role: Role) -> Who {
    let mut who = who(person, &[(role, REGION), (role, VILLAGE)]);
    who.roles.extend(role.reads_drafts().then_some((role, DRAFTS)));
    who
}

#[test]
fn an_invite_is_for_whoever_may_be_trusted_with_all_the_guest_is() {
    let mut table = String::from("guest                V R S K U F M E D O\n");
    for guest in Role::ALL {
        write!(table, "{:20}", guest.as_str()).expect("a string takes all");
        let guest = of_the_village(JIANG, guest);
        for host in Role::ALL {
            let mark =
                if may_invite(&of_the_village(CHEN, host), &guest).is_ok() { 'x' } else { '.' };
            write!(table, " {mark}").expect("a string takes all");
        }
        table.push('\n');
    }
    assert_eq!(
        table,
        "\
guest                V R S K U F M E D O
villager             . . x x . . . . . x
representative       . . x . . . . . . x
secretary            . . . . . . . . . x
recorder             . . x . . . . . . x
supervisor           . . . . . . . . . x
first_secretary      . . . . . . . . . x
member               . . . . . . . . . x
expert               . . . . . . . . . x
department           . . . . . . . . . x
office               . . . . . . . . . x
"
    );
    // a recorder who could ask the supervisor in could sign as the supervisor
    let mut guest = of_the_village(JIANG, Role::Villager);
    let recorder = of_the_village(CHEN, Role::Recorder);
    assert_eq!(may_invite(&recorder, &guest), Ok(()));
    guest.roles.push((Role::Supervisor, Scope::Village(id(77))));
    assert_eq!(may_invite(&recorder, &guest), Err(Distrust::NotYours));
    assert_eq!(may_invite(&recorder, &who(JIANG, &[])), Err(Distrust::NotYours));
}

#[test]
fn what_a_role_reaches_is_no_role_of_its_own() {
    let recorder = of_the_village(CHEN, Role::Recorder);
    assert_eq!(posts(&recorder), [(Role::Recorder, VILLAGE)]);
    let office = of_the_village(SHI, Role::Office);
    assert_eq!(posts(&office), [(Role::Office, REGION)]);
    let expert = who(JIANG, &[(Role::Expert, REGION)]);
    assert_eq!(posts(&expert), [(Role::Expert, REGION)]);
}

#[test]
fn whoever_may_give_a_role_in_a_village_may_enter_the_name() {
    let enters = |giver: Role, role: Option<Role>, place: Scope| {
        let person = Person { name: "姜月仙".into(), role, ..Person::default() };
        let act = Act::Introduce(person);
        may(&of_the_village(CHEN, giver), &change(3, Kind::Person, id(33), place, act), None)
            .is_ok()
    };
    for (giver, role) in Role::ALL.into_iter().flat_map(|a| Role::ALL.map(|b| (a, b))) {
        let gives = givers(role, VILLAGE).contains(&giver) || giver == Role::Office;
        assert_eq!(enters(giver, Some(role), VILLAGE), gives, "{giver:?} {role:?}");
        // everybody in a village reads the region's directory; only the office writes in it
        assert_eq!(enters(giver, Some(role), REGION), giver == Role::Office);
        assert_eq!(enters(giver, None, VILLAGE), giver == Role::Office);
    }
}
