//! What the two of a power of attorney do: accept it, and end it; and what ends by itself.

use model::{AccountId, CustomerId, DelegateId, ErrorCode, MandateId, PowerId, forms::ActRole};

use super::{Power, Stands};
use crate::{
    Bank, Error,
    accounts::Account,
    audit::{self, Deed},
    business::{self, Delegate},
    mandates::{self, Mandate},
    security::{self, Device, Facts, SecurityEvent},
};

/// The powers of attorney that `donor` has given and that are not over, as far as the bank has agreed.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn given(bank: &Bank, donor: CustomerId) -> Result<Vec<Power>, Error> {
    Ok(counting(bank, bank.powers.of_donor(donor).await?))
}

/// Those by which `attorney` acts, or is to.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn held(bank: &Bank, attorney: CustomerId) -> Result<Vec<Power>, Error> {
    Ok(counting(bank, bank.powers.of_attorney(attorney).await?))
}

fn counting(bank: &Bank, mut all: Vec<Power>) -> Vec<Power> {
    let now = bank.clock.now();
    all.retain(|power| matches!(power.stands(&bank.calendar, now), Stands::Agreed(_) | Stands::Running));
    all
}

/// Accepts it: from now on `attorney` looks at the accounts that are the donor's alone, and pays from them.
///
/// # Errors
/// [`ErrorCode::NotFound`] where there is none that can be accepted now; [`ErrorCode::Frozen`]; [`Error::Unavailable`].
pub async fn accept(bank: &Bank, attorney: CustomerId, id: PowerId) -> Result<(), Error> {
    let now = bank.clock.now();
    let power = held(bank, attorney).await?.into_iter().find(|power| power.id == id).ok_or(ErrorCode::NotFound)?;
    match power.stands(&bank.calendar, now) {
        Stands::Running => return Ok(()),
        Stands::Agreed(from) if from <= now => {}
        _ => return Err(ErrorCode::NotFound.into()),
    }
    for whose in [attorney, power.donor] {
        if bank.customers.customer(whose).await?.is_none_or(|customer| customer.is_frozen(now)) {
            return Err(ErrorCode::Frozen.into());
        }
    }
    let mut accounts = mandates::may_be_shown(bank, power.donor).await?;
    accounts.retain(|account| !account.is_business());
    let ids = accounts.iter().map(|account| account.id).collect();
    let power = Power { began_at: Some(now), accounts: ids, ..power };
    let acts: Vec<Delegate> = accounts.iter().map(|account| acting(bank, &power, account)).collect();
    let Some(looks) = looking(bank, &power, &accounts) else { return Err(ErrorCode::NotFound.into()) };
    if bank.powers.begin(&power, &acts, &looks).await? {
        audit::note(bank, attorney, Deed::PowerBegan, id.value()).await?;
        tell_donor(bank, &power, SecurityEvent::PowerBegan, &Device::default()).await?;
    }
    Ok(())
}

/// Leave to pay from an account of the donor's.
fn acting(bank: &Bank, power: &Power, account: &Account) -> Delegate {
    Delegate {
        id: DelegateId::new(bank.ids.next()),
        account: account.id,
        business: account.holder.clone(),
        currency: account.currency(),
        owner: power.donor,
        owner_name: power.donor_name.clone(),
        name: power.attorney_name.clone(),
        number: account.number,
        who: Some(power.attorney),
        role: ActRole::Both,
        most: None,
        asked_at: power.asked_at,
        began_at: power.began_at,
        ended_at: None,
        power: Some(power.id),
    }
}

/// Leave to look at them; `None` where there is none.
fn looking(bank: &Bank, power: &Power, accounts: &[Account]) -> Option<Mandate> {
    let ids: Vec<AccountId> = power.accounts.clone();
    Some(Mandate {
        id: MandateId::new(bank.ids.next()),
        owner: power.donor,
        owner_name: power.donor_name.clone(),
        name: power.attorney_name.clone(),
        number: accounts.first()?.number,
        carer: Some(power.attorney),
        accounts: ids,
        last: power.last.unwrap_or(jiff::civil::Date::MAX),
        asked_at: power.asked_at,
        began_at: power.began_at,
        ended_at: None,
        power: Some(power.id),
    })
}

/// Ends it at once, as one of the two: what the attorney has made and has not left is called off. Both are told.
///
/// # Errors
/// [`ErrorCode::NotFound`] where `who` is neither, or it is over; [`Error::Unavailable`].
pub async fn end(bank: &Bank, who: CustomerId, id: PowerId, device: &Device) -> Result<(), Error> {
    let (mut all, given) = (held(bank, who).await?, given(bank, who).await?);
    all.extend(given);
    let power = all.into_iter().find(|power| power.id == id).ok_or(ErrorCode::NotFound)?;
    end_by(bank, who, &power, device).await
}

/// The same, of one that is known to be theirs.
async fn end_by(bank: &Bank, who: CustomerId, power: &Power, device: &Device) -> Result<(), Error> {
    if bank.powers.end(power.id, bank.clock.now()).await? {
        audit::note(bank, who, Deed::PowerEnded, power.id.value()).await?;
        let of_donor = if who == power.donor { device.clone() } else { Device::default() };
        tell_donor(bank, power, SecurityEvent::PowerEnded, &of_donor).await?;
        tell_attorney(bank, power).await?;
        business::call_off_by(bank, power.attorney, power.donor).await?;
    }
    Ok(())
}

/// Both are told that it is over, and what the attorney has made and has not left is called off.
pub(super) async fn over(bank: &Bank, power: &Power) -> Result<(), Error> {
    tell_donor(bank, power, SecurityEvent::PowerEnded, &Device::default()).await?;
    tell_attorney(bank, power).await?;
    business::call_off_by(bank, power.attorney, power.donor).await
}

/// Ends what has had its last day.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn end_what_is_over(bank: &Bank) -> Result<(), Error> {
    let now = bank.clock.now();
    for power in bank.powers.past(bank.calendar.day(now)).await? {
        if bank.powers.end(power.id, now).await? {
            over(bank, &power).await?;
        }
    }
    Ok(())
}

async fn tell_donor(bank: &Bank, power: &Power, event: SecurityEvent, device: &Device) -> Result<(), Error> {
    let facts = Facts { name: power.attorney_name.clone(), ..Facts::default() };
    security::happens(bank, power.donor, event, device, &facts).await
}

async fn tell_attorney(bank: &Bank, power: &Power) -> Result<(), Error> {
    let facts = Facts { name: power.donor_name.clone(), ..Facts::default() };
    Ok(security::tell(bank, power.attorney, SecurityEvent::PowerNoMore, &facts).await?)
}
