//! Who somebody is: the roles a person holds, each in one scope.

use crate::{Form, Id, Kind, Record, Scope, sync::planted::Planted};

/// What a person is to a village or a district; the list is PRODUCT.md's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Form)]
pub enum Role {
    /// 村民
    Villager,
    /// 村民代表
    Representative,
    /// 村书记
    Secretary,
    /// 记录员
    Recorder,
    /// 村务监督
    Supervisor,
    /// 第一书记
    FirstSecretary,
    /// 政协委员
    Member,
    /// 专家
    Expert,
    /// 部门
    Department,
    /// 政协办
    Office,
}

impl Role {
    /// All of them, in the order in which people are named on paper.
    pub const ALL: [Self; 10] = [
        Self::Villager,
        Self::Representative,
        Self::Secretary,
        Self::Recorder,
        Self::Supervisor,
        Self::FirstSecretary,
        Self::Member,
        Self::Expert,
        Self::Department,
        Self::Office,
    ];

    /// The word used in SQL and on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Villager => "villager",
            Self::Representative => "representative",
            Self::Secretary => "secretary",
            Self::Recorder => "recorder",
            Self::Supervisor => "supervisor",
            Self::FirstSecretary => "first_secretary",
            Self::Member => "member",
            Self::Expert => "expert",
            Self::Department => "department",
            Self::Office => "office",
        }
    }

    /// The role of that word.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == word)
    }

    /// What a seat gives to whoever sits there in this role. A recorder lays the seats: nobody becomes a witness, or
    /// answers advice, by a word of the recorder's. Those who do in the village do so here, wherever they sit.
    #[must_use]
    pub fn seated(self) -> Self {
        match self {
            Self::Secretary | Self::Supervisor | Self::FirstSecretary | Self::Office => {
                Self::Villager
            }
            Self::Villager
            | Self::Representative
            | Self::Recorder
            | Self::Member
            | Self::Expert
            | Self::Department => self,
        }
    }

    /// Whether this role reads what is not published yet.
    #[must_use]
    pub fn reads_drafts(self) -> bool {
        match self {
            Self::Secretary
            | Self::Recorder
            | Self::Supervisor
            | Self::FirstSecretary
            | Self::Office => true,
            Self::Villager
            | Self::Representative
            | Self::Member
            | Self::Expert
            | Self::Department => false,
        }
    }
}

/// A person with the roles held at this moment.
#[derive(Clone, Debug, PartialEq, Eq, Form)]
pub struct Who {
    /// Whose they are.
    pub person: Id,
    /// Each role with the scope it is held in. The person's own scope needs none.
    pub roles: Vec<(Role, Scope)>,
}

/// The district whose office somebody is.
fn office_of(held: (Role, Scope)) -> Option<Id> {
    match held {
        (Role::Office, Scope::Region(id)) => Some(id),
        _ => None,
    }
}

impl Who {
    /// The roles held in a scope.
    pub fn roles_in(&self, scope: Scope) -> impl Iterator<Item = Role> + '_ {
        self.roles.iter().filter(move |(_, held)| *held == scope).map(|(role, _)| *role)
    }

    /// Adds what a record gives this person: a session is read by the cadres of its village, and by whoever has a seat
    /// in it, as what the person sits there ([`Role::seated`]). Any other record gives nothing.
    pub fn take_up(&mut self, record: &Record) {
        if record.gone && !Planted::SeatKept.here() {
            return;
        }
        if record.kind == Kind::Session {
            let cadre: Vec<Role> =
                self.roles_in(record.scope).filter(|role| role.reads_drafts()).collect();
            cadre.into_iter().for_each(|role| self.hold(role, Scope::Session(record.id)));
        } else if record.kind == Kind::Seat && record.link("person") == Some(self.person) {
            let role = record.text("role").and_then(Role::of).map(Role::seated);
            if let (Some(role), Scope::Session(_)) = (role, record.scope) {
                self.hold(role, record.scope);
            }
        }
    }

    /// Adds what a role brings along: the office of a district reads what is written to it.
    pub fn take_along(&mut self) {
        let offices: Vec<Id> = self.roles.iter().filter_map(|held| office_of(*held)).collect();
        offices.into_iter().for_each(|id| self.hold(Role::Office, Scope::District(id)));
    }

    fn hold(&mut self, role: Role, scope: Scope) {
        if !self.roles.contains(&(role, scope)) {
            self.roles.push((role, scope));
        }
    }

    /// Whether the person may read a scope at all.
    #[must_use]
    pub fn reads(&self, scope: Scope) -> bool {
        scope == Scope::User(self.person) || self.roles_in(scope).next().is_some()
    }

    /// Every scope the person reads, each once, in order.
    #[must_use]
    pub fn scopes(&self) -> Vec<Scope> {
        let mut scopes = vec![Scope::User(self.person)];
        for (_, scope) in &self.roles {
            if let Err(place) = scopes.binary_search(scope) {
                scopes.insert(place, *scope);
            }
        }
        scopes
    }
}
