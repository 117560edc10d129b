//! Writing an arrangement, and looking at what was written.

use experiments::layout::Layout;
use model::{
    ArrangementId, ErrorCode, Problems, StaffId,
    forms::{ArrangeForm, Form},
};

use super::arrangement::{Arrangement, ArrangementHead, Stage};
use crate::{Bank, Error, audit::Deed, staff};

/// How many arrangements are shown at once, the latest first.
const SHOWN: u32 = 200;

/// Where the arrangements stand that there are, and what each says; the latest changed first.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn all(bank: &Bank) -> Result<Vec<(ArrangementHead, String)>, Error> {
    Ok(bank.arrangements.all(SHOWN).await?)
}

/// One of them.
///
/// # Errors
/// [`ErrorCode::NotFound`]; [`Error::Unavailable`].
pub async fn one(bank: &Bank, id: ArrangementId) -> Result<Arrangement, Error> {
    Ok(bank.arrangements.one(id).await?.ok_or(ErrorCode::NotFound)?)
}

/// Those that customers are shown, or will be.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn live(bank: &Bank) -> Result<Vec<Arrangement>, Error> {
    Ok(bank.arrangements.at(Stage::Live).await?)
}

/// Begins an arrangement of `page`; `reserved` are the names that the program itself uses there.
///
/// # Errors
/// [`Error::Form`]; [`Error::Unavailable`].
pub async fn begin(
    bank: &Bank,
    member: StaffId,
    page: &str,
    reserved: &[&str],
    form: &ArrangeForm,
) -> Result<ArrangementId, Error> {
    let (written, _) = written(page, reserved, form)?;
    let (name, body, sha256) = written;
    let (id, at) = (ArrangementId::new(bank.ids.next()), bank.clock.now());
    let head = ArrangementHead {
        id,
        page: page.to_owned(),
        name,
        sha256,
        author: member,
        stage: Stage::Draft,
        begun_at: at,
        changed_at: at,
        version: 0,
    };
    if !bank.arrangements.keep(&Arrangement { head, body, entries: vec![] }).await? {
        return Err(taken());
    }
    staff::note(bank, member, Deed::StaffArrangementBegun, id.value()).await?;
    Ok(id)
}

/// Writes a draft of `member`'s anew.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::NotFound`]; [`ErrorCode::ArrangementMoved`]; as [`Arrangement::rewritten`];
/// [`Error::Unavailable`].
pub async fn rewrite(
    bank: &Bank,
    member: StaffId,
    id: ArrangementId,
    reserved: &[&str],
    form: &ArrangeForm,
) -> Result<(), Error> {
    let kept = one(bank, id).await?;
    let (written, seen) = written(&kept.head.page, reserved, form)?;
    if kept.head.version != seen {
        return Err(ErrorCode::ArrangementMoved.into());
    }
    let other = bank.arrangements.named(&kept.head.page, &written.0).await?;
    if other.is_some_and(|other| other != id) {
        return Err(taken());
    }
    let next = kept.rewritten(written, member, bank.clock.now())?;
    if !bank.arrangements.update(&next, seen).await? {
        return Err(ErrorCode::ArrangementMoved.into());
    }
    Ok(staff::note(bank, member, Deed::StaffArrangementWritten, id.value()).await?)
}

fn taken() -> Error {
    Problems::one("name", ErrorCode::ArrangementTaken).into()
}

type Written = (String, String, String);

/// The name, the canonical form and its hash, where what was typed is an arrangement of `page`.
fn written(page: &str, reserved: &[&str], form: &ArrangeForm) -> Result<(Written, i64), Error> {
    let (name, body, seen) = form.check(&())?;
    if reserved.contains(&name.as_str()) {
        return Err(taken());
    }
    let layout = Layout::parse(&body).ok().filter(|layout| layout.page().word() == page);
    let layout = layout.ok_or_else(|| Problems::one("body", ErrorCode::ArrangementWrong))?;
    Ok(((name, layout.canonical(), layout.address().to_string()), seen))
}
