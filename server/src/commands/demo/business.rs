//! Who acts for the bakery in the demonstration, and a payment that waits for another person.

use bank::{
    IdMint, StorageError,
    accounts::{Account, AccountStatus},
    business::{Delegate, LAPSES_S, TwoPeople},
    ledger::{Action, Actor, Command, HoldOrder, LedgerError},
    payments::{NameCheck, Payment, PaymentState},
    ports::Noted,
    waits::{Wait, WaitReason},
};
use model::{CustomerId, DelegateId, HoldId, Money, PaymentId, Timestamp, forms::ActRole};
use store::Ports;

use super::looking::person;
use crate::state::World;

const DAY_S: i64 = 24 * 3_600;
/// From how much on a payment of the bakery takes two people, in pence.
const TWO_FROM: i64 = 100_000;
/// What waits, in pence, and for how many hours it has.
const WAITING: (i64, i64) = (115_000, 5);

/// Fills it in: somebody prepares and approves for the owner, and has made a payment that takes her as well.
pub(super) async fn fill(ports: &Ports, world: &World, ids: &IdMint) -> Result<(), StorageError> {
    let (Some(amelia), Some(anna), Some(maya)) =
        (person(ports, "amelia").await?, person(ports, "anna").await?, person(ports, "maya").await?)
    else {
        return Ok(());
    };
    let business = ports.accounts.list(amelia.0).await?.into_iter().find(Account::is_business);
    let (Some(bakery), Some(theirs), Some(to)) = (business, open(ports, anna.0).await?, open(ports, maya.0).await?)
    else {
        return Ok(());
    };
    let now = world.clock.now();
    let delegate = Delegate {
        id: DelegateId::new(ids.next()),
        account: bakery.id,
        business: bakery.holder.clone(),
        currency: bakery.currency(),
        owner: amelia.0,
        owner_name: amelia.1,
        name: anna.1,
        number: theirs.number,
        who: Some(anna.0),
        role: ActRole::Both,
        most: None,
        asked_at: now.plus_seconds(-60 * DAY_S),
        began_at: None,
        ended_at: None,
        power: None,
    };
    ports.business.keep(&delegate).await?;
    ports.business.begin(anna.0, delegate.id, now.plus_seconds(-59 * DAY_S)).await?;
    let rule = TwoPeople { set: Some(TWO_FROM), looser: None, version: 0 };
    ports.business.set_rule(amelia.0, bakery.id, rule).await?;
    let made_at = now.plus_seconds(-WAITING.1 * 3_600);
    make(ports, ids, (anna.0, &bakery), &to, made_at).await
}

/// A payment that has been made and waits, as the program keeps it: its money is set aside in the same commit.
async fn make(
    ports: &Ports,
    ids: &IdMint,
    (maker, from): (CustomerId, &Account),
    to: &Account,
    at: Timestamp,
) -> Result<(), StorageError> {
    let (id, hold) = (PaymentId::new(ids.next()), HoldId::new(ids.next()));
    let noted = Noted { payment: id, account: from.id, maker, at, name: Some(NameCheck::Match), then: None };
    ports.business.note(&noted).await?;
    let until = at.plus_seconds(LAPSES_S);
    let payment = Payment {
        id,
        customer: maker,
        state: PaymentState::Submitted,
        from: from.id,
        to: to.id,
        payee: to.holder.clone(),
        payee_number: to.number.into(),
        amount: Money::new(WAITING.0, from.currency()),
        reference: "Weekend shifts".to_owned(),
        transfer: None,
        approved_at: at,
        settled_at: None,
        wait: Some(Wait { hold, until, reason: WaitReason::Second, ended_at: None }),
        sending: None,
        exchange: None,
    };
    let order = HoldOrder {
        id: hold,
        account: from.id,
        amount: payment.amount,
        party: payment.payee.clone(),
        expires_at: Timestamp::from_micros(i64::MAX),
        payment: Some(Box::new(payment)),
    };
    let command = Command { key: None, actor: Actor::Customer(maker), at, action: Action::Hold(order), outbox: vec![] };
    match ports.ledger.submit(command).await {
        // A bakery with less than that has nothing that waits.
        Ok(_) | Err(LedgerError::Refused(_)) => Ok(()),
        Err(LedgerError::Unavailable(error)) => Err(error),
        Err(error) => Err(StorageError::new(error)),
    }
}

/// The first open account that somebody can be paid into in pounds.
async fn open(ports: &Ports, owner: CustomerId) -> Result<Option<Account>, StorageError> {
    let accounts = ports.accounts.list(owner).await?.into_iter();
    let fits = |account: &Account| account.status == AccountStatus::Open && account.currency() == model::Currency::Gbp;
    Ok(accounts.filter(fits).find(|account| account.kind == bank::accounts::AccountKind::Current))
}
