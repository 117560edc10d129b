//! What Ann has, for others to try at.

use bank::{
    Clock,
    cards::CardState,
    passkeys::Passkey,
    ports::KnownPasskey,
    powers::{BEGINS_AFTER_S, Power},
    staff::Role,
};
use model::{
    CustomerId, PasskeyId, PowerId,
    forms::{ActRole, PowerKind},
};

use crate::{
    browser::id,
    test_bank::{ANN, BO, EVE, TestBank, one_of_a_crowd},
};

/// Ann's things, as they stand in addresses and forms.
pub struct Things(Vec<(&'static str, String)>);

impl Things {
    /// In a bank with one of a crowd besides.
    pub async fn of_ann(bank: &TestBank) -> Self {
        let (mut ann, _elsewhere) = (bank.signed_in(ANN).await, bank.signed_in(ANN).await);
        let (paid, challenge) = ann.prepare_payment("20").await;
        let fields = [("draft", paid.as_str()), ("challenge", &challenge), ("code", &bank.code(ANN))];
        assert_eq!(ann.post("/do/pay/approve", &fields).await.location(), format!("/payments/{paid}"));
        bank.clock.pass(30);
        let schedule = ann.plan(&bank.code(ANN)).await;
        bank.clock.pass(30);
        let (draft, challenge) = ann.prepare_payment("23.45").await;
        let ask = [("to", id(11)), ("amount", "5".to_owned())];
        let ask: Vec<_> = ask.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let request = ann.post("/do/pay/requests/ask", &ask).await.location().to_owned();
        let link = ann.get(&request).await.text;
        let asked = link.split("/pay/asked/").nth(1).expect("its link").chars().take(32).collect();
        let session = ann.get("/you/security").await.field("key").to_owned();
        let wish = [("phone", "020 7946 0018"), ("language", "en"), ("day", "2026-11-24"), ("part", "morning")];
        let call = ann.post("/do/help/call-back", &wish).await.location().replace("/help/person/", "");
        let mut write = async |words| {
            let location =
                ann.post("/do/help/write", &[("kind", "other"), ("words", words)]).await.location().to_owned();
            location.replace("/help/tickets/", "")
        };
        let (ticket, closed) = (write("one").await, write("two").await);
        ann.post("/do/help/tickets/settle", &[("ticket", &closed)]).await;
        // She lets Bo look, and he has invited her: either is hers to end.
        let given = bank.mandate((ANN, 11), (BO, 12)).await;
        let held = bank.mandate((BO, 12), (ANN, 11)).await;
        assert!(bank.ports.mandates.begin(ANN, held, bank.clock.now()).await.expect("the database is there"));
        // Eve prepares payments of Ann's business, and somebody has invited Ann to do that for theirs.
        let (somebody, _) = one_of_a_crowd(0);
        bank.shop(15, ANN).await;
        bank.shop(16, somebody).await;
        bank.acts((ANN, 15), Some(EVE), ActRole::Prepare, true).await;
        let acts = bank.acts((ANN, 15), None, ActRole::Prepare, false).await;
        let offered = bank.acts((somebody, 16), Some(ANN), ActRole::Prepare, false).await;
        Self(vec![
            ("{shop}", id(15)),
            ("{acts}", acts.to_string()),
            ("{offered}", offered.to_string()),
            ("{power}", power(bank, somebody).await.to_string()),
            ("{made}", bank.made((EVE, 15), 12, 500).await.to_string()),
            ("{given}", given.to_string()),
            ("{held}", held.to_string()),
            ("{bos}", id(12)),
            ("{ticket}", ticket),
            ("{closed}", closed),
            ("{chat}", id(83)),
            ("{account}", id(11)),
            ("{customer}", ANN.to_string()),
            ("{token}", "0123456789abcdef0123456789abcdef".to_owned()),
            ("{payment}", paid),
            ("{draft}", draft),
            ("{schedule}", schedule),
            ("{challenge}", challenge),
            ("{request}", request.replace("/pay/requests/", "")),
            ("{asked}", asked),
            ("{session}", session),
            ("{call}", call),
            ("{passkey}", passkey(bank).await),
            ("{card}", bank.add_card(ANN, 11, CardState::Active).await.to_string()),
            ("{code}", bank.code(ANN)),
            ("{number}", model::AccountNumber::from_serial(12).expect("a number").to_string().replace(' ', "")),
        ])
    }

    pub fn fill(&self, text: &str) -> String {
        self.0.iter().fold(text.to_owned(), |text, (name, value)| text.replace(name, value))
    }

    pub fn address(&self, route: &str) -> String {
        let route = route.replace("/accounts/:id/people", "/accounts/{shop}/people").replace(":made", "{made}");
        let named = route.replace("/payments/:id", "/payments/{payment}").replace("/person/:id", "/person/{call}");
        let named = named.replace("/tickets/:id", "/tickets/{ticket}").replace("/calls/:id", "/calls/{call}");
        let named = named.replace("/desk/:id", "/desk/{chat}");
        let named = named.replace(":payment", "{payment}");
        let named = named
            .replace("/scheduled/:id", "/scheduled/{schedule}")
            .replace("/requests/:id", "/requests/{request}")
            .replace(":key", "{asked}")
            .replace("/passkeys/:id", "/passkeys/{passkey}")
            .replace("/cards/:id", "/cards/{card}")
            .replace("/people/:id", "/people/{given}")
            .replace("/looking/:id/:account", "/looking/{held}/{bos}")
            .replace(":way", "shop")
            .replace(":what", "gambling")
            .replace(":purpose", "add-passkey")
            .replace(":limit", "day");
        let named = named.replace("/customers/:id", "/customers/{customer}").replace(":token", "{token}");
        let named = named
            .replace(":id", "{account}")
            .replace(":slug", "pressed-to-pay")
            .replace(":lesson", "scams")
            .replace(":link", "0123456789abc")
            .replace(":period", "2026-11")
            .replace(":year", "2026")
            .replace(":format", "csv");
        self.fill(&named.replace(":draft", "{draft}").replace(":version", "1"))
    }
}

/// A power of attorney by which Ann is to act for `donor`, and that she can accept now.
async fn power(bank: &TestBank, donor: CustomerId) -> PowerId {
    let (one, another) = (bank.member(Role::PaymentsOfficer).await, bank.member(Role::PaymentsOfficer).await);
    let at = bank.clock.now().plus_seconds(-BEGINS_AFTER_S);
    let power = Power {
        id: PowerId::new(bank.bank.ids.next()),
        donor,
        donor_name: "Somebody".to_owned(),
        attorney: ANN,
        attorney_name: "Ann Miller".to_owned(),
        kind: PowerKind::General,
        document: "7".to_owned(),
        last: None,
        accounts: vec![],
        asked_by: one.id,
        asked_at: at,
        agreed_by: None,
        agreed_at: None,
        began_at: None,
        ended_at: None,
    };
    bank.ports.powers.keep(&power).await.expect("the database is there");
    assert!(bank.ports.powers.agree(power.id, another.id, at).await.expect("the database is there"));
    power.id
}

/// What is kept of a passkey, as `auth` writes it: the point on P-256 that belongs to the secret 0x0101…01.
const PUBLIC_KEY: &str = r#"{"cred":{"cred_id":"AQEBAQEBAQEBAQEBAQEBAQ","cred":{"type_":"ES256","key":{"EC_EC2":{
    "curve":"SECP256R1","x":"b_A7lJJBzh2t1DUZ5pYOCoW0GmmgXDKBA6orzhWUyhY",
    "y":"PE91OlW_AdxT9sCwx-7ni0DG_30lqW4igrmJzvccFEo"}}},"counter":0,"transports":null,"user_verified":true,
    "backup_eligible":true,"backup_state":true,"registration_policy":"required","extensions":{"cred_protect":"Ignored",
    "hmac_create_secret":"NotRequested","appid":"NotRequested","cred_props":"Ignored"},
    "attestation":{"data":"None","metadata":"None"},"attestation_format":"none"}}"#;

/// A passkey of Ann's, which cannot sign: what is tried is who may see it, name it and take it away.
async fn passkey(bank: &TestBank) -> String {
    let known = KnownPasskey {
        customer: ANN,
        passkey: Passkey {
            id: PasskeyId::new(71),
            name: "Ann's phone".to_owned(),
            synced: true,
            created_at: bank.clock.now(),
            used_at: None,
        },
        credential: vec![1; 16],
        public_key: PUBLIC_KEY.to_owned(),
    };
    assert!(bank.ports.passkeys.add(&known).await.expect("the database is there"), "it is a new one");
    known.passkey.id.to_string()
}
