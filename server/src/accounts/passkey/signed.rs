//! What a device signs with a passkey (`WebAuthn`, level 2), read and held against what was asked. ES256 alone, which
//! every phone has; the maker of the device is not asked for.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use p256::ecdsa::signature::Verifier;
use p256::ecdsa::{Signature, VerifyingKey};
use serde::Deserialize;

use crate::secret::digest;

/// A person is there, and has shown the device that it is them.
const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
/// A new key comes along.
const ATTESTED: u8 = 0x40;
/// A point of P-256 for ES256, as every device writes it: `{1: 2, 3: -7, -1: 1, -2: x, -3: y}`.
const COSE_X: [u8; 10] = [0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20];
const COSE_Y: [u8; 3] = [0x22, 0x58, 0x20];

/// Where keys are good: for one site.
#[derive(Clone, Debug)]
pub(crate) struct Site {
    origin: String,
    host: String,
}

impl Site {
    /// The site at the address people type.
    pub(crate) fn at(origin: &str) -> Self {
        let rest = origin.split_once("://").map_or(origin, |(_, rest)| rest);
        let host = rest.split([':', '/']).next().unwrap_or_default().to_owned();
        Self { origin: origin.trim_end_matches('/').to_owned(), host }
    }

    /// The host that keys belong to.
    pub(crate) fn host(&self) -> &str {
        &self.host
    }

    /// The challenge that the browser says it was asked on a page of this site, if it was.
    pub(super) fn challenge(&self, client: &[u8], deed: &str) -> Option<Vec<u8>> {
        let told: Client = serde_json::from_slice(client).ok()?;
        let here = told.origin == self.origin && told.deed == deed && !told.foreign;
        if here { BASE64.decode(told.challenge.trim_end_matches('=')).ok() } else { None }
    }

    /// What a device says of itself, if it speaks of this site and its owner has shown that it is them.
    pub(super) fn device<'a>(&self, said: &'a [u8]) -> Option<Device<'a>> {
        let (site, rest) = said.split_at_checked(32)?;
        let (flags, rest) = rest.split_first()?;
        let (counter, rest) = rest.split_first_chunk::<4>()?;
        let owner = PRESENT | VERIFIED;
        let ours = site == digest(self.host.as_bytes()) && flags & owner == owner;
        let counter = u32::from_be_bytes(*counter);
        ours.then(|| Device { counter, rest: if flags & ATTESTED == 0 { &[] } else { rest } })
    }
}

/// What the browser says it was asked.
#[derive(Deserialize)]
struct Client {
    #[serde(rename = "type")]
    deed: String,
    challenge: String,
    origin: String,
    #[serde(rename = "crossOrigin", default)]
    foreign: bool,
}

/// What a device says of itself.
pub(super) struct Device<'a> {
    /// How often it has signed; 0 if it does not count.
    pub(super) counter: u32,
    rest: &'a [u8],
}

impl<'a> Device<'a> {
    /// The key that comes along: its name and its point.
    pub(super) fn key(&self) -> Option<(&'a [u8], Vec<u8>)> {
        // sixteen bytes say which make it is
        let (_, rest) = self.rest.split_at_checked(16)?;
        let (length, rest) = rest.split_first_chunk::<2>()?;
        let (id, rest) = rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
        let rest = rest.strip_prefix(&COSE_X)?;
        let (x, rest) = rest.split_at_checked(32)?;
        let (y, _) = rest.strip_prefix(&COSE_Y)?.split_at_checked(32)?;
        let point = [&[0x04], x, y].concat();
        VerifyingKey::from_sec1_bytes(&point).ok()?;
        (!id.is_empty() && id.len() < 1024).then_some((id, point))
    }
}

/// Whether the key signed both.
pub(super) fn signed(point: &[u8], device: &[u8], client: &[u8], signature: &[u8]) -> bool {
    let Ok(key) = VerifyingKey::from_sec1_bytes(point) else { return false };
    let Ok(signature) = Signature::from_der(signature) else { return false };
    key.verify(&[device, &digest(client)].concat(), &signature).is_ok()
}

/// Bytes as they come in JSON.
pub(super) fn bytes(text: &str) -> Option<Vec<u8>> {
    BASE64.decode(text.trim_end_matches('=')).ok()
}

/// Bytes as they go in JSON.
pub(super) fn text(bytes: &[u8]) -> String {
    BASE64.encode(bytes)
}
