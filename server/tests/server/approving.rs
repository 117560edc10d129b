//! What is approved is what was shown: an answer that is replayed, altered, late or somebody else's pays nothing.

use crate::{
    browser::{Browser, id},
    figures,
    test_bank::{ANN, BO, TestBank},
};

/// One way to try to pay with an approval that is not of this payment.
struct Trick {
    name: &'static str,
    /// Whether what is sent in the end would pay if nothing had been tampered with.
    altered: &'static [(&'static str, &'static [(&'static str, &'static str)])],
    /// How long after it was asked for, in seconds.
    late_s: i64,
}

/// Sent between the last look and the approval.
const TRICKS: &[Trick] = &[
    Trick { name: "another amount", altered: &[("/do/pay/amount", &[("amount", "21")])], late_s: 0 },
    Trick { name: "a penny more", altered: &[("/do/pay/amount", &[("amount", "20.01")])], late_s: 0 },
    Trick { name: "from another account", altered: &[("/do/pay/amount", &[("from", "{second}")])], late_s: 0 },
    Trick { name: "with another reference", altered: &[("/do/pay/payee", &[("reference", "for me")])], late_s: 0 },
    Trick {
        name: "to another account",
        altered: &[("/do/pay/payee", &[("kind", "own"), ("own", "{second}")])],
        late_s: 0,
    },
    Trick { name: "after two minutes", altered: &[], late_s: 120 },
];

/// The last look at £20 from Ann to Bo.
struct Asked {
    bank: TestBank,
    ann: Browser,
    draft: String,
    challenge: String,
}

impl Asked {
    async fn new() -> Self {
        let bank = TestBank::new().await;
        let mut ann = bank.signed_in(ANN).await;
        let (draft, challenge) = ann.prepare_payment("20").await;
        Self { bank, ann, draft, challenge }
    }

    /// The fields of a step of the payment, some of them as `altered`.
    fn fields(&self, step: &str, altered: &[(&str, &str)]) -> Vec<(String, String)> {
        let number = model::AccountNumber::from_serial(12).expect("a number").to_string();
        let account = id(11);
        let mut fields = match step {
            "/do/pay/amount" => vec![("from", account.as_str()), ("amount", "20")],
            _ => vec![("kind", "other"), ("name", "薄文"), ("number", &number), ("reference", ""), ("own", "")],
        };
        fields.push(("draft", &self.draft));
        let value = |name: &str, usual: &str| {
            let value = altered.iter().find(|(known, _)| *known == name).map_or(usual, |(_, value)| value);
            value.replace("{second}", &id(13))
        };
        fields.iter().map(|(name, usual)| ((*name).to_owned(), value(name, usual))).collect()
    }

    async fn alter(&mut self, step: &str, altered: &[(&str, &str)]) {
        let fields = self.fields(step, altered);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let kept = self.ann.post(step, &fields).await;
        assert!(kept.location().ends_with("/review"), "{step} is taken: {}", kept.location());
    }

    /// Approves, and whether that has paid.
    async fn pays(&mut self, draft: &str, challenge: &str, code: &str) -> bool {
        self.ann.post("/do/pay/approve", &[("draft", draft), ("challenge", challenge), ("code", code)]).await;
        let mut again = self.bank.signed_in(ANN).await;
        again.get(&format!("/payments/{draft}")).await.status == axum::http::StatusCode::OK
    }

    async fn pays_as_asked(&mut self) -> bool {
        let (draft, challenge, code) = (self.draft.clone(), self.challenge.clone(), self.bank.code(ANN));
        self.pays(&draft, &challenge, &code).await
    }
}

#[tokio::test]
async fn nothing_but_what_was_shown_is_paid() {
    assert!(Asked::new().await.pays_as_asked().await, "untouched it is");
    let mut accepted = Vec::new();
    for trick in TRICKS {
        let mut asked = Asked::new().await;
        for (step, altered) in trick.altered {
            asked.alter(step, altered).await;
        }
        asked.bank.clock.pass(trick.late_s);
        if asked.pays_as_asked().await {
            accepted.push(trick.name);
        }
    }
    accepted.extend(Box::pin(with_what_belongs_elsewhere()).await);
    figures::at_most("access.stepup_accepted_wrongly", accepted.len(), 0);
    assert!(accepted.is_empty(), "accepted: {accepted:?}");
}

/// Challenges and codes that are good, and not for this.
async fn with_what_belongs_elsewhere() -> Vec<&'static str> {
    let mut accepted = Vec::new();
    let mut asked = Asked::new().await;
    let (other, _) = asked.ann.prepare_payment("190").await;
    let code = asked.bank.code(ANN);
    let (draft, own) = (asked.draft.clone(), asked.challenge.clone());
    let mut tried = async |name, draft: &str, challenge: &str, code: &str| {
        if asked.pays(draft, challenge, code).await {
            accepted.push(name);
        }
        asked.bank.clock.pass(30);
        asked.bank.code(ANN)
    };
    let code = tried("the challenge of a smaller payment", &other, &own, &code).await;
    tried("no challenge", &draft, "", &code).await;
    let mut asked = Asked::new().await;
    let mut bo = asked.bank.signed_in(BO).await;
    let start = bo.post("/do/pay/start", &[("from", &id(12))]).await.location().to_owned();
    assert!(start.ends_with("/amount"));
    let (code_of_bo, wrong) = (asked.bank.code(BO), "000000");
    for (name, code) in [("the code of somebody else", code_of_bo.as_str()), ("a wrong code", wrong), ("no code", "")] {
        let (draft, challenge) = (asked.draft.clone(), asked.challenge.clone());
        if asked.pays(&draft, &challenge, code).await {
            accepted.push(name);
        }
    }
    if asked
        .bank
        .signed_in(BO)
        .await
        .post("/do/pay/approve", &[("draft", &asked.draft), ("challenge", &asked.challenge), ("code", &code_of_bo)])
        .await
        .location()
        .starts_with("/payments")
    {
        accepted.push("by somebody else");
    }
    accepted.extend(replayed().await);
    accepted
}

/// The answer that has paid once.
async fn replayed() -> Vec<&'static str> {
    let mut accepted = Vec::new();
    let mut asked = Asked::new().await;
    let (code, challenge) = (asked.bank.code(ANN), asked.challenge.clone());
    assert!(asked.pays_as_asked().await);
    let (second, fresh) = asked.ann.prepare_payment("20").await;
    if asked.pays(&second, &challenge, &code).await {
        accepted.push("the same answer again");
    }
    if asked.pays(&second, &fresh, &code).await {
        accepted.push("the same code for a new question");
    }
    asked.bank.clock.pass(30);
    let code = asked.bank.code(ANN);
    if asked.pays(&second, &challenge, &code).await {
        accepted.push("a new code for an old question");
    }
    accepted
}
