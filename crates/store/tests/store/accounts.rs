//! Accounts are found by their owners and by nobody else.

use bank::{
    Clock,
    accounts::{AccountKind, AccountStatus, HistoryQuery, Regular},
    ledger::{Action, TransferOrder},
    payments::{Draft, Steps},
    ports::{Answering, NewSession},
};
use model::{
    AccountId, ChallengeId, Money, PaymentId, SessionKey, Timestamp,
    forms::{AmountForm, Every, HistoryKind, PayeeForm, PurposeForm, Timing, WhenForm},
};
use store::bulk::{Batch, NewAccount, NewRegular};

use crate::{commands::GBP, history::newest, on_both, people::question, world::World};

on_both!(
    nobody_reads_what_is_not_theirs,
    nobody_answers_or_ends_what_is_not_theirs,
    owners_see_their_accounts,
    a_line_tells_everything_known,
    a_move_between_own_accounts_names_the_other,
    payees_are_found_by_number,
);

async fn nobody_reads_what_is_not_theirs(world: World) {
    let (ann, account) = world.person("Ann").await;
    let (eve, other) = world.person("Eve").await;
    world.pay_in(account, 10_000).await;
    let command = world.payment(ann, account, other, 100);
    let paid = PaymentId::new(command.outbox[0].subject);
    world.submit(command).await.expect("there is money");
    world.submit(world.hold(account, 10).1).await.expect("there is money");
    let regular = Regular {
        account,
        party: "Gas".to_owned(),
        amount: Money::new(-5, GBP),
        kind: HistoryKind::DirectDebit,
        timing: Timing {
            first: model::time::parse_date("2026-01-31").expect("a day"),
            every: Every::Month,
            last: None,
        },
        done: 0,
    };
    world.keep(Batch { regular: vec![NewRegular { id: 1, regular: regular.clone() }], ..Batch::default() }).await;
    let draft = Draft {
        id: PaymentId::new(world.ids.next()),
        owner: ann,
        amount: AmountForm::default(),
        payee: PayeeForm::default(),
        heard: None,
        held: None,
        found: None,
        purpose: PurposeForm::default(),
        when: WhenForm::default(),
        sent: Steps::default(),
        updated_at: world.clock.now(),
    };
    let (accounts, payments) = (&world.ports.accounts, &world.ports.payments);
    payments.save_draft(&draft).await.expect("the store answers");

    // Ann finds all of it, so that what Eve does not find is really there.
    assert!(accounts.account(ann, account).await.expect("an answer").is_some());
    assert_eq!(accounts.regular(ann).await.expect("an answer"), [regular]);
    assert!(payments.payment(ann, paid).await.expect("an answer").is_some());
    assert!(payments.draft(ann, draft.id).await.expect("an answer").is_some());

    assert!(accounts.account(eve, account).await.expect("an answer").is_none());
    assert!(accounts.list(eve).await.expect("an answer").iter().all(|one| one.id == other));
    let moments = [Timestamp::from_micros(i64::MAX)];
    let page = accounts.first_page(eve, account, 50, &moments).await.expect("an answer");
    assert_eq!(page, bank::accounts::FirstPage::default());
    for cursor in [bank::accounts::Cursor::Newest, bank::accounts::Cursor::NewerThan(0)] {
        let query = HistoryQuery { cursor, ..newest(50) };
        let history = accounts.history(eve, account, &query).await.expect("an answer");
        assert_eq!(history, bank::accounts::History::default());
    }
    assert!(accounts.transaction(eve, account, 1).await.expect("an answer").is_none());
    assert!(accounts.latest(eve, 50).await.expect("an answer").iter().all(|line| line.account == other));
    assert!(accounts.regular(eve).await.expect("an answer").is_empty());
    assert!(payments.payment(eve, paid).await.expect("an answer").is_none());
    assert!(payments.draft(eve, draft.id).await.expect("an answer").is_none());
    assert!(payments.drafts(eve, 50).await.expect("an answer").is_empty());
    payments.delete_draft(eve, draft.id).await.expect("an answer");
    payments.save_draft(&Draft { owner: eve, ..draft.clone() }).await.expect("an answer");
    assert_eq!(payments.draft(ann, draft.id).await.expect("an answer"), Some(draft.clone()));
    assert!(payments.draft(eve, draft.id).await.expect("an answer").is_none());
}

async fn nobody_answers_or_ends_what_is_not_theirs(world: World) {
    let (ann, _) = world.person("Ann").await;
    let (eve, _) = world.person("Eve").await;
    let step_ups = &world.ports.step_ups;
    let now = world.clock.now();
    step_ups.ask(&question(&world, ann, 9, 5)).await.expect("an answer");
    assert_eq!(step_ups.take_attempt(eve, ChallengeId::new(9), now).await.expect("an answer"), Answering::Over);
    assert!(!step_ups.answer(eve, ChallengeId::new(9), now).await.expect("an answer"));
    let session = NewSession {
        secret_hash: [4; 32],
        key: SessionKey::new(5),
        customer: Some(ann),
        data: "{}".to_owned(),
        created_at: now,
        expires_at: now.plus_seconds(60),
        agent: String::new(),
        address: String::new(),
    };
    world.ports.sessions.save(&session).await.expect("an answer");
    assert!(!world.ports.sessions.end(eve, session.key).await.expect("an answer"));
    let earlier = now.plus_seconds(-60);
    assert!(world.ports.sessions.list(eve, now, earlier).await.expect("an answer").is_empty());
    assert_eq!(world.ports.sessions.list(ann, now, earlier).await.expect("an answer").len(), 1);
}

async fn owners_see_their_accounts(world: World) {
    let (ann, current) = world.person("Ann").await;
    let (tom, own) = world.person("Tom").await;
    let joint = AccountId::new(world.ids.next());
    let closed = AccountId::new(world.ids.next());
    world.clock.forward(1_000);
    let opened = NewAccount {
        min_balance: -25_000,
        name: "Holiday".to_owned(),
        rate_bp: 125,
        ..world.new_account(joint, Some(world.number()), AccountKind::Joint, &[ann, tom])
    };
    let shut = NewAccount {
        status: AccountStatus::Closed,
        ..world.new_account(closed, Some(world.number()), AccountKind::Savings, &[ann])
    };
    world.keep(Batch { accounts: vec![opened.clone(), shut], ..Batch::default() }).await;
    let ids = async |owner| {
        let list = world.ports.accounts.list(owner).await.expect("an answer");
        list.into_iter().map(|account| account.id).collect::<Vec<_>>()
    };
    assert_eq!(ids(ann).await, [current, joint]);
    assert_eq!(ids(tom).await, [own, joint]);
    let seen = world.ports.accounts.account(tom, joint).await.expect("an answer").expect("it is his, too");
    assert_eq!((seen.name.as_str(), seen.overdraft.minor, seen.rate_bp), ("Holiday", 25_000, 125));
    assert_eq!((seen.kind, Some(seen.number)), (AccountKind::Joint, opened.number));
    assert_eq!(seen.available().minor, 25_000);
    assert_eq!(seen.holder, "Ann & Tom");
    let first = world.ports.accounts.account(tom, own).await.expect("an answer").expect("it is his");
    assert_eq!(first.holder, "Tom");
}

async fn a_move_between_own_accounts_names_the_other(world: World) {
    let (ann, current) = world.person("Ann").await;
    let (bob, other) = world.person("Bob").await;
    let joint = AccountId::new(world.ids.next());
    let opened = world.new_account(joint, Some(world.number()), AccountKind::Joint, &[ann, bob]);
    world.keep(Batch { accounts: vec![opened], ..Batch::default() }).await;
    world.pay_in(current, 10_000).await;
    world.submit(world.payment(ann, current, other, 100)).await.expect("there is money");
    world.clock.forward(1_000);
    world.submit(world.payment(ann, current, joint, 200)).await.expect("there is money");

    let query = HistoryQuery { cursor: bank::accounts::Cursor::NewerThan(0), ..newest(50) };
    let own = async |owner, account| {
        let first = world.ports.accounts.first_page(owner, account, 50, &[]).await.expect("an answer").history;
        let found = world.ports.accounts.history(owner, account, &query).await.expect("an answer");
        assert_eq!(first.lines, found.lines);
        found.lines.into_iter().map(|line| line.own).collect::<Vec<_>>()
    };
    assert_eq!(own(ann, current).await, [Some(joint), None, None]);
    assert_eq!(own(ann, joint).await, [Some(current)]);
    assert_eq!(own(bob, joint).await, [None], "to him it came from somebody else");
    assert_eq!(own(bob, other).await, [None]);
    let detail = world.ports.accounts.transaction(ann, joint, 1).await.expect("an answer").expect("a line");
    assert_eq!(detail.line.own, Some(current));
    let latest = world.ports.accounts.latest(ann, 2).await.expect("an answer");
    assert!(latest.iter().all(|line| line.own.is_some()));
}

async fn a_line_tells_everything_known(world: World) {
    let (ann, account) = world.person("Ann").await;
    let (bob, other) = world.person("Bob").await;
    world.pay_in(account, 10_000).await;
    let mut command = world.payment(ann, account, other, 100);
    let original = Money::new(120, model::Currency::Eur);
    if let Action::Transfer(order) = &mut command.action {
        *order = TransferOrder { original: Some(original), ..order.clone() };
    }
    let payment = PaymentId::new(command.outbox[0].subject);
    let transfer = world.submit(command).await.expect("there is money").transfer.expect("a transfer");
    let seen = async |owner, account, version| {
        world.ports.accounts.transaction(owner, account, version).await.expect("an answer").expect("a line")
    };
    let line = seen(ann, account, 2).await;
    assert_eq!((line.transfer, line.original, line.payment), (transfer, Some(original), Some(payment)));
    assert_eq!((line.line.amount.minor, line.line.balance_after.minor), (-100, 9_900));
    assert!(!line.reverses && !line.reversed);
    assert_eq!(seen(bob, other, 1).await.payment, None, "the payee does not see the payer's payment");

    world.submit(world.reversal(transfer)).await.expect("it can be reversed");
    assert!(seen(ann, account, 2).await.reversed);
    let back = seen(ann, account, 3).await;
    assert!(back.reverses && back.line.amount.minor == 100);
    assert!(world.ports.accounts.transaction(ann, account, 4).await.expect("an answer").is_none());

    let receipt = world.ports.payments.payment(ann, payment).await.expect("an answer").expect("a payment");
    assert_eq!((receipt.transfer, receipt.amount.minor), (Some(transfer), 100));
    assert!(receipt.settled_at.is_some());
}

async fn payees_are_found_by_number(world: World) {
    let (ann, _) = world.person("Ann").await;
    let (tom, _) = world.person("Tom").await;
    let opened = |kind, name: &str, owners: &[_]| NewAccount {
        name: name.to_owned(),
        ..world.new_account(AccountId::new(world.ids.next()), Some(world.number()), kind, owners)
    };
    let joint = opened(AccountKind::Joint, "Holiday", &[ann, tom]);
    let business = opened(AccountKind::Business, "Ann's Flowers", &[ann]);
    world.keep(Batch { accounts: vec![joint.clone(), business.clone()], ..Batch::default() }).await;
    let holder = async |account: &NewAccount| {
        let number = account.number.expect("customers' accounts have one");
        world.ports.accounts.payee(number).await.expect("an answer").map(|payee| payee.holder)
    };
    assert_eq!(holder(&joint).await.as_deref(), Some("Ann & Tom"));
    assert_eq!(holder(&business).await.as_deref(), Some("Ann's Flowers"));
    assert!(world.ports.accounts.payee(world.number()).await.expect("an answer").is_none());
}
