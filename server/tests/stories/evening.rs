//! An evening on the benches of 上枫村, over the server's door: its people, and the way to the seal.

use domain::form::Value;
use domain::session::{
    Check, Convene, Convened, Duty, How, Mode, Promise, Room, Seal, Seat, Sort, State, Word,
    papers_of, seal,
};
use domain::{Act, Change, Id, Kind, Role, Scope, SessionAct, Stage};
use server::accounts::member;
use server::sync::now;
use sqlx::PgPool;

use crate::handset::Handset;
use crate::phone::Phone;
use crate::village::{CHEN, REGION, SHANGFENG, SHI, Village, WANG};

/// 吴国梁, who watches over the village.
pub(crate) const WU: Id = Id::from_u128(0xa6);
pub(crate) const V: Scope = Scope::Village(SHANGFENG);
const DAY: i64 = 24 * 60 * 60 * 1000;

/// The village with whoever makes an evening: the recorder, the host and the witness.
pub(crate) struct Crew {
    pub(crate) village: Village,
    pub(crate) chen: Phone,
    pub(crate) shi: Phone,
    pub(crate) wu: Phone,
}

/// One evening.
#[derive(Clone, Copy)]
pub(crate) struct Evening {
    pub(crate) id: Id,
    /// The host, the recorder, and 王彩娣 of group 3.
    pub(crate) seats: [Id; 3],
}

impl Evening {
    pub(crate) fn bench(self) -> Scope {
        Scope::Session(self.id)
    }

    /// A change that begins a record of the evening.
    pub(crate) fn begin(self, phone: &mut Phone, act: SessionAct) -> Change {
        let kind = act.begins().unwrap();
        let fresh = if kind == Kind::Minutes { papers_of(self.id) } else { Id::now_v7() };
        phone.change(kind, fresh, self.bench(), act.into())
    }

    /// A change of the evening itself.
    pub(crate) fn step(self, phone: &mut Phone, act: SessionAct) -> Change {
        phone.change(Kind::Session, self.id, V, act.into())
    }

    pub(crate) fn proceed(self, phone: &mut Phone, from: Stage, to: Stage) -> Change {
        self.step(phone, SessionAct::Proceed { from, to, why: None })
    }

    /// Something that 王彩娣 says.
    pub(crate) fn says(self, phone: &mut Phone, sort: Sort, words: &str, named: bool) -> Change {
        let (seat, words) = (Some(self.seats[2]), Some(words.to_owned()));
        self.begin(phone, SessionAct::State(State { sort, seat, part: 3, words, named }))
    }

    /// Her nod to it.
    pub(crate) fn nods(self, phone: &mut Phone, said: &Change) -> Change {
        let Act::Session(act) = &said.act else { panic!("it was said") };
        let SessionAct::State(State { words: Some(of), .. }) = &**act else { panic!("in words") };
        let (statement, of) = (said.id, of.clone());
        let (word, how) = (Word::Confirmed, How::Here);
        let check = Check { statement, of, word, how, words: None, named: None };
        self.begin(phone, SessionAct::Confirm(check))
    }
}

pub(crate) fn convene(title: &str, issues: Vec<Id>) -> SessionAct {
    SessionAct::Convene(Convene {
        title: title.into(),
        title_en: None,
        village: SHANGFENG,
        mode: Mode::B,
        issues,
        on: Some(now() + DAY),
        place: Some("老街古樟树下".into()),
        agenda: Vec::new(),
        follows: None,
    })
}

pub(crate) fn seat(name: &str, role: Role, person: Option<Id>, duty: Option<Duty>) -> Seat {
    let (label, group, name) = (None, None, name.to_owned());
    Seat { name, role, label, group, person, duty, remote: false, order: 0, salt: None }
}

/// The way from the plan to the read-back, as (from, to).
pub(crate) const OPENING: [(Stage, Stage); 3] = [
    (Stage::Planned, Stage::Noticed),
    (Stage::Noticed, Stage::Ready),
    (Stage::Ready, Stage::InSession),
];
pub(crate) const ENDING: [(Stage, Stage); 2] =
    [(Stage::InSession, Stage::Drafting), (Stage::Drafting, Stage::Checking)];

impl Crew {
    pub(crate) async fn new(pool: PgPool) -> Self {
        let village = Village::new(pool).await;
        let mut tx = village.pool().begin().await.unwrap();
        member::enrol(&mut tx, WU).await.unwrap();
        for scope in member::scopes_of(Role::Supervisor, SHANGFENG, REGION) {
            member::grant(&mut tx, WU, Role::Supervisor, scope).await.unwrap();
        }
        tx.commit().await.unwrap();
        let (chen, shi) = (village.phone(CHEN).await, village.phone(SHI).await);
        let wu = village.phone(WU).await;
        Self { village, chen, shi, wu }
    }

    /// What the recorder writes when an evening is planned: the evening, its papers and its seats.
    pub(crate) fn plan(&mut self, title: &str, issues: Vec<Id>) -> (Evening, Vec<Change>) {
        let mut evening = Evening { id: Id::now_v7(), seats: [Id::nil(); 3] };
        let chen = &mut self.chen;
        let mut changes = vec![
            evening.step(chen, convene(title, issues)),
            evening.begin(chen, SessionAct::Minute),
        ];
        for (at, seat) in [
            seat("施建林", Role::Secretary, Some(SHI), Some(Duty::Host)),
            seat("陈素琴", Role::Recorder, Some(CHEN), Some(Duty::Recorder)),
            Seat {
                group: Some("三组".into()), ..seat("王彩娣", Role::Villager, Some(WANG), None)
            },
        ]
        .into_iter()
        .enumerate()
        {
            let salt = Some(format!("{:032x}", rand::random::<u128>()));
            let seat = Seat { order: u32::try_from(at).unwrap(), salt, ..seat };
            let change = evening.begin(chen, SessionAct::Seat(seat));
            evening.seats[at] = change.id;
            changes.push(change);
        }
        (evening, changes)
    }

    /// An evening that is planned, and the server knows of it.
    pub(crate) async fn planned(&mut self, title: &str) -> Evening {
        let (evening, changes) = self.plan(title, Vec::new());
        assert_eq!(self.chen.push(&changes).await, "ok\n".repeat(changes.len()));
        evening
    }

    /// Sends what the recorder wrote; all of it is taken.
    pub(crate) async fn writes(&mut self, changes: &[Change]) {
        assert_eq!(self.chen.push(changes).await, "ok\n".repeat(changes.len()));
    }

    /// People sit down, these things are said, promised and nodded to, and people get up.
    pub(crate) async fn talks(&mut self, evening: Evening, said: &[(Sort, &str)]) -> Vec<Id> {
        let chen = &mut self.chen;
        let mut changes: Vec<Change> =
            OPENING.iter().map(|(from, to)| evening.proceed(chen, *from, *to)).collect();
        let said: Vec<Change> =
            said.iter().map(|(sort, words)| evening.says(chen, *sort, words, false)).collect();
        for change in &said {
            changes.push(change.clone());
            changes.push(evening.nods(chen, change));
        }
        changes.extend(ENDING.iter().map(|(from, to)| evening.proceed(chen, *from, *to)));
        self.writes(&changes).await;
        said.iter().map(|change| change.id).collect()
    }

    /// Something that was promised is to be done.
    pub(crate) async fn promises(&mut self, evening: Evening, what: &str, owner: &str) -> Id {
        let (what, owner) = (Some(what.to_owned()), owner.to_owned());
        let promise = Promise { statement: None, what, owner, due: Some(now() + 30 * DAY) };
        let change = evening.begin(&mut self.chen, SessionAct::Promise(promise));
        self.writes(std::slice::from_ref(&change)).await;
        change.id
    }

    /// The content of an evening or an annex, as a phone makes it of what it was told.
    pub(crate) async fn content(&self, evening: Evening, about: Id) -> Value {
        let mut phone = Handset::new(&self.village.app, CHEN, &self.chen.cookie);
        phone.catch_up().await;
        let view = phone.replica.view();
        let room = Room::of(&view[&evening.id], view).unwrap();
        if about == evening.id {
            return room.content(room.session).unwrap();
        }
        domain::session::annexed(&view[&about], room.session)
    }

    /// Host and witness sign what stands.
    pub(crate) async fn sign(&mut self, evening: Evening, about: Id) -> String {
        let digest = seal::digest(&self.content(evening, about).await);
        for (phone, duty) in [(&mut self.shi, Duty::Host), (&mut self.wu, Duty::Witness)] {
            let sign = SessionAct::Sign { about, duty, digest: digest.clone() };
            let change = evening.begin(phone, sign);
            assert_eq!(phone.push(&[change]).await, "ok\n");
        }
        digest
    }

    /// Host and witness sign, and the recorder presses the seal.
    pub(crate) async fn seal(&mut self, evening: Evening) -> Seal {
        let digest = self.sign(evening, evening.id).await;
        let change = evening.step(&mut self.chen, SessionAct::Seal { digest });
        self.writes(&[change]).await;
        self.sealed(evening).await
    }

    /// The same for something that is mended on a page of its own; gives the annex and its seal.
    pub(crate) async fn annex(&mut self, evening: Evening, words: &str) -> (Id, Seal) {
        let annex = evening.begin(&mut self.chen, SessionAct::Annex { words: words.into() });
        self.writes(std::slice::from_ref(&annex)).await;
        let digest = self.sign(evening, annex.id).await;
        let press = SessionAct::Seal { digest }.into();
        let press = self.chen.change(Kind::Annex, annex.id, evening.bench(), press);
        self.writes(&[press]).await;
        (annex.id, self.seal_of(annex.id).await)
    }

    pub(crate) async fn convened(&self, evening: Evening) -> Convened {
        domain::Form::read(self.fields(evening.id).await).unwrap()
    }

    pub(crate) async fn sealed(&self, evening: Evening) -> Seal {
        self.seal_of(evening.id).await
    }

    async fn seal_of(&self, id: Id) -> Seal {
        domain::Form::read(self.fields(id).await["seal"].clone()).unwrap()
    }

    /// What a record says, as it is stored.
    pub(crate) async fn fields(&self, id: Id) -> Value {
        let fields = sqlx::query_scalar("select fields from record where id = $1");
        fields.bind(id).fetch_one(self.village.pool()).await.unwrap()
    }
}
