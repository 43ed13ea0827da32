//! What is kept of a password: argon2id, two at once, since each takes 19 MiB and a good part of a second.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use crate::error::Code;

const AT_ONCE: usize = 2;
/// Whoever waits longer for their turn is told that many want the same.
const PATIENCE: Duration = Duration::from_secs(5);

/// A password's hash for a name that nobody has, so that it takes as long to say no to it.
static NOBODYS: LazyLock<Option<String>> = LazyLock::new(|| hash(&hex(&rand::random())));

/// Where passwords are hashed.
#[derive(Debug)]
pub struct Kitchen {
    places: Semaphore,
    /// How many were held against a hash so far, real or nobody's.
    pub held: AtomicU64,
}

impl Kitchen {
    pub(crate) fn new() -> Self {
        Self { places: Semaphore::new(AT_ONCE), held: AtomicU64::new(0) }
    }

    /// The hash of a new password.
    pub(crate) async fn hash(&self, password: String) -> Result<String, Code> {
        let _place = self.place().await?;
        let done = spawn_blocking(move || hash(&password)).await;
        done.ok().flatten().ok_or(Code::Trouble)
    }

    /// Whether a password is the one that was hashed; of nobody's it never is, and that takes as long.
    pub(crate) async fn fits(&self, kept: Option<String>, password: String) -> Result<bool, Code> {
        let _place = self.place().await?;
        self.held.fetch_add(1, Ordering::Relaxed);
        let done = spawn_blocking(move || {
            let somebodys = kept.is_some();
            kept.or_else(|| NOBODYS.clone()).is_some_and(|kept| fits(&kept, &password)) && somebodys
        });
        done.await.map_err(|_| Code::Trouble)
    }

    async fn place(&self) -> Result<tokio::sync::SemaphorePermit<'_>, Code> {
        timeout(PATIENCE, self.places.acquire()).await.ok().and_then(Result::ok).ok_or(Code::Busy)
    }
}

fn argon2() -> Option<Argon2<'static>> {
    // as OWASP advises for a server without much memory
    let params = Params::new(19 * 1024, 2, 1, None).ok()?;
    Some(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn hash(password: &str) -> Option<String> {
    let salt: [u8; 16] = rand::random();
    let hash = argon2()?.hash_password_with_salt(password.as_bytes(), &salt);
    hash.ok().map(|hash: PasswordHash| hash.to_string())
}

fn fits(kept: &str, password: &str) -> bool {
    let Some((kept, argon2)) = PasswordHash::new(kept).ok().zip(argon2()) else { return false };
    argon2.verify_password(password.as_bytes(), &kept).is_ok()
}

fn hex(bytes: &[u8; 16]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_fits_its_hash_and_no_other_does() {
        let kitchen = Kitchen::new();
        let kept = kitchen.hash("十条板凳围着一棵樟树".into()).await.ok();
        let kept = kept.as_ref();
        assert!(kept.is_some_and(|kept| kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")));
        assert_eq!(kitchen.fits(kept.cloned(), "十条板凳围着一棵樟树".into()).await, Ok(true));
        assert_eq!(kitchen.fits(kept.cloned(), "九条板凳围着一棵樟树".into()).await, Ok(false));
        assert_eq!(kitchen.fits(None, "十条板凳围着一棵樟树".into()).await, Ok(false));
    }
}
