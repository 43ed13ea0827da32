//! 管理: what the district's office keeps in order. What a page says has a file of its own.

mod customs;
pub mod doubles;
mod places;
pub mod sheets;

pub use self::customs::Keeping;
pub use self::places::Places;
pub use self::sheets::Sheets;

use crate::{Lang, Words};

/// What the administration says around its pages.
#[derive(Debug)]
pub struct Admin {
    /// Its name.
    pub title: &'static str,
    /// A page, by its word in the address.
    pub chamber: fn(&str) -> &'static str,
}

const ZH: Admin = Admin {
    title: "管理",
    chamber: |word| match word {
        "sheets" => "邀请页",
        "customs" => "议程与规则",
        "doubles" => "重复登记",
        _ => "地方和人",
    },
};

const EN: Admin = Admin {
    title: "Administration",
    chamber: |word| match word {
        "sheets" => "Invite sheets",
        "customs" => "Agenda and rules",
        "doubles" => "Entered twice",
        _ => "Places and people",
    },
};

impl Words {
    /// The administration.
    #[must_use]
    pub fn admin(&self) -> &'static Admin {
        match self.lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }
}
