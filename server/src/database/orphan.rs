//! A PostgreSQL that outlived a killed server: stopped before the next one is started.

use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process, test_kill_process};
use tokio::time::sleep;

/// Clears `cluster` of what a kill left behind. The caller holds the data folder's lock, so
/// whatever runs on it belongs to nobody.
pub(super) async fn stop(cluster: &Path) -> io::Result<()> {
    let file = cluster.join("postmaster.pid");
    let Ok(noted) = fs::read_to_string(&file) else {
        return Ok(());
    };
    let number = noted.lines().next().and_then(|line| line.trim().parse().ok());
    let Some(pid) = number.and_then(Pid::from_raw).filter(|pid| runs(*pid, cluster)) else {
        // the number may be another program's by now, which PostgreSQL would take for its own
        return fs::remove_file(&file);
    };
    tracing::warn!("stopping the database that a killed server left running");
    kill_process(pid, Signal::INT)?;
    for _ in 0..600 {
        if test_kill_process(pid).is_err() {
            return Ok(());
        }
        sleep(Duration::from_millis(50)).await;
    }
    kill_process(pid, Signal::QUIT)?;
    sleep(Duration::from_secs(2)).await;
    Ok(())
}

/// Whether process `pid` is a PostgreSQL on `cluster`.
fn runs(pid: Pid, cluster: &Path) -> bool {
    let number = pid.as_raw_nonzero().to_string();
    let line = match fs::read(format!("/proc/{number}/cmdline")) {
        Ok(line) => line,
        Err(_) => match Command::new("ps").args(["-o", "command=", "-p", &number]).output() {
            Ok(answer) => answer.stdout,
            Err(_) => return false,
        },
    };
    let wanted = cluster.as_os_str().as_encoded_bytes();
    line.windows(wanted.len()).any(|part| part == wanted)
}
