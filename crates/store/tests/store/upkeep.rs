//! Keeping the books: whatever is wrong is found and named, and nothing else is.

use bank::{
    Clock,
    accounts::AccountKind,
    audit::{AuditRow, Deed},
    ledger::{Action, Breach},
    payments::{Draft, Steps},
    ports::SweepBefore,
};
use model::{
    AccountId, CustomerId, PaymentId, Timestamp,
    forms::{AmountForm, PayeeForm, PurposeForm, WhenForm},
};
use sqlx::{AssertSqlSafe, Connection, PgConnection, SqliteConnection};
use store::bulk::Batch;

use crate::{commands::key, on_both, world::World};

on_both!(
    a_payment_that_nobody_looks_after_is_named,
    what_is_wrong_is_named,
    a_month_that_did_not_end_there_is_named,
    no_account_is_passed_over_however_many_there_are,
    the_chain_is_sealed_and_proved,
    what_moves_no_money_stands_in_the_chain_as_well,
    holds_lapse,
    what_is_over_is_forgotten,
    the_sweep_goes_in_slices,
);

/// Changes rows behind the store's back, as a fault would.
pub async fn damage(world: &World, sql: &str) {
    let sql = AssertSqlSafe(sql.to_owned());
    if world.url.starts_with("sqlite") {
        let mut connection = SqliteConnection::connect(&world.url).await.expect("the file opens");
        sqlx::query(sql).execute(&mut connection).await.expect("it can be damaged");
        connection.close().await.expect("it closes");
    } else {
        let mut connection = PgConnection::connect(&world.url).await.expect("the database answers");
        sqlx::query(sql).execute(&mut connection).await.expect("it can be damaged");
    }
}

async fn found(world: &World) -> Vec<Breach> {
    world.ports.upkeep.verify().await.expect("an answer").breaches
}

async fn what_is_wrong_is_named(world: World) {
    let (_, account) = world.person("Ann").await;
    let (_, other) = world.person("Bob").await;
    let first = world.pay_in(account, 100).await.transfer.expect("a transfer").value();
    for minor in [200, 300] {
        world.pay_in(account, minor).await;
    }
    let paid = world.submit(world.transfer(account, other, 50)).await.expect("there is money");
    world.submit(world.hold(account, 40).1).await.expect("there is money");
    let report = world.ports.upkeep.verify().await.expect("an answer");
    assert_eq!((report.accounts, report.postings, report.transfers, report.holds()), (3, 8, 4, true));

    let (id, transfer) = (account.value(), paid.transfer.expect("a transfer").value());
    let account = id;
    let line = format!("where account = {id} and version = 2");
    let cases = [
        (
            format!("update standing set balance = balance + 1 where account = {id}"),
            format!("update standing set balance = balance - 1 where account = {id}"),
            vec![Breach::CurrencySum { currency: "GBP".to_owned(), sum: 1 }, Breach::Balance { account }],
        ),
        (
            format!("update standing set paid_in = paid_in + 1 where account = {id}"),
            format!("update standing set paid_in = paid_in - 1 where account = {id}"),
            vec![Breach::Balance { account }],
        ),
        (
            format!("update standing set version = version + 1 where account = {id}"),
            format!("update standing set version = version - 1 where account = {id}"),
            vec![Breach::Versions { account }],
        ),
        (
            format!("update standing set held = held + 1 where account = {id}"),
            format!("update standing set held = held - 1 where account = {id}"),
            vec![Breach::Held { account }],
        ),
        (
            format!("update posting set balance_after = balance_after + 1 {line}"),
            format!("update posting set balance_after = balance_after - 1 {line}"),
            vec![Breach::RunningBalance { account }],
        ),
        (
            format!("update posting set version = 20 where account = {id} and version = 4"),
            format!("update posting set version = 4 where account = {id} and version = 20"),
            vec![Breach::Versions { account }],
        ),
        (
            // A line that is told twice, and one that is not told.
            format!("update posting set transfer = {transfer} where account = {id} and version = 1"),
            format!("update posting set transfer = {first} where account = {id} and version = 1"),
            vec![Breach::TransferSides { transfer: first }, Breach::TransferSides { transfer }],
        ),
        (
            format!("update transfer set amount = amount + 1 where id = {transfer}"),
            format!("update transfer set amount = amount - 1 where id = {transfer}"),
            vec![Breach::TransferSides { transfer }],
        ),
        (
            "insert into transfer (id, debit, credit, amount, currency, kind, booked_at) \
             values (5, 1, 2, 1, 'GBP', 'cash', 0)"
                .to_owned(),
            "delete from transfer where id = 5".to_owned(),
            vec![Breach::TransferSides { transfer: 5 }],
        ),
    ];
    each_is_found(&world, &cases).await;
}

async fn a_month_that_did_not_end_there_is_named(world: World) {
    let (_, account) = world.person("Ann").await;
    world.pay_in(account, 100).await;
    let account = account.value();
    let id = account;
    let cases = [
        (
            format!("update month_end set version = version + 1 where account = {id}"),
            format!("update month_end set version = version - 1 where account = {id}"),
            vec![Breach::MonthEnd { account }],
        ),
        (
            format!("update month_end set last_booked_at = 1 where account = {id}"),
            format!("update month_end set last_booked_at = 0 where account = {id}"),
            vec![Breach::MonthEnd { account }],
        ),
    ];
    each_is_found(&world, &cases).await;
}

async fn a_payment_that_nobody_looks_after_is_named(world: World) {
    let (ann, account) = world.person("Ann").await;
    let (_, other) = world.person("Bob").await;
    world.pay_in(account, 100).await;
    let (payment, command) = world.waiting(world.unpaid(ann, account, other, 40), world.clock.now());
    world.submit(command).await.expect("there is money");
    let payment = payment.id.value();
    let cases = [
        (
            format!("update payment_wait set ended_at = 1 where payment = {payment}"),
            format!("update payment_wait set ended_at = null where payment = {payment}"),
            vec![Breach::Waiting { payment }],
        ),
        (
            format!("update payment set state = 'cancelled' where id = {payment}"),
            format!("update payment set state = 'submitted' where id = {payment}"),
            vec![Breach::Waiting { payment }],
        ),
        (
            format!("update payment set amount = 41 where id = {payment}"),
            format!("update payment set amount = 40 where id = {payment}"),
            vec![Breach::Waiting { payment }],
        ),
    ];
    each_is_found(&world, &cases).await;
}

/// Does each harm, and undoes it, and asks every time.
async fn each_is_found(world: &World, cases: &[(String, String, Vec<Breach>)]) {
    for (harm, repair, breaches) in cases {
        damage(world, harm).await;
        assert_eq!(found(world).await, *breaches, "{harm}");
        damage(world, repair).await;
        assert_eq!(found(world).await, [], "{repair}");
    }
}

async fn no_account_is_passed_over_however_many_there_are(world: World) {
    let account = |n: i64| world.new_account(AccountId::new(1_000 + n), None, AccountKind::Internal, &[]);
    world.keep(Batch { accounts: (0..450).map(account).collect(), ..Batch::default() }).await;
    let report = world.ports.upkeep.verify().await.expect("an answer");
    assert_eq!((report.accounts, report.holds()), (451, true));
    let wrong = [1_000, 1_198, 1_199, 1_200, 1_399, 1_449];
    for id in wrong {
        damage(&world, &format!("update standing set paid_in = 1 where account = {id}")).await;
    }
    // A line of no account, and behind all of them.
    let line = "(5000, 1, 1, 1, 1, 1, 0, 'cash', 'cash', '', '')";
    damage(&world, &format!("insert into posting values {line}")).await;
    let found = found(&world).await;
    let balances = wrong.map(|account| Breach::Balance { account });
    assert!(balances.iter().all(|breach| found.contains(breach)), "{found:?}");
    assert!(found.contains(&Breach::Versions { account: 5_000 }), "{found:?}");
    assert_eq!(found.len(), wrong.len() + 2, "and the transfer that is not there: {found:?}");
}

async fn the_chain_is_sealed_and_proved(world: World) {
    let (_, account) = world.person("Ann").await;
    for minor in 1..=9 {
        world.pay_in(account, minor).await;
    }
    let upkeep = &world.ports.upkeep;
    assert_eq!(upkeep.seal_audit(4).await.expect("an answer"), 4);
    assert_eq!(upkeep.verify().await.expect("an answer").sealed, 4);
    // Two servers that seal at once do not fork the chain.
    let second = world.another_server(2).await.ports();
    let (mine, theirs) = tokio::join!(upkeep.seal_audit(3), second.upkeep.seal_audit(100));
    mine.expect("an answer");
    theirs.expect("an answer");
    while upkeep.seal_audit(100).await.expect("an answer") > 0 {}
    let report = upkeep.verify().await.expect("an answer");
    assert_eq!((report.sealed, report.holds()), (9, true), "{:?}", report.breaches);
    second.ledger.close().await;

    damage(&world, "update audit set subject = subject + 1 where seq = 6").await;
    assert_eq!(found(&world).await, [Breach::AuditChain { seq: 6 }]);
    damage(&world, "update audit set subject = subject - 1 where seq = 6").await;
    assert_eq!(found(&world).await, []);
    damage(&world, "delete from audit where seq = 3").await;
    assert_eq!(found(&world).await, [Breach::AuditChain { seq: 4 }]);
}

async fn holds_lapse(world: World) {
    let (_, account) = world.person("Ann").await;
    world.pay_in(account, 100).await;
    let (first, command) = world.hold(account, 10);
    world.submit(command).await.expect("there is money");
    world.clock.forward(60_000_000);
    let (second, command) = world.hold(account, 10);
    world.submit(command).await.expect("there is money");
    let lapsed = async |seconds, limit| {
        let now = world.clock.now().plus_seconds(seconds);
        world.ports.upkeep.lapsed_holds(now, limit).await.expect("an answer")
    };
    assert_eq!(lapsed(3_500, 10).await, []);
    assert_eq!(lapsed(3_550, 10).await, [first]);
    assert_eq!(lapsed(3_700, 10).await, [first, second]);
    assert_eq!(lapsed(3_700, 1).await, [first]);
    world.submit(world.command(Action::Release { hold: first, payment: None })).await.expect("it is open");
    assert_eq!(lapsed(3_700, 10).await, [second]);
}

async fn what_moves_no_money_stands_in_the_chain_as_well(world: World) {
    let (ann, account) = world.person("Ann").await;
    world.pay_in(account, 1).await;
    let at = world.clock.now();
    for (actor, what) in [(None, Deed::SignInFailed), (Some(ann.value()), Deed::SignIn)] {
        world.ports.audit.note(&AuditRow { actor, what, subject: ann.value(), at }).await.expect("an answer");
    }
    assert_eq!(world.ports.upkeep.seal_audit(10).await.expect("an answer"), 3);
    assert_eq!(found(&world).await, []);
    let (harm, repair) = ("set actor = 1 where what = 'sign-in-failed'", "set actor = null where actor = 1");
    damage(&world, &format!("update audit {harm}")).await;
    assert_eq!(found(&world).await, [Breach::AuditChain { seq: 2 }]);
    damage(&world, &format!("update audit {repair}")).await;
    assert_eq!(found(&world).await, []);
}

/// Everything that ended before `ended`, and nothing else.
fn ended(ended: Timestamp) -> SweepBefore {
    SweepBefore { ended, ..SweepBefore::NOTHING }
}

async fn what_is_over_is_forgotten(world: World) {
    let (ann, from) = world.person("Ann").await;
    let (_, to) = world.person("Bob").await;
    world.pay_in(from, 1_000).await;
    let twin = |request| bank::ledger::Command {
        key: Some(key(ann, "k", request)),
        ..world.command(Action::Transfer(world.order(from, to, 10)))
    };
    world.submit(twin(1)).await.expect("there is money");
    let upkeep = &world.ports.upkeep;
    let sweep = async |before| assert!(!upkeep.sweep(before, 100).await.expect("an answer"), "nothing is left over");
    sweep(ended(world.clock.now())).await;
    world.submit(twin(2)).await.expect_err("the key is still known");
    sweep(ended(world.clock.now().plus_seconds(1))).await;
    world.submit(twin(2)).await.expect("the key is forgotten");
    upkeep.ping().await.expect("an answer");

    let now = world.clock.now();
    let (draft, attempts) = (draft(&world, ann), &world.ports.attempts);
    world.ports.payments.save_draft(&draft).await.expect("an answer");
    attempts.count(&[1; 32], 1, now, now.plus_seconds(900)).await.expect("an answer");
    let kept = async || {
        let draft = world.ports.payments.draft(ann, draft.id).await.expect("an answer");
        (draft.is_some(), attempts.is_locked(&[1; 32], now).await.expect("an answer"))
    };
    sweep(SweepBefore { drafts: now, outbox: now, ..ended(now) }).await;
    assert_eq!(kept().await, (true, true));
    sweep(ended(now.plus_seconds(900))).await;
    assert_eq!(kept().await, (true, true), "the lock is still on");
    sweep(SweepBefore { drafts: now.plus_seconds(1), ..ended(now.plus_seconds(901)) }).await;
    assert_eq!(kept().await, (false, false));
    let end = Timestamp::from_micros(i64::MAX);
    sweep(SweepBefore {
        drafts: end,
        outbox: end,
        feedback: end,
        call_backs: end,
        tickets: end,
        conversations: end,
        pictures: end,
        ..ended(end)
    })
    .await;
    world.verified().await;
}

fn draft(world: &World, owner: CustomerId) -> Draft {
    Draft {
        id: PaymentId::new(world.ids.next()),
        owner,
        amount: AmountForm::default(),
        payee: PayeeForm::default(),
        heard: None,
        held: None,
        found: None,
        purpose: PurposeForm::default(),
        when: WhenForm::default(),
        sent: Steps::default(),
        updated_at: world.clock.now(),
    }
}

async fn the_sweep_goes_in_slices(world: World) {
    let (ann, from) = world.person("Ann").await;
    let (_, to) = world.person("Bob").await;
    world.pay_in(from, 1_000).await;
    for _ in 0..5 {
        world.submit(world.payment(ann, from, to, 1)).await.expect("there is money");
        world.ports.payments.save_draft(&draft(&world, ann)).await.expect("an answer");
        world.clock.forward(1_000);
    }
    let now = world.clock.now();
    let left = async || world.ports.payments.drafts(ann, 10).await.expect("an answer").len();
    let sweep = async || {
        let before = SweepBefore { drafts: now, outbox: now, ..ended(now) };
        world.ports.upkeep.sweep(before, 2).await.expect("an answer")
    };
    let mut seen = Vec::new();
    while sweep().await {
        seen.push(left().await);
    }
    assert_eq!((seen, left().await), (vec![3, 1], 0), "two at a time, the oldest first");
    assert_eq!(rows(&world, "outbox").await + rows(&world, "idempotency").await, 0);
    world.verified().await;
}

/// How many rows a table has.
async fn rows(world: &World, table: &str) -> i64 {
    let sql = AssertSqlSafe(format!("select count(*) from {table}"));
    let count = if world.url.starts_with("sqlite") {
        let mut connection = SqliteConnection::connect(&world.url).await.expect("the file opens");
        sqlx::query_scalar(sql).fetch_one(&mut connection).await
    } else {
        let mut connection = PgConnection::connect(&world.url).await.expect("the database answers");
        sqlx::query_scalar(sql).fetch_one(&mut connection).await
    };
    count.expect("a number")
}
