//! The district's desk: its frame. What a wing says has a file of its own.

mod experts;
pub mod figures;
mod live;
mod reports;
pub mod waits;

pub use self::reports::Reports;

use crate::{Lang, Words};

pub use self::live::Live;

/// What the frame says.
#[derive(Debug)]
pub struct District {
    /// Its name.
    pub title: &'static str,
    /// Whose desk it is, by the name of the district.
    pub office_of: fn(&str) -> String,
    /// A wing, by its word in the address.
    pub wing: fn(&str) -> &'static str,
    /// To whoever is not the office.
    pub who_may: &'static str,
    /// When what is shown was heard, by a time of day.
    pub heard: fn(&str) -> String,
    /// The way here.
    pub way: &'static str,
}

const ZH: District = District {
    title: "区里的桌面",
    office_of: |name| format!("{name}政协办公室"),
    wing: |word| match word {
        "plan" => "计划",
        "waits" => "谁在等谁",
        "figures" => "数字",
        "experts" => "专家",
        "reports" => "报告",
        "admin" => "管理",
        _ => "总览",
    },
    who_may: "这一页只有区政协办公室看得到。",
    heard: |time| format!("{time} 更新"),
    way: "区里的桌面",
};

const EN: District = District {
    title: "District desk",
    office_of: |name| format!("CPPCC office of {name}"),
    wing: |word| match word {
        "plan" => "Plan",
        "waits" => "Who waits",
        "figures" => "Figures",
        "experts" => "Experts",
        "reports" => "Reports",
        "admin" => "Administration",
        _ => "Overview",
    },
    who_may: "Only the district's CPPCC office can see this page.",
    heard: |time| format!("as of {time}"),
    way: "District desk",
};

impl Words {
    /// The district's desk.
    #[must_use]
    pub fn district(&self) -> &'static District {
        match self.lang {
            Lang::Zh => &ZH,
            Lang::En => &EN,
        }
    }
}
