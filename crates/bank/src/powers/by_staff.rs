//! What people of the bank do about a power of attorney: take it in, agree, and end it.

use model::{
    CustomerId, ErrorCode, PowerId, Problems, StaffId,
    forms::{Form, PowerForm},
};

use super::{BEGINS_AFTER_S, Power, Stands, by_people::over};
use crate::{
    Bank, Error,
    audit::Deed,
    invitations,
    security::{self, Device, Facts, SecurityEvent},
    staff::{note, still_looking},
};

/// The powers of attorney by which somebody acts, or is to act, for `donor`: those that are over at the end.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn of_customer(bank: &Bank, donor: CustomerId) -> Result<Vec<Power>, Error> {
    let now = bank.clock.now();
    let mut all = bank.powers.of_donor(donor).await?;
    all.sort_by_key(|power| power.stands(&bank.calendar, now) == Stands::Over);
    Ok(all)
}

/// Takes in the document by which somebody is to act for `donor`. It gives nothing before another has agreed.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::PowerNobody`] beside the name where no customer of that name has that account, or it is the
/// donor; [`ErrorCode::PowerThere`] where they act already, or are to; [`ErrorCode::LookOver`], [`ErrorCode::NotFound`];
/// [`Error::Unavailable`].
pub async fn ask(bank: &Bank, member: StaffId, donor: CustomerId, form: &PowerForm) -> Result<PowerId, Error> {
    still_looking(bank, member, donor).await?;
    let (now, today) = (bank.clock.now(), bank.calendar.day(bank.clock.now()));
    let document = form.check(&today)?;
    let attorney = invitations::found(bank, donor, &document.name, document.number).await?;
    let attorney = attorney.ok_or_else(|| Problems::one("name", ErrorCode::PowerNobody))?;
    let there = bank.powers.of_donor(donor).await?;
    let is_there = |power: &Power| power.attorney == attorney && power.stands(&bank.calendar, now) != Stands::Over;
    if there.iter().any(is_there) {
        return Err(Problems::one("name", ErrorCode::PowerThere).into());
    }
    let name = async |who| bank.customers.customer(who).await.map(|one| one.map(|one| one.name).unwrap_or_default());
    let power = Power {
        id: PowerId::new(bank.ids.next()),
        donor,
        donor_name: name(donor).await?,
        attorney,
        attorney_name: name(attorney).await?,
        kind: document.kind,
        document: document.document,
        last: document.last,
        accounts: Vec::new(),
        asked_by: member,
        asked_at: now,
        agreed_by: None,
        agreed_at: None,
        began_at: None,
        ended_at: None,
    };
    bank.powers.keep(&power).await?;
    note(bank, member, Deed::StaffPowerAsked, power.id.value()).await?;
    Ok(power.id)
}

/// Agrees to a power of attorney that another of the bank has taken in. Its donor is told, and whoever they trust; its
/// attorney can accept it [`BEGINS_AFTER_S`] later.
///
/// # Errors
/// [`ErrorCode::SecondPerson`] for whoever has taken it in; [`ErrorCode::LookOver`]; [`ErrorCode::NotFound`] where there is
/// none that waits for that; [`Error::Unavailable`].
pub async fn agree(bank: &Bank, member: StaffId, (donor, id): (CustomerId, PowerId)) -> Result<(), Error> {
    let power = one(bank, member, (donor, id)).await?;
    let now = bank.clock.now();
    if power.stands(&bank.calendar, now) != Stands::Asked {
        return Err(ErrorCode::NotFound.into());
    }
    if power.asked_by == member {
        return Err(ErrorCode::SecondPerson.into());
    }
    if !bank.powers.agree(id, member, now).await? {
        return Err(ErrorCode::NotFound.into());
    }
    note(bank, member, Deed::StaffPowerAgreed, id.value()).await?;
    let when = Some(now.plus_seconds(BEGINS_AFTER_S));
    let facts = |name: &String| Facts { name: name.clone(), when, ..Facts::default() };
    let to_donor = facts(&power.attorney_name);
    security::happens(bank, donor, SecurityEvent::PowerAgreed, &Device::default(), &to_donor).await?;
    security::tell_trusted(bank, donor, SecurityEvent::TrustedPower).await?;
    Ok(security::tell(bank, power.attorney, SecurityEvent::PowerOffered, &facts(&power.donor_name)).await?)
}

/// Ends a power of attorney at once, as somebody of the bank: its document was taken back, or its donor has died.
///
/// # Errors
/// [`ErrorCode::LookOver`]; [`ErrorCode::NotFound`]; [`Error::Unavailable`].
pub async fn take_back(bank: &Bank, member: StaffId, (donor, id): (CustomerId, PowerId)) -> Result<(), Error> {
    let power = one(bank, member, (donor, id)).await?;
    if bank.powers.end(id, bank.clock.now()).await? {
        note(bank, member, Deed::StaffPowerEnded, id.value()).await?;
        over(bank, &power).await?;
    }
    Ok(())
}

/// One of `donor`, whose file `member` sees.
async fn one(bank: &Bank, member: StaffId, (donor, id): (CustomerId, PowerId)) -> Result<Power, Error> {
    still_looking(bank, member, donor).await?;
    let found = bank.powers.of_donor(donor).await?.into_iter().find(|power| power.id == id);
    Ok(found.ok_or(ErrorCode::NotFound)?)
}
