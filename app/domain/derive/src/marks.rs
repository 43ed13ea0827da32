//! The marks under `#[form(…)]`, read; one that means nothing where it stands is an error.

use syn::{Attribute, Ident, LitStr, Result};

/// What stands beside a type, a variant or a field.
#[derive(Default)]
pub(crate) struct Marks {
    /// The field that tells the variants apart.
    pub(crate) tag: Option<String>,
    /// Its name in the form, where it is another.
    pub(crate) rename: Option<String>,
    /// What is missing is the type's default.
    pub(crate) default: bool,
    /// What says nothing is left out.
    pub(crate) sparse: bool,
    /// Its fields stand among the others.
    pub(crate) flatten: bool,
    /// Any word that no other variant has.
    pub(crate) other: bool,
}

impl Marks {
    /// Reads the marks of one place, where only some may stand.
    pub(crate) fn of(attributes: &[Attribute], may: &[&str]) -> Result<Self> {
        let mut marks = Self::default();
        for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("form")) {
            attribute.parse_nested_meta(|meta| {
                let name = meta.path.get_ident().map(Ident::to_string).unwrap_or_default();
                match name.as_str() {
                    "tag" => marks.tag = Some(meta.value()?.parse::<LitStr>()?.value()),
                    "rename" => marks.rename = Some(meta.value()?.parse::<LitStr>()?.value()),
                    "default" => marks.default = true,
                    "sparse" => marks.sparse = true,
                    "flatten" => marks.flatten = true,
                    "other" => marks.other = true,
                    _ => return Err(meta.error("there is no such mark")),
                }
                if may.contains(&name.as_str()) {
                    Ok(())
                } else {
                    Err(meta.error("this mark means nothing here"))
                }
            })?;
        }
        Ok(marks)
    }
}
