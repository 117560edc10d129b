//! Who looks for whom in the demonstration: somebody of 78 lets a neighbour look, and somebody else has invited a friend.

use bank::{Calendar, IdMint, StorageError, accounts::Account, mandates::Mandate};
use jiff::ToSpan as _;
use model::{CustomerId, MandateId, Timestamp};
use store::Ports;

use crate::state::World;

const DAY_S: i64 = 24 * 3_600;
/// The days on which the neighbour has looked, counted back from today, and how often on each.
const LOOKED: [(i64, i64); 3] = [(16, 1), (9, 3), (2, 1)];

/// Fills it in.
pub(super) async fn fill(ports: &Ports, world: &World, ids: &IdMint, calendar: &Calendar) -> Result<(), StorageError> {
    let now = world.clock.now();
    if let Some(mandate) = given(ports, ids, ("chen", "li"), now.plus_seconds(-20 * DAY_S), calendar).await? {
        let carer = mandate.carer.expect("somebody was found");
        ports.mandates.begin(carer, mandate.id, now.plus_seconds(-19 * DAY_S)).await?;
        for (days, times) in LOOKED {
            for time in 0..times {
                let at = now.plus_seconds(-days * DAY_S + time * 60);
                ports.mandates.note(carer, (mandate.id, mandate.accounts[0]), calendar.day(at), at).await?;
            }
        }
    }
    given(ports, ids, ("amelia", "daniel"), now, calendar).await.map(drop)
}

/// The first account that is the owner's alone, for ninety days from then on.
async fn given(
    ports: &Ports,
    ids: &IdMint,
    (owner, carer): (&str, &str),
    asked_at: Timestamp,
    calendar: &Calendar,
) -> Result<Option<Mandate>, StorageError> {
    let (Some(owner), Some(carer)) = (person(ports, owner).await?, person(ports, carer).await?) else {
        return Ok(None);
    };
    let (Some(shown), Some(theirs)) = (alone(ports, owner.0).await?, alone(ports, carer.0).await?) else {
        return Ok(None);
    };
    let mandate = Mandate {
        id: MandateId::new(ids.next()),
        owner: owner.0,
        owner_name: owner.1,
        name: carer.1,
        number: theirs.number,
        carer: Some(carer.0),
        accounts: vec![shown.id],
        last: calendar.day(asked_at).saturating_add(90.days()),
        asked_at,
        began_at: None,
        ended_at: None,
        power: None,
    };
    ports.mandates.keep(&mandate).await?;
    Ok(Some(mandate))
}

async fn alone(ports: &Ports, owner: CustomerId) -> Result<Option<Account>, StorageError> {
    for account in ports.accounts.list(owner).await? {
        if ports.limits.holders(owner, account.id).await? == [owner] {
            return Ok(Some(account));
        }
    }
    Ok(None)
}

pub(super) async fn person(ports: &Ports, username: &str) -> Result<Option<(CustomerId, String)>, StorageError> {
    let Some(found) = ports.desk.by_username(username).await? else { return Ok(None) };
    let customer = ports.customers.customer(found.id).await?;
    Ok(customer.map(|customer| (customer.id, customer.name)))
}
