//! Payments in another currency, through the pages, with the simulator at the other end of the line.

use std::{fs, path::PathBuf};

use bank::{
    abroad::Offer,
    business::LAPSES_ABROAD_S,
    ledger::Breach,
    rails::{self, SendingState},
};
use model::{Currency, forms::ActRole};
use server::{config::RatesFile, other_banks::simulator};
use tokio::net::TcpListener;

use crate::{
    browser::{Browser, id},
    test_bank::{ANN, BO, TestBank},
};

/// A bank with rates of its own moment, and the others that it reaches.
struct Abroad {
    bank: TestBank,
    rates: PathBuf,
}

impl Abroad {
    async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let others = listener.local_addr().expect("its address").to_string();
        let rates =
            std::env::temp_dir().join(format!("banyan-rates-{}.toml", listener.local_addr().expect("it").port()));
        fs::write(&rates, RatesFile::example(model::Timestamp::EPOCH)).expect("the file is kept");
        let settings = [("BANYAN_OTHER_BANKS", others.as_str()), ("BANYAN_RATES", &rates.to_string_lossy())];
        let bank = TestBank::with(&settings, |ports| ports).await;
        tokio::spawn(axum::serve(listener, simulator::router(bank.clock.clone())).into_future());
        let abroad = Self { bank, rates };
        abroad.today();
        abroad
    }

    /// Puts rates of now into the file, as whoever runs the bank does while it is open.
    fn today(&self) {
        fs::write(&self.rates, RatesFile::example(self.bank.bank.clock.now())).expect("the file is kept");
    }

    fn offer(&self) -> Offer {
        let file = RatesFile::read(&fs::read_to_string(&self.rates).expect("it is there")).expect("it is right");
        file.offer(Currency::Gbp, Currency::Cny).expect("it is offered")
    }

    /// What the program does by itself, in the next seconds.
    async fn work(&self, seconds: i64) {
        self.bank.clock.pass(seconds);
        for payment in self.bank.bank.sendings.due(self.bank.bank.clock.now(), 100).await.expect("an answer") {
            rails::deliver(&self.bank.bank, &payment).await.expect("the database is there");
        }
        self.bank.clock.pass(1);
        let others = self.bank.bank.other_banks.clone().expect("there are others");
        for message in others.says().await {
            assert_eq!(rails::hear(&self.bank.bank, &message).await.expect("the database is there"), None);
            others.taken(message.number).await;
        }
    }

    /// Ann begins to send £20 to this account in China; the draft, and what was answered.
    async fn begun(&self, ann: &mut Browser, bank: &str, number: &str) -> (String, String) {
        self.begun_from(11, ann, (bank, number)).await
    }

    /// The same by whoever may, from some account.
    async fn begun_from(&self, from: i64, whoever: &mut Browser, (bank, number): (&str, &str)) -> (String, String) {
        let from = id(from);
        let start = whoever.post("/do/pay/start", &[("from", &from), ("kind", "elsewhere")]).await;
        let draft = start.location().split('/').nth(2).expect("the draft in the address").to_owned();
        whoever.post("/do/pay/amount", &[("draft", &draft), ("from", &from), ("amount", "20")]).await;
        let payee = [
            ("draft", draft.as_str()),
            ("kind", "abroad"),
            ("way", "cnaps"),
            ("name", "王晓明"),
            ("bank", bank),
            ("number", number),
        ];
        let answer = whoever.post("/do/pay/payee", &payee).await.location().to_owned();
        (draft, answer)
    }

    /// Ann sends £20; the address of the payment.
    async fn paid(&self, ann: &mut Browser, number: &str) -> String {
        self.bank.clock.pass(60);
        self.today();
        let (draft, review) = self.begun(ann, "102100099996", number).await;
        assert_eq!(review, format!("/pay/{draft}/review"));
        let approve = ann.get(&format!("/pay/{draft}/approve")).await;
        assert_eq!(approve.status, 200, "{} {}", approve.location(), approve.text);
        let challenge = approve.field("challenge").to_owned();
        let fields = [("draft", draft.as_str()), ("challenge", &challenge), ("code", &self.bank.code(ANN))];
        let page = format!("/payments/{draft}");
        let approved = ann.post("/do/pay/approve", &fields).await;
        assert_eq!(approved.location(), page, "{}", approved.text);
        page
    }

    async fn verified(&self) {
        let breaches = self.bank.ports.upkeep.verify().await.expect("an answer").breaches;
        let named = |breach: &&Breach| matches!(breach, Breach::Sending { .. } | Breach::Exchange { .. });
        assert_eq!(breaches.iter().find(named), None);
    }
}

impl Drop for Abroad {
    fn drop(&mut self) {
        // Left behind, it would only be a file in the temporary directory.
        drop(fs::remove_file(&self.rates));
    }
}

#[tokio::test]
async fn what_is_shown_before_is_what_the_page_and_the_line_say_after() {
    let abroad = Abroad::open().await;
    let mut ann = abroad.bank.signed_in(ANN).await;
    let (draft, _) = abroad.begun(&mut ann, "102100099996", "6222021001000041").await;
    let review = ann.get(&format!("/pay/{draft}/review")).await.text;
    let rate = abroad.offer().rate.less(50).to_string();
    for shown in ["£20.00", "£17.00", "£3.00", rate.as_str(), "They get", "our fee as well", "could not be checked"]
    {
        assert!(review.contains(shown), "{shown}: {review}");
    }
    let page = abroad.paid(&mut ann, "6222021001000041").await;
    abroad.work(1).await;
    let arrived = ann.get(&page).await.text;
    for shown in ["You have paid", "£20.00", "£17.00", "£3.00", rate.as_str(), "102100099996"] {
        assert!(arrived.contains(shown), "{shown}: {arrived}");
    }
    abroad.verified().await;
}

#[tokio::test]
async fn another_person_sees_in_both_currencies_what_they_approve() {
    let abroad = Abroad::open().await;
    let bank = &abroad.bank;
    bank.shop(15, ANN).await;
    bank.acts((ANN, 15), Some(BO), ActRole::Prepare, true).await;
    let (mut ann, mut bo) = (bank.signed_in(ANN).await, bank.signed_in(BO).await);
    let (draft, _) = abroad.begun_from(15, &mut bo, ("102100099996", "6222021001000041")).await;
    let challenge = bo.get(&format!("/pay/{draft}/approve")).await.field("challenge").to_owned();
    let fields = [("draft", draft.as_str()), ("challenge", &challenge), ("code", &bank.code(BO))];
    bo.post("/do/pay/approve", &fields).await;
    let page = ann.get(&format!("/business/{draft}")).await.text;
    let rate = abroad.offer().rate.less(50).to_string();
    for shown in ["It waits for another person", "£20.00", "£3.00", rate.as_str(), "They get", "王晓明"] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    let kept = async || {
        let id = draft.parse().expect("its number");
        bank.ports.payments.payment(BO, id).await.expect("the database is there").expect("it was made")
    };
    let made = kept().await;
    let until = made.approved_at.plus_seconds(LAPSES_ABROAD_S);
    assert_eq!(made.wait.map(|wait| wait.until), Some(until), "a price is not waited with until it is a good one");
    // What whoever acts has made leaves in the name of the business, and arrives.
    let page = ann.get(&format!("/business/{draft}")).await;
    let fields = [("payment", draft.as_str()), ("challenge", page.field("challenge")), ("code", &bank.code(ANN))];
    ann.post("/do/business/approve", &fields).await;
    abroad.work(1).await;
    assert_eq!(kept().await.sending.map(|sending| sending.state), Some(SendingState::Arrived));
    abroad.verified().await;
}

#[tokio::test]
async fn what_is_to_arrive_and_costs_too_much_is_put_right_where_it_was_said() {
    let abroad = Abroad::open().await;
    let mut ann = abroad.bank.signed_in(ANN).await;
    let (draft, _) = abroad.begun(&mut ann, "102100099996", "6222021001000041").await;
    let payee = [
        ("draft", draft.as_str()),
        ("kind", "abroad"),
        ("way", "cnaps"),
        ("name", "王晓明"),
        ("bank", "102100099996"),
        ("number", "6222021001000041"),
        ("arrives", "60000"),
    ];
    ann.post("/do/pay/payee", &payee).await;
    let review = ann.get(&format!("/pay/{draft}/review")).await;
    assert_eq!(review.location(), format!("/pay/{draft}/payee"));
    let page = ann.get(review.location()).await.text;
    assert!(page.contains("There is not enough to spend in this account."), "{page}");
    assert!(page.contains("60000") && page.contains("#arrives"), "what was typed is there: {page}");
}

#[tokio::test]
async fn what_is_refused_is_back_with_the_fee_and_what_is_returned_without() {
    let abroad = Abroad::open().await;
    let mut ann = abroad.bank.signed_in(ANN).await;
    let refused = abroad.paid(&mut ann, "6222021001000044").await;
    abroad.work(1).await;
    assert!(ann.get(&refused).await.text.contains("All of the money is back in your account, and our fee as well."));
    let returned = abroad.paid(&mut ann, "6222021001000048").await;
    abroad.work(1).await;
    abroad.work(100).await;
    let page = ann.get(&returned).await.text;
    assert!(page.contains("It came back in their currency.") && page.contains("Came back to you"), "{page}");
    abroad.verified().await;
}

#[tokio::test]
async fn a_card_is_not_kept_and_a_rate_that_is_too_old_is_not_used() {
    let abroad = Abroad::open().await;
    let mut ann = abroad.bank.signed_in(ANN).await;
    let (draft, again) = abroad.begun(&mut ann, "102100099996", "4111 1111 1111 1111").await;
    assert_eq!(again, format!("/pay/{draft}/payee"));
    let page = ann.get(&again).await.text;
    assert!(page.contains("This is the number of a card.") && !page.contains("4111"), "{page}");
    abroad.bank.clock.pass(25 * 60 * 60);
    let mut ann = abroad.bank.signed_in(ANN).await;
    let (draft, _) = abroad.begun(&mut ann, "102100099996", "6222021001000041").await;
    let review = ann.get(&format!("/pay/{draft}/review")).await;
    assert_eq!(review.location(), format!("/pay/{draft}/payee"));
    let page = ann.get(review.location()).await.text;
    assert!(page.contains("We have no fresh rate of exchange just now."), "{page}");
}
