//! A passkey made of software: answers as an authenticator does (WebAuthn, sections 6.1 and 6.5), or nearly.

use data_encoding::BASE64URL_NOPAD;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair as _};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::Page;

/// A passkey, and the hand that holds it.
#[derive(Debug)]
pub struct SoftPasskey {
    key: EcdsaKeyPair,
    credential: Vec<u8>,
    owner: String,
    /// The site whose page it believes to be on.
    pub origin: &'static str,
    /// Whether it asks its owner for a finger, face or number.
    pub verifies: bool,
    /// How often it was used, as it says.
    pub uses: u32,
}

const HAND: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const NEW_KEY: u8 = 0x40;

impl SoftPasskey {
    /// One that nobody has set up yet.
    ///
    /// # Panics
    /// When no key can be made.
    #[must_use]
    pub fn fresh() -> SoftPasskey {
        let random = SystemRandom::new();
        let made = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).expect("a key");
        let key = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, made.as_ref(), &random).expect("a key");
        let credential = Sha256::digest(key.public_key().as_ref())[..16].to_vec();
        SoftPasskey { key, credential, owner: String::new(), origin: "https://duet.example", verifies: true, uses: 1 }
    }

    /// Becomes the passkey that a question asks for: the form to post.
    ///
    /// # Panics
    /// When the page is no question.
    pub fn make(&mut self, question: &Page) -> Vec<(&'static str, String)> {
        let asked = read(question);
        self.owner = word(&asked["publicKey"]["user"]["id"]);
        let client = self.client("webauthn.create", &asked);
        let point = self.key.public_key().as_ref();
        // COSE: an elliptic curve key, for ES256, on P-256, at x and y.
        let cose = [&b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20"[..], &point[1..33], b"\x22\x58\x20", &point[33..]];
        let length = u16::try_from(self.credential.len()).expect("a short id").to_be_bytes();
        let made = [self.data(NEW_KEY), vec![0; 16], length.to_vec(), self.credential.clone(), cose.concat()].concat();
        let head = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58";
        let object = [&head[..], &[u8::try_from(made.len()).expect("short")], &made].concat();
        let response = json!({ "clientDataJSON": b64(&client), "attestationObject": b64(&object) });
        self.form(&asked, &response)
    }

    /// Answers a question: the form to post.
    ///
    /// # Panics
    /// When the page is no question.
    pub fn answer(&mut self, question: &Page) -> Vec<(&'static str, String)> {
        let asked = read(question);
        self.uses += 1;
        let (client, data) = (self.client("webauthn.get", &asked), self.data(0));
        let signed = [&data[..], &Sha256::digest(&client)].concat();
        let signature = self.key.sign(&SystemRandom::new(), &signed).expect("a signature");
        let response = json!({
            "clientDataJSON": b64(&client), "authenticatorData": b64(&data),
            "signature": b64(signature.as_ref()), "userHandle": self.owner,
        });
        self.form(&asked, &response)
    }

    fn form(&self, asked: &Value, response: &Value) -> Vec<(&'static str, String)> {
        let id = b64(&self.credential);
        let answer = json!({ "id": id, "rawId": id, "type": "public-key", "response": response });
        vec![("question", word(&asked["question"])), ("answer", answer.to_string())]
    }

    fn client(&self, what: &str, asked: &Value) -> Vec<u8> {
        let challenge = word(&asked["publicKey"]["challenge"]);
        json!({ "type": what, "challenge": challenge, "origin": self.origin, "crossOrigin": false })
            .to_string()
            .into_bytes()
    }

    fn data(&self, more: u8) -> Vec<u8> {
        let site = self.origin.trim_start_matches("https://");
        let flags = HAND | more | if self.verifies { VERIFIED } else { 0 };
        [&Sha256::digest(site)[..], &[flags], &self.uses.to_be_bytes()].concat()
    }
}

fn read(question: &Page) -> Value {
    serde_json::from_slice(question.body()).unwrap_or_else(|cause| panic!("no question: {cause}\n{question:?}"))
}

fn word(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

fn b64(bytes: &[u8]) -> String {
    BASE64URL_NOPAD.encode(bytes)
}
