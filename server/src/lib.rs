//! Bandeng's server: thin. It knows who may read and write, and stores in one transaction what
//! `domain` has judged.

#[cfg(all(feature = "planted", not(debug_assertions)))]
compile_error!("planted defects are for tests: no release is built with them");

pub mod accounts;
mod address;
pub mod archive;
pub mod commands;
pub mod config;
pub mod database;
pub mod demo;
mod doors;
mod error;
mod hall;
mod headers;
pub mod http;
pub mod listen;
pub mod office;
mod open;
mod pages;
pub mod papers;
pub mod photos;
mod printing;
mod redraw;
pub mod secret;
mod sent;
mod short;
mod site;
mod slip;
pub mod sync;

pub use error::{Code, Error};
pub use hall::Hall;
