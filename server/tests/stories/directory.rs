//! A district's office with the directory of these stories: twenty people who know something, in two towns.

use std::collections::BTreeMap;

use domain::act::Raise;
use domain::expertise::Profess;
use domain::form::Value;
use domain::matching::{Asked, Reason, Suggestion, Suggestions};
use domain::place::{Level, Person, Place};
use domain::session::{Convene, Mode, Seat};
use domain::{Act, Category, Form, Id, Kind, Millis, Role, Scope, SessionAct};
use sqlx::PgPool;

use crate::evening::seat;
use crate::phone::{Phone, raise};
use crate::village::{GUAO, LI, REGION, SHANGFENG, Village};

/// Town, village, id. 上枫村 has a group of its own.
pub(crate) const PLACES: [(&str, Level, Id, Id); 7] = [
    ("石桥镇", Level::Town, Id::from_u128(0x2), REGION),
    ("竹口镇", Level::Town, Id::from_u128(0x3), REGION),
    ("上枫村", Level::Village, SHANGFENG, Id::from_u128(0x2)),
    ("古岙村", Level::Village, GUAO, Id::from_u128(0x2)),
    ("渔浦村", Level::Village, Id::from_u128(0x12), Id::from_u128(0x2)),
    ("竹口村", Level::Village, Id::from_u128(0x13), Id::from_u128(0x3)),
    ("上枫三组", Level::Group, Id::from_u128(0x23), SHANGFENG),
];

/// Who, as what, what they know, the places they know, what they have done.
pub(crate) const DIRECTORY: &str = "\
方其正     | expert     | planning          | 上枫村 | 做过六个山村的规划
杨院士团队 | expert     | plant_care 林下   | 上枫村 | 看过这片竹山，先做 30 亩试验
余林工     | expert     | forestry          |        | 毛竹下山的林道
沈佩文     | member     | plumbing 化粪池   | 竹口村 | 给三个村做过污水管网接户
赵水生     | expert     | plumbing          |        | 自来水厂
胡尚云     | member     | tourism business  | 上枫村 | 带过三家农家乐合做一个牌子
周敏之     | member     | medicine care     | 石桥镇 | 镇卫生院和村卫生室合表排班
沈科       | department | irrigation rivers | 石桥镇 | 集中冬修
郑股长     | department | roads             | 石桥镇 | 村道硬化，弯道加镜子
陈开明     | expert     | transport         |        | 公交改线
何工       | department | electricity       | 渔浦村 | 给老街换过电线
丁卫国     | expert     | fire              | 石桥镇 | 查过飞线充电
俞秀英     | member     | 婺剧              | 古岙村 | 县剧团唱了三十年
马建设     | expert     | building 加装电梯 |        | 老小区装了四十部
许文静     | member     | law mediation     |        | 村法律顾问
田耕       | expert     | farming 秸秆还田  | 古岙村 | 农技站站长
王小满     | member     | trade             | 上枫村 | 笋干挂到网上卖
吕师傅     | expert     | heritage          | 古岙村 | 修过两座祠堂
何老师     | member     | schooling         | 渔浦村 | 村小教了二十年
罗工       | expert     | telecoms          |        | 装过 5G 基站
";

/// The district's office with its places and its directory.
pub(crate) struct Desk {
    pub(crate) village: Village,
    pub(crate) li: Phone,
    pub(crate) people: BTreeMap<String, Id>,
}

pub(crate) fn cells(line: &str) -> Vec<&str> {
    line.split('|').map(str::trim).collect()
}

pub(crate) fn place(name: &str) -> Id {
    PLACES.iter().find(|(other, ..)| *other == name).unwrap_or_else(|| panic!("{name}")).2
}

impl Desk {
    pub(crate) async fn new(pool: PgPool) -> Self {
        let village = Village::new(pool).await;
        let mut li = village.phone(LI).await;
        let scope = Scope::Region(REGION);
        let mut changes = Vec::new();
        let district = [("云溪区", Level::District, REGION, Id::nil())];
        for (name, level, id, parent) in district.into_iter().chain(PLACES) {
            let parent = (!parent.is_nil()).then_some(parent);
            let place = Place { name: name.into(), name_en: None, level, parent, order: 0 };
            changes.push(li.change(Kind::Place, id, scope, Act::Found(place)));
        }
        let mut desk = Self { village, li, people: BTreeMap::new() };
        desk.writes(&changes).await;
        desk
    }

    /// The office of the whole directory of these stories.
    pub(crate) async fn whole(pool: PgPool) -> Self {
        let mut desk = Self::new(pool).await;
        for line in DIRECTORY.lines() {
            let [name, role, knows, places, past] = cells(line)[..] else { panic!("{line}") };
            desk.enters(name, role, knows, places, past).await;
        }
        desk
    }

    pub(crate) async fn writes(&mut self, changes: &[domain::Change]) {
        assert_eq!(self.li.push(changes).await, "ok\n".repeat(changes.len()));
    }

    /// Enters somebody with what they know.
    pub(crate) async fn enters(
        &mut self,
        name: &str,
        role: &str,
        knows: &str,
        places: &str,
        past: &str,
    ) -> Id {
        let (id, scope) = (Id::now_v7(), Scope::Region(REGION));
        let person = Person { name: name.into(), role: Role::of(role), ..Person::default() };
        let knows = knows.split_whitespace().map(str::to_owned).collect();
        let places = places.split_whitespace().map(place).collect();
        let edit = Act::Edit { field: "past".into(), from: Value::Null, to: past.into() };
        let entry = Act::Profess(Profess { knows, places, ..Profess::default() });
        let acts = [Act::Introduce(person), entry, edit];
        let changes = acts.map(|act| self.li.change(Kind::Person, id, scope, act));
        self.writes(&changes).await;
        self.people.insert(name.to_owned(), id);
        id
    }

    /// Raises and sorts an issue.
    pub(crate) async fn raises(
        &mut self,
        title: &str,
        words: &str,
        category: &str,
        village: &str,
    ) -> Id {
        let (id, village) = (Id::now_v7(), place(village));
        let Act::Raise(said) = raise(village, words) else { panic!("it is raised") };
        let category = Category::of(category).unwrap();
        let title = Some(title.to_owned());
        let raise = Act::Raise(Raise { title, category, received: true, ..said });
        let answers = domain::triage::Triage { small: Some(true), ..Default::default() };
        let acts = [raise, Act::Triage { answers }];
        let changes = acts.map(|act| self.li.change(Kind::Issue, id, Scope::Village(village), act));
        self.writes(&changes).await;
        id
    }

    /// Plans a session, and gives these people a seat there; gives the session and the seats.
    pub(crate) async fn plans(
        &mut self,
        issues: Vec<Id>,
        on: Option<Millis>,
        who: &[&str],
    ) -> (Id, Vec<Id>) {
        let id = Id::now_v7();
        let title = "坐下来说".to_owned();
        let place = on.map(|_| "晒谷场".to_owned());
        let (village, mode) = (SHANGFENG, Mode::B);
        let (title_en, agenda, follows) = (None, Vec::new(), None);
        let convene =
            Convene { title, title_en, village, mode, issues, on, place, agenda, follows };
        let act = SessionAct::Convene(convene).into();
        let mut changes = vec![self.li.change(Kind::Session, id, Scope::Village(village), act)];
        for name in who {
            let laid: Seat = seat(name, Role::Expert, self.people.get(*name).copied(), None);
            let act = SessionAct::Seat(laid).into();
            changes.push(self.li.change(Kind::Seat, Id::now_v7(), Scope::Session(id), act));
        }
        self.writes(&changes).await;
        (id, changes.iter().skip(1).map(|change| change.id).collect())
    }

    pub(crate) async fn asks<T: Form>(&self, what: &str) -> T {
        let answer = self.li.get(&format!("/api/v1/district/{REGION}/{what}")).await;
        assert_eq!(answer.status, 200, "{what}: {}", answer.body);
        T::read(answer.body).unwrap()
    }

    pub(crate) async fn suggests(&self, issue: Id) -> Vec<Suggestion> {
        self.asks::<Suggestions>(&format!("matches?issue={issue}")).await.people
    }

    pub(crate) async fn names(&self, issue: Id) -> Vec<String> {
        self.suggests(issue).await.into_iter().map(|one| one.name).collect()
    }

    pub(crate) async fn asked(&self, name: &str) -> u32 {
        let told: Asked = self.asks("asked").await;
        told.people.iter().find(|one| one.person == self.people[name]).map_or(0, |one| one.times)
    }
}

/// A reason, in a word or two.
pub(crate) fn told(reason: &Reason) -> String {
    let name = |id: &Id| PLACES.iter().find(|(_, _, other, _)| other == id).map_or("?", |p| p.0);
    match reason {
        Reason::Knows { word } => format!("knows {word}"),
        Reason::Category { word } => format!("category {word}"),
        Reason::Words { words } => format!("words {words}"),
        Reason::Lives { place } => format!("lives {}", name(place)),
        Reason::Place { place } => format!("place {}", name(place)),
        Reason::Past { category, times } => format!("past {} {times}", category.as_str()),
        Reason::Else => "?".into(),
    }
}
