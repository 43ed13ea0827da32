//! What comes after the bench, over the server's door: advice and its answers, what is done of it, and who hears.

use domain::follow::{
    Satisfaction, Tidings, Undertaking,
    echo::Tell,
    rating::{Rate, Way},
};
use domain::session::{Advise, Answer, Sort, Verdict, advice};
use domain::{Act, Change, FollowAct, Id, Kind, Role, Scope, SessionAct, Stage};
use server::accounts::member;
use server::sync::now;

use crate::evening::{Crew, Evening, V};
use crate::phone::Phone;
use crate::village::{REGION, SHANGFENG};

pub(crate) const DAY: i64 = 24 * 60 * 60 * 1000;

/// A change of what comes after the bench, on a record that is there or begins.
pub(crate) fn follow(phone: &mut Phone, kind: Kind, id: Id, act: FollowAct) -> Change {
    phone.change(kind, id, V, act.into())
}

/// Something that is to be done, of a piece of advice.
pub(crate) fn undertaking(advice: Option<Id>, what: &str) -> Undertaking {
    Undertaking {
        what: what.into(),
        criterion: Some("雨后不打滑".into()),
        due: Some(now() + 30 * DAY),
        advice,
        ..Undertaking::default()
    }
}

pub(crate) fn told(to: &str) -> FollowAct {
    let how = Tidings::Door;
    FollowAct::Tell(Tell { to: to.into(), person: None, how, words: None })
}

pub(crate) fn rate(result: Satisfaction, words: Option<&str>) -> FollowAct {
    let words = words.map(str::to_owned);
    FollowAct::Rate(Rate {
        result,
        heard: Some(true),
        words,
        name: None,
        way: Way::Own,
        letter: None,
    })
}

impl Crew {
    /// An evening that is sealed, about an issue that is up on the board; gives the issue.
    pub(crate) async fn sits(
        &mut self,
        title: &str,
        said: &[(Sort, &str)],
    ) -> (Evening, Id, Vec<Id>) {
        let issue = self.chen.raise(title);
        let id = issue.id;
        let (evening, changes) = self.plan(title, vec![id]);
        self.writes(&[&[issue][..], &changes].concat()).await;
        let said = self.talks(evening, said).await;
        self.stands(id, "consulted").await;
        (evening, id, said)
    }

    /// An issue comes to a standing, by whatever way.
    pub(crate) async fn stands(&self, issue: Id, standing: &str) {
        let at = "update record set fields = jsonb_set(fields, '{standing}', to_jsonb($2::text)) where id = $1";
        sqlx::query(at).bind(issue).bind(standing).execute(self.village.pool()).await.unwrap();
    }

    /// Something that was said is taken for advice.
    pub(crate) async fn advises(&mut self, evening: Evening, of: Option<Id>, words: &str) -> Id {
        let advise = SessionAct::Advise(Advise::said(of, words));
        let change = evening.begin(&mut self.chen, advise);
        self.writes(std::slice::from_ref(&change)).await;
        change.id
    }

    /// The secretary answers it, where it lies.
    pub(crate) async fn answers(&mut self, advice: Id, scope: Scope, answer: Answer) {
        let act: Act = SessionAct::Answer(answer).into();
        let change = self.shi.change(Kind::Advice, advice, scope, act);
        assert_eq!(self.shi.push(&[change]).await, "ok\n");
    }

    /// The secretary brings the evening along.
    pub(crate) async fn goes_on(&mut self, evening: Evening, from: Stage, to: Stage) -> String {
        let change = evening.proceed(&mut self.shi, from, to);
        self.shi.push(&[change]).await
    }

    /// An evening that is handed over, with one piece of advice that was adopted; gives issue and advice.
    pub(crate) async fn handed_over(&mut self, words: &str) -> (Evening, Id, Id) {
        let (evening, issue, said) = self.sits("北渠淤了半边", &[(Sort::Opinion, words)]).await;
        self.seal(evening).await;
        let advice = self.advises(evening, Some(said[0]), words).await;
        let answer = Answer { ends: true, ..Answer::of(Verdict::Adopted, None) };
        self.answers(advice, evening.bench(), answer).await;
        assert_eq!(self.goes_on(evening, Stage::Sealed, Stage::HandedOver).await, "ok\n");
        (evening, issue, advice)
    }

    /// The recorder puts down something to be done.
    pub(crate) async fn undertakes(&mut self, undertaking: Undertaking) -> Id {
        let act = FollowAct::Undertake(undertaking);
        let change = follow(&mut self.chen, Kind::Action, Id::now_v7(), act);
        self.writes(std::slice::from_ref(&change)).await;
        change.id
    }

    /// Somebody does something to an action, and is let.
    pub(crate) async fn does(&mut self, phone: &mut Phone, action: Id, acts: Vec<FollowAct>) {
        let kind = Kind::Action;
        let changes: Vec<Change> =
            acts.into_iter().map(|act| follow(phone, kind.clone(), action, act)).collect();
        assert_eq!(phone.push(&changes).await, "ok\n".repeat(changes.len()));
    }

    /// An action is claimed and done by a phone, and checked by the supervisor.
    pub(crate) async fn done(&mut self, doer: &mut Phone, action: Id, owner: &str) {
        let owner = owner.to_owned();
        let acts = vec![
            FollowAct::Claim { owner },
            FollowAct::Accept,
            FollowAct::Finish { words: "做好了".into() },
        ];
        self.does(doer, action, acts).await;
        let check = FollowAct::Check { ok: true, words: Some("踩过了，不晃".into()) };
        let check = follow(&mut self.wu, Kind::Action, action, check);
        assert_eq!(self.wu.push(&[check]).await, "ok\n");
    }

    /// Somebody of a department, signed in.
    pub(crate) async fn department(&self, person: Id) -> Phone {
        let mut tx = self.village.pool().begin().await.unwrap();
        member::enrol(&mut tx, person).await.unwrap();
        for scope in member::scopes_of(Role::Department, SHANGFENG, REGION) {
            member::grant(&mut tx, person, Role::Department, scope).await.unwrap();
        }
        tx.commit().await.unwrap();
        self.village.phone(person).await
    }
}

/// Advice from paper, beside an issue, when no session is there to take it.
pub(crate) fn on_paper(phone: &mut Phone, issue: Id, name: &str, words: &str) -> Change {
    let voice = advice::Voice { name: name.into(), ..advice::Voice::default() };
    let (via, voice, issue) = (Some(advice::Via::Paper), Some(voice), Some(issue));
    let advise = Advise { via, voice, issue, ..Advise::said(None, words) };
    phone.change(Kind::Advice, Id::now_v7(), V, SessionAct::Advise(advise).into())
}
