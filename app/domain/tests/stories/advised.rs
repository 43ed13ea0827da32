//! What a department answers, it follows up; and what comes late names its issue.

use domain::{
    Act, FollowAct, Id, Kind, Refusal, Role, SessionAct,
    follow::Section,
    may,
    session::advice::{Advise, Via},
};

use crate::cast::{JIANG, LAMP, VILLAGE, change, id, who};

fn line(cites: Vec<Id>) -> Act {
    let words = "北渠每年冬修清淤一次".to_owned();
    let (section, words_en, first, why) = (Section::Living, None, None, None);
    FollowAct::Sketch { section, words, words_en, first, cites, why }.into()
}

#[test]
fn a_department_lists_a_line_that_comes_of_advice_and_thinks_up_none() {
    let department = who(JIANG, &[(Role::Department, VILLAGE)]);
    let sketch = |cites| {
        let change = change(1, Kind::Line, id(700), VILLAGE, line(cites));
        may(&department, &change, None)
    };
    assert_eq!(sketch(vec![id(600)]), Ok(()));
    assert!(matches!(sketch(Vec::new()), Err(Refusal::NotYourPart { .. })));
}

#[test]
fn a_villager_lists_none() {
    let villager = who(JIANG, &[(Role::Villager, VILLAGE)]);
    let change = change(1, Kind::Line, id(700), VILLAGE, line(vec![id(600)]));
    assert!(matches!(may(&villager, &change, None), Err(Refusal::NotYourPart { .. })));
}

#[test]
fn advice_names_the_statement_it_was_taken_from_or_else_its_issue() {
    let late =
        Advise {
            issue: Some(LAMP), via: Some(Via::Phone), ..Advise::said(None, "装在转弯头")
        };
    assert_eq!(SessionAct::Advise(late.clone()).names(), Some(LAMP));
    let said = Advise { statement: Some(id(601)), ..late };
    assert_eq!(SessionAct::Advise(said).names(), Some(id(601)));
}
