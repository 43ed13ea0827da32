//! What can be set from outside: the command line, and the environment behind it.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// Bandeng (板凳会), the server: it keeps a district's consultations and lets phones catch up.
#[derive(Debug, Parser)]
#[command(name = "bandeng", version)]
pub struct Arguments {
    /// What holds for every command.
    #[command(flatten)]
    pub config: Config,
    /// What is to be done; `serve` when nothing is said.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What holds for every command.
#[derive(Clone, Debug, Args)]
pub struct Config {
    /// Address and port to listen on.
    #[arg(long, global = true, env = "BANDENG_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// A PostgreSQL to use; without it a private one is run in the data folder.
    #[arg(long, global = true, env = "DATABASE_URL", hide_env_values = true)]
    pub database_url: Option<String>,
    /// The word that all servers of one database share, and that changes when the database comes
    /// back from a backup [default: drawn once, and kept in the data folder].
    #[arg(long, global = true, env = "BANDENG_EPOCH")]
    pub epoch: Option<String>,
    /// The folder of the private PostgreSQL and of the epoch.
    #[arg(long, global = true, env = "BANDENG_DATA", default_value = "data")]
    pub data: PathBuf,
    /// The folder of the built app.
    #[arg(long, global = true, env = "BANDENG_SITE", default_value = "target/site")]
    pub site: PathBuf,
    /// The address people type, used in invite links [default: <http://localhost:PORT>].
    #[arg(long, global = true, env = "BANDENG_ORIGIN")]
    pub origin: Option<String>,
    /// Builds of the app that are older are asked to bring themselves up to date; what they send is
    /// taken all the same.
    #[arg(long, global = true, env = "BANDENG_MIN_BUILD")]
    pub min_build: Option<String>,
    /// After so many days it is forgotten what was moved away from where; a phone that was away for
    /// longer reads everything anew.
    #[arg(long, global = true, env = "BANDENG_REMEMBER_DAYS", default_value_t = 180)]
    pub remember_days: u16,
}

impl Config {
    /// The address people type, without a slash at its end.
    #[must_use]
    pub fn origin(&self) -> String {
        match &self.origin {
            Some(origin) => origin.trim_end_matches('/').to_owned(),
            None => format!("http://localhost:{}", self.listen.port()),
        }
    }
}

/// What is to be done.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Answers phones and browsers until it is told to stop.
    Serve {
        /// Seeds the sample village and prints an invite link for each of its roles.
        #[arg(long)]
        demo: bool,
    },
    /// Brings the tables up to date and stops.
    Migrate,
    /// Runs a private PostgreSQL for as long as a command runs, with `DATABASE_URL` set for it.
    Postgres {
        /// Gives up crash safety for speed; for tests.
        #[arg(long)]
        careless: bool,
        /// The command; without one the address is printed and a signal awaited.
        #[arg(last = true)]
        command: Vec<String>,
    },
    /// Writes everything to a file; a server may be running.
    Backup {
        /// The file, which must not be there yet.
        file: PathBuf,
    },
    /// Puts a backup in place of everything, and begins a new epoch: phones then offer again what
    /// they sent in the last 30 days, and nothing of it is lost.
    Restore {
        /// The file.
        file: PathBuf,
    },
    /// Writes all that was said and done to a file that anybody can read in twenty years; a server may be running.
    Archive {
        /// The file, which must not be there yet: a tar.
        file: PathBuf,
    },
    /// Takes such a file into a server in which nobody has written yet. People are then invited anew.
    Unarchive {
        /// The file.
        file: PathBuf,
    },
    /// Makes every village's chain of seals anew from the records, and names the first break.
    Chain {
        /// The name or id of one village; all of them without it.
        #[arg(long)]
        village: Option<String>,
    },
    /// Erases somebody from the directory and from all that was said: what remains is that somebody in this role was
    /// there. Says first in how many places that is; it cannot be undone.
    Erase {
        /// The person's name or id.
        #[arg(long)]
        person: String,
        /// The name once more, to do it.
        #[arg(long)]
        really: Option<String>,
    },
    /// Makes an invite link for somebody: of the directory, or new with a role and a place. On an empty database
    /// `--role office --place DISTRICT` founds the district with its first office.
    Invite(InviteFor),
    /// Fills the database with the sample village, once.
    SeedDemo,
    /// Fills an empty database with a made-up district, the same for the same seed and the same end: to measure on.
    SeedDistrict {
        /// What chance begins with.
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// How many villages, in six towns.
        #[arg(long, default_value_t = 60)]
        villages: usize,
        /// Over how many days.
        #[arg(long, default_value_t = 730)]
        days: i64,
        /// Up to which moment, in milliseconds since 1970 [default: now].
        #[arg(long)]
        until: Option<i64>,
    },
}

/// Whom an invite is for.
#[derive(Clone, Debug, Args)]
pub struct InviteFor {
    /// The person's name or id.
    #[arg(long)]
    pub person: String,
    /// The role the person is to have, with `--place`.
    #[arg(long, requires = "place")]
    pub role: Option<String>,
    /// The name or id of the place the role is held in, with `--role`.
    #[arg(long, requires = "role")]
    pub place: Option<String>,
}
