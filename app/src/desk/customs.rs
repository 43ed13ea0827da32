//! 惯例: how the district of a village goes about it, as far as this phone has heard.

use domain::{Customs, Id, Scope};

use super::Desk;

impl Desk {
    /// The customs of the district that a village is in; the product's own where none are here; tracked.
    pub(crate) fn customs(self, village: Id) -> Customs {
        self.replica
            .with(|replica| {
                let place = replica.view().get(&village)?;
                let Scope::Region(region) = place.scope else { return None };
                replica.view().get(&region).map(|district| Customs::of(&district.fields))
            })
            .unwrap_or_default()
    }
}
