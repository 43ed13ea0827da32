//! Turns `app`, style/ and public/ into target/site, and weighs it: run in the root of the project.
//!
//! `bundle` makes the site, or finds that nothing has changed; `bundle --sizes` prints what it weighs and
//! fails when that is more than the budget.

#![expect(clippy::print_stdout, reason = "a command speaks on standard output")]

mod css;
mod features;
mod glue;
mod make;
mod manifest;
mod order;
mod pack;
mod precache;
mod shell;
mod site;
mod split;
mod trouble;
mod wasm;

use site::Site;
use std::env;
use std::path::Path;
use std::process::ExitCode;
use trouble::Trouble;

fn main() -> ExitCode {
    let site = Path::new("target/site");
    let done = match env::args().nth(1).as_deref() {
        None => make::make(site).map(|told| println!("{told}")),
        Some("--sizes") => sizes(site),
        Some(_) => {
            eprintln!("bundle [--sizes]");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("bundle: {trouble}");
            ExitCode::FAILURE
        }
    }
}

fn sizes(folder: &Path) -> Result<(), Trouble> {
    let site = Site::read(folder).ok_or(Trouble::NoSite)?;
    println!("{}", site.told());
    site.within_budget()
}
