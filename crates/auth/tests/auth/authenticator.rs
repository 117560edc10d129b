//! An authenticator made of a few lines: one key on P-256, without attestation (WebAuthn level 3 sections 6.1 and 8.7).

use bank::ports::Ceremony;
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD as BASE64};
use p256::ecdsa::{Signature, SigningKey, signature::Signer};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The user was there, and it made sure who they are.
const PRESENT_AND_VERIFIED: u8 = 0x05;
/// The key may be kept elsewhere, and is.
const SYNCED: u8 = 0x18;
/// What follows describes a new key.
const WITH_KEY: u8 = 0x40;

/// An authenticator with one key.
pub struct Authenticator {
    key: SigningKey,
    /// The site it believes to be on.
    pub origin: &'static str,
    /// Whether it makes sure who its user is.
    pub verifies: bool,
    credential: [u8; 16],
    user: Vec<u8>,
    counter: u32,
}

impl Authenticator {
    /// One with a key of its own for each `number`.
    pub fn new(number: u8) -> Self {
        let key = SigningKey::from_slice(&[number; 32]).unwrap();
        let origin = "https://bank.example";
        Self { key, origin, verifies: true, credential: [number; 16], user: vec![], counter: 0 }
    }

    /// Makes its key known.
    pub fn create(&mut self, ceremony: &Ceremony) -> String {
        let asked = public_key(ceremony);
        self.user = BASE64.decode(asked["user"]["id"].as_str().unwrap()).unwrap();
        let point = self.key.verifying_key().to_sec1_point(false);
        let (x, y) = (&point.as_bytes()[1..33], &point.as_bytes()[33..]);
        let mut data = self.data(asked["rp"]["id"].as_str().unwrap(), WITH_KEY);
        data.extend([0; 16]);
        data.extend(u16::try_from(self.credential.len()).unwrap().to_be_bytes());
        data.extend(self.credential);
        // A COSE key as CBOR (RFC 9053 section 7.1.1): {1: 2, 3: -7, -1: 1, -2: x, -3: y}.
        data.extend([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
        data.extend(x);
        data.extend([0x22, 0x58, 0x20]);
        data.extend(y);
        // {"fmt": "none", "attStmt": {}, "authData": …}
        let mut object = vec![0xa3, 0x63];
        object.extend(b"fmt\x64none\x67attStmt\xa0\x68authData\x58");
        object.push(u8::try_from(data.len()).unwrap());
        object.extend(data);
        let response = json!({
            "attestationObject": BASE64.encode(object),
            "clientDataJSON": BASE64.encode(self.client_data("webauthn.create", &asked)),
        });
        self.answer(&response)
    }

    /// Signs what it is asked to.
    pub fn get(&mut self, ceremony: &Ceremony) -> String {
        let asked = public_key(ceremony);
        self.counter += 1;
        let data = self.data(asked["rpId"].as_str().unwrap(), 0);
        let client = self.client_data("webauthn.get", &asked);
        let signed = [data.as_slice(), &Sha256::digest(&client)].concat();
        let signature: Signature = self.key.sign(&signed);
        let response = json!({
            "authenticatorData": BASE64.encode(data),
            "clientDataJSON": BASE64.encode(client),
            "signature": BASE64.encode(signature.to_der().as_bytes()),
            "userHandle": BASE64.encode(&self.user),
        });
        self.answer(&response)
    }

    /// As a copy of it that was made earlier.
    pub fn set_counter(&mut self, counter: u32) {
        self.counter = counter;
    }

    fn data(&self, site: &str, more: u8) -> Vec<u8> {
        let verified = if self.verifies { PRESENT_AND_VERIFIED } else { 0x01 };
        let mut data = Sha256::digest(site).to_vec();
        data.push(verified | SYNCED | more);
        data.extend(self.counter.to_be_bytes());
        data
    }

    fn client_data(&self, kind: &str, asked: &Value) -> Vec<u8> {
        let data =
            json!({ "type": kind, "challenge": asked["challenge"], "origin": self.origin, "crossOrigin": false });
        data.to_string().into_bytes()
    }

    fn answer(&self, response: &Value) -> String {
        let id = BASE64.encode(self.credential);
        json!({ "id": id, "rawId": id, "type": "public-key", "response": response, "extensions": {} }).to_string()
    }
}

fn public_key(ceremony: &Ceremony) -> Value {
    serde_json::from_str::<Value>(&ceremony.options).unwrap()["publicKey"].take()
}
