//! Keeping the books: whatever is wrong is found and named, and nothing else is.

use bank::{
    Clock,
    ledger::{Action, Breach},
};
use model::Timestamp;
use sqlx::{AssertSqlSafe, Connection, PgConnection, SqliteConnection};

use crate::{commands::key, on_both, world::World};

on_both!(what_is_wrong_is_named, the_chain_is_sealed_and_proved, holds_lapse, what_is_over_is_forgotten);

/// Changes rows behind the store's back, as a fault would.
async fn damage(world: &World, sql: &str) {
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
    for minor in [100, 200, 300] {
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
            format!("update account set balance = balance + 1 where id = {id}"),
            format!("update account set balance = balance - 1 where id = {id}"),
            vec![Breach::CurrencySum { currency: "GBP".to_owned(), sum: 1 }, Breach::Balance { account }],
        ),
        (
            format!("update account set paid_in = paid_in + 1 where id = {id}"),
            format!("update account set paid_in = paid_in - 1 where id = {id}"),
            vec![Breach::Balance { account }],
        ),
        (
            format!("update account set version = version + 1 where id = {id}"),
            format!("update account set version = version - 1 where id = {id}"),
            vec![Breach::Versions { account }],
        ),
        (
            format!("update account set held = held + 1 where id = {id}"),
            format!("update account set held = held - 1 where id = {id}"),
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
    for (harm, repair, breaches) in cases {
        damage(&world, &harm).await;
        assert_eq!(found(&world).await, breaches, "{harm}");
        damage(&world, &repair).await;
        assert_eq!(found(&world).await, [], "{repair}");
    }
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
    world.submit(world.command(Action::Release { hold: first })).await.expect("it is open");
    assert_eq!(lapsed(3_700, 10).await, [second]);
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
    upkeep.sweep(world.clock.now()).await.expect("an answer");
    world.submit(twin(2)).await.expect_err("the key is still known");
    upkeep.sweep(world.clock.now().plus_seconds(1)).await.expect("an answer");
    world.submit(twin(2)).await.expect("the key is forgotten");
    upkeep.ping().await.expect("an answer");
    upkeep.sweep(Timestamp::from_micros(i64::MAX)).await.expect("an answer");
    world.verified().await;
}
