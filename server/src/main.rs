//! The command `bandeng`.

use std::process::ExitCode;

use clap::Parser;
use server::commands;
use server::config::{Arguments, Command};
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::prelude::*;

#[tokio::main]
async fn main() -> ExitCode {
    log();
    let Arguments { config, command } = Arguments::parse();
    let outcome = match command.unwrap_or(Command::Serve { demo: false }) {
        Command::Serve { demo } => commands::serve(&config, demo).await,
        Command::Migrate => commands::migrate(&config).await,
        Command::Postgres { careless, command } => {
            commands::postgres(&config, careless, &command).await
        }
        Command::Backup { file } => commands::back_up(&config, &file).await,
        Command::Restore { file } => commands::restore(&config, &file).await,
        Command::Archive { file } => commands::archive(&config, &file).await,
        Command::Unarchive { file } => commands::unarchive(&config, &file).await,
        Command::Chain { village } => commands::chain(&config, village.as_deref()).await,
        Command::Erase { person, really } => {
            commands::erase(&config, &person, really.as_deref()).await
        }
        Command::Invite(guest) => commands::invite(&config, &guest).await,
        Command::SeedDemo => commands::seed_demo(&config).await,
        Command::SeedDistrict { seed, villages, days, until } => {
            commands::seed_district(&config, (seed, villages, days), until).await
        }
    };
    outcome.unwrap_or_else(|error| {
        tracing::error!("{error}");
        ExitCode::FAILURE
    })
}

/// Logs to the error stream. `BANDENG_LOG` sets how much, as in `debug` or `server=debug,sqlx=warn`.
fn log() {
    let wanted = std::env::var("BANDENG_LOG").ok().and_then(|text| text.parse::<Targets>().ok());
    let usual =
        Targets::new().with_default(LevelFilter::WARN).with_target("server", LevelFilter::INFO);
    let usual = usual.with_target("bandeng", LevelFilter::INFO);
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).with_target(false);
    tracing_subscriber::registry().with(lines.with_filter(wanted.unwrap_or(usual))).init();
}
