//! Coming in by a passkey, with a device that is made here.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use server::secret::digest;
use sqlx::PgPool;

use crate::phone::Phone;
use crate::village::{Answer, LI, Village, WANG};

const ORIGIN: &str = "https://bandeng.example";
const HOST: &str = "bandeng.example";
/// A person is there, and has shown that it is them.
const OWNER: u8 = 0x05;

/// A device that keeps one key.
struct Keeper {
    key: SigningKey,
    id: Vec<u8>,
    counter: u32,
}

impl Keeper {
    fn new(seed: u8) -> Self {
        let key = SigningKey::from_slice(&[seed; 32]).unwrap();
        Self { key, id: vec![seed; 16], counter: 0 }
    }

    fn said(&mut self, host: &str, flags: u8) -> Vec<u8> {
        self.counter += 1;
        [&digest(host.as_bytes())[..], &[flags], &self.counter.to_be_bytes()].concat()
    }

    /// What it says when it makes its key.
    fn made(&mut self, flags: u8) -> Vec<u8> {
        let point = self.key.verifying_key().to_sec1_point(false);
        let (x, y) = (point.x().unwrap(), point.y().unwrap());
        let mut said = self.said(HOST, flags | 0x40);
        said.extend([0; 16]);
        said.extend(u16::try_from(self.id.len()).unwrap().to_be_bytes());
        said.extend(&self.id);
        said.extend([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
        said.extend(x);
        said.extend([0x22, 0x58, 0x20]);
        said.extend(y);
        said
    }

    /// Signs what was asked, as the browser of a page at `origin` puts it.
    fn sign(&mut self, challenge: &str, origin: &str, host: &str, flags: u8) -> Value {
        let client = client("webauthn.get", challenge, origin);
        let said = self.said(host, flags);
        let signature: Signature = self.key.sign(&[&said[..], &digest(client.as_bytes())].concat());
        json!({ "id": BASE64.encode(&self.id), "client": BASE64.encode(client),
                "device": BASE64.encode(said), "signature": BASE64.encode(signature.to_der()) })
    }
}

fn client(deed: &str, challenge: &str, origin: &str) -> String {
    json!({ "type": deed, "challenge": challenge, "origin": origin, "crossOrigin": false })
        .to_string()
}

async fn add(phone: &Phone, keeper: &mut Keeper, origin: &str, flags: u8) -> String {
    let asked = phone.post("/api/v1/passkeys/begin", &json!({})).await;
    let challenge = asked.body["challenge"].as_str().unwrap();
    let client = client("webauthn.create", challenge, origin);
    let made =
        json!({ "client": BASE64.encode(client), "device": BASE64.encode(keeper.made(flags)) });
    phone.post("/api/v1/passkeys/add", &made).await.told()
}

async fn asked(village: &Village) -> String {
    let asked = village.post("/api/v1/passkeys/ask", "", "{}").await;
    assert_eq!(asked.body["host"], json!(HOST));
    asked.body["challenge"].as_str().unwrap().to_owned()
}

async fn enter(village: &Village, signed: &Value) -> Answer {
    village.post("/api/v1/passkeys/enter", "", signed.to_string()).await
}

#[sqlx::test]
async fn a_key_made_by_who_is_signed_in_opens_the_door_without_a_name(pool: PgPool) {
    let village = Village::new(pool).await;
    let (li, mut keeper) = (village.phone(LI).await, Keeper::new(7));
    assert_eq!(add(&li, &mut keeper, ORIGIN, OWNER).await, "200");
    assert_eq!(li.get("/api/v1/passkeys").await.body.as_array().map(Vec::len), Some(1));
    let signed = keeper.sign(&asked(&village).await, ORIGIN, HOST, OWNER);
    let entered = enter(&village, &signed).await;
    assert_eq!(entered.told(), "200");
    assert_eq!(entered.body["person"], json!(LI));
    // the same signature is not good twice
    assert_eq!(enter(&village, &signed).await.told(), "403 wrong_passkey");
    let how = "select count(*) from audit where deed = 'sign_in' and code = 'passkey'";
    assert_eq!(village.count(how).await, 1);
    let gone = json!({ "id": signed["id"] });
    assert_eq!(li.post("/api/v1/passkeys/remove", &gone).await.told(), "200");
    let signed = keeper.sign(&asked(&village).await, ORIGIN, HOST, OWNER);
    assert_eq!(enter(&village, &signed).await.told(), "403 wrong_passkey");
}

#[sqlx::test]
async fn what_was_signed_elsewhere_or_by_nobody_opens_nothing(pool: PgPool) {
    let village = Village::new(pool).await;
    let (li, mut keeper) = (village.phone(LI).await, Keeper::new(7));
    assert_eq!(add(&li, &mut keeper, ORIGIN, OWNER).await, "200");
    for (origin, host, flags) in [
        ("https://bandeng.example.net", HOST, OWNER),
        ("http://bandeng.example", HOST, OWNER),
        (ORIGIN, "example", OWNER),
        (ORIGIN, HOST, 0x01),
        (ORIGIN, HOST, 0x04),
        (ORIGIN, HOST, 0x00),
    ] {
        let signed = keeper.sign(&asked(&village).await, origin, host, flags);
        assert_eq!(
            enter(&village, &signed).await.told(),
            "403 wrong_passkey",
            "{origin} {host} {flags}"
        );
    }
    // another key under this one's name
    let mut other = Keeper { id: keeper.id.clone(), ..Keeper::new(9) };
    other.counter = 100;
    let signed = other.sign(&asked(&village).await, ORIGIN, HOST, OWNER);
    assert_eq!(enter(&village, &signed).await.told(), "403 wrong_passkey");
    let mut unknown = Keeper::new(9);
    let signed = unknown.sign(&asked(&village).await, ORIGIN, HOST, OWNER);
    assert_eq!(enter(&village, &signed).await.told(), "403 wrong_passkey");
    // a page of another site inside of which ours was put
    let challenge = asked(&village).await;
    let mut signed = keeper.sign(&challenge, ORIGIN, HOST, OWNER);
    let framed = json!({ "type": "webauthn.get", "challenge": challenge, "origin": ORIGIN, "crossOrigin": true });
    signed["client"] = json!(BASE64.encode(framed.to_string()));
    assert_eq!(enter(&village, &signed).await.told(), "403 wrong_passkey");
    for odd in ["", "!!", "AAAA"] {
        let odd = json!({ "id": odd, "client": odd, "device": odd, "signature": odd });
        assert_eq!(enter(&village, &odd).await.told(), "403 wrong_passkey");
    }
    // and the door still opens to whoever it is for
    let signed = keeper.sign(&asked(&village).await, ORIGIN, HOST, OWNER);
    assert_eq!(enter(&village, &signed).await.told(), "200");
}

#[sqlx::test]
async fn a_challenge_is_good_once_for_five_minutes_and_for_what_it_was_drawn_for(pool: PgPool) {
    let village = Village::new(pool).await;
    let (li, mut keeper) = (village.phone(LI).await, Keeper::new(7));
    assert_eq!(add(&li, &mut keeper, ORIGIN, OWNER).await, "200");
    let once = asked(&village).await;
    let signed = keeper.sign(&once, ORIGIN, HOST, OWNER);
    assert_eq!(enter(&village, &signed).await.told(), "200");
    let signed = keeper.sign(&once, ORIGIN, HOST, OWNER);
    assert_eq!(enter(&village, &signed).await.told(), "403 wrong_passkey");
    let late = asked(&village).await;
    sqlx::query("update challenge set expires = now() - interval '1 second'")
        .execute(village.pool())
        .await
        .unwrap();
    let signed = keeper.sign(&late, ORIGIN, HOST, OWNER);
    assert_eq!(enter(&village, &signed).await.told(), "403 wrong_passkey");
    // drawn to make a key, it does not open the door; and another's makes no key
    let begun = li.post("/api/v1/passkeys/begin", &json!({})).await;
    let signed = keeper.sign(begun.body["challenge"].as_str().unwrap(), ORIGIN, HOST, OWNER);
    assert_eq!(enter(&village, &signed).await.told(), "403 wrong_passkey");
    let begun = li.post("/api/v1/passkeys/begin", &json!({})).await;
    let client = client("webauthn.create", begun.body["challenge"].as_str().unwrap(), ORIGIN);
    let mut other = Keeper::new(9);
    let made =
        json!({ "client": BASE64.encode(client), "device": BASE64.encode(other.made(OWNER)) });
    let wang = village.phone(WANG).await;
    assert_eq!(wang.post("/api/v1/passkeys/add", &made).await.told(), "403 wrong_passkey");
}

#[sqlx::test]
async fn a_counter_that_does_not_grow_says_that_there_are_two_of_one_key(pool: PgPool) {
    let village = Village::new(pool).await;
    let (li, mut keeper) = (village.phone(LI).await, Keeper::new(7));
    assert_eq!(add(&li, &mut keeper, ORIGIN, OWNER).await, "200");
    keeper.counter = 40;
    let signed = keeper.sign(&asked(&village).await, ORIGIN, HOST, OWNER);
    assert_eq!(enter(&village, &signed).await.told(), "200");
    keeper.counter = 40;
    let signed = keeper.sign(&asked(&village).await, ORIGIN, HOST, OWNER);
    assert_eq!(enter(&village, &signed).await.told(), "403 wrong_passkey");
}

#[sqlx::test]
async fn a_key_is_made_here_by_its_owner_and_is_nobody_elses_then(pool: PgPool) {
    let village = Village::new(pool).await;
    let (li, wang) = (village.phone(LI).await, village.phone(WANG).await);
    let mut keeper = Keeper::new(7);
    assert_eq!(
        add(&li, &mut keeper, "https://elsewhere.example", OWNER).await,
        "403 wrong_passkey"
    );
    assert_eq!(add(&li, &mut keeper, ORIGIN, 0x01).await, "403 wrong_passkey");
    assert_eq!(add(&li, &mut keeper, ORIGIN, OWNER).await, "200");
    assert_eq!(add(&wang, &mut keeper, ORIGIN, OWNER).await, "403 wrong_passkey");
    let id = json!({ "id": BASE64.encode(&keeper.id) });
    assert_eq!(wang.post("/api/v1/passkeys/remove", &id).await.told(), "200");
    let signed = keeper.sign(&asked(&village).await, ORIGIN, HOST, OWNER);
    assert_eq!(enter(&village, &signed).await.body["person"], json!(LI));
}
