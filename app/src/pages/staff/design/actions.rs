//! What is done in the studio: writing, saying something, handing in, agreeing, showing to customers and taking back.

use bank::{Bank, Error, layouts, staff::Duty};
use experiments::layout::{Layout, Page, choices, chosen, contested};
use leptos::prelude::*;
use model::{
    ArrangementId, ErrorCode, Problems, StaffId,
    forms::{ArrangeForm, Form, LaunchForm, NoteForm, PlacesForm, ReasonForm, RefuseForm, TakeForm},
};

use super::super::queues;
use super::{DESIGN, address, edit::Writing};
use crate::{
    context,
    layouts::{Arrangements, CONTROL},
    outcome, studio,
};

/// The arrangement a form names. A name that cannot be one is that of none: ids begin above zero.
fn named(id: &str) -> ArrangementId {
    id.parse().unwrap_or(ArrangementId::new(0))
}

/// Who does it, in which bank.
fn at_work(duty: Duty) -> Result<(Bank, StaffId), Error> {
    Ok((context::bank(), context::staff_with(duty)?.id))
}

/// Of what a form says that it is: of a draft, or of a new one.
fn writing(page: &str, from: &str, id: &str, seen: &str) -> Writing {
    let draft = (!id.is_empty()).then(|| (named(id), seen.parse().unwrap_or(-1)));
    // What stands in an address is what can be a name.
    let from: String = from.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(40).collect();
    let from = if from.is_empty() { CONTROL.to_owned() } else { from };
    Writing { page: Page::of(page).unwrap_or(Page::Home), draft, from }
}

async fn keep(writing: &Writing, form: &ArrangeForm) -> Result<ArrangementId, Error> {
    let (bank, member) = at_work(Duty::Arranging)?;
    let all = Arrangements::compiled();
    let reserved = all.names(writing.page);
    match writing.draft {
        Some((id, _)) => layouts::rewrite(&bank, member, id, &reserved, form).await.map(|()| id),
        None => layouts::begin(&bank, member, writing.page.word(), &reserved, form).await,
    }
}

/// Keeps what was written as JSON.
#[server(prefix = "/do", endpoint = "staff/design/write")]
pub async fn write_arrangement(
    #[server(flatten)] form: ArrangeForm,
    #[server(default)] page: String,
    #[server(default)] from: String,
    #[server(default)] arrangement: String,
    #[server(default)] turn: String,
) -> Result<(), ServerFnError> {
    let writing = writing(&page, &from, &arrangement, &form.seen);
    let turned = (!turn.is_empty()).then(|| as_choices(&writing, &form));
    match turned {
        None => kept(keep(&writing, &form).await, &writing, "json", &form),
        Some(Ok(places)) => outcome::typed(&writing.address("form"), &places),
        Some(Err(error)) => outcome::failed(&error, &writing.address("json"), &form),
    }
    Ok(())
}

/// Keeps what was chosen.
#[server(prefix = "/do", endpoint = "staff/design/choose")]
pub async fn choose_arrangement(
    #[server(flatten)] form: PlacesForm,
    #[server(default)] page: String,
    #[server(default)] from: String,
    #[server(default)] arrangement: String,
    #[server(default)] turn: String,
) -> Result<(), ServerFnError> {
    let writing = writing(&page, &from, &arrangement, &form.seen);
    match as_json(&writing, &form) {
        Ok(json) if turn.is_empty() => kept(keep(&writing, &json).await, &writing, "form", &form),
        Ok(json) => outcome::typed(&writing.address("json"), &json),
        Err(error) => outcome::failed(&error, &writing.address("form"), &form),
    }
    Ok(())
}

/// What was chosen, as whoever writes JSON would write it.
fn as_json(writing: &Writing, form: &PlacesForm) -> Result<ArrangeForm, Error> {
    context::staff_with(Duty::Arranging)?;
    let places = form.kept().places;
    if let Some(field) = contested(writing.page, &places) {
        return Err(Problems::one(&field, ErrorCode::ArrangementPlace).into());
    }
    Ok(ArrangeForm { name: form.name.clone(), body: chosen(writing.page, &places), seen: form.seen.clone() })
}

/// What was written as JSON, as whoever chooses would choose it.
fn as_choices(writing: &Writing, form: &ArrangeForm) -> Result<PlacesForm, Error> {
    context::staff_with(Duty::Arranging)?;
    let layout = Layout::parse(&form.body).ok().filter(|layout| layout.page() == writing.page);
    let layout = layout.ok_or_else(|| Problems::one("body", ErrorCode::ArrangementWrong))?;
    Ok(PlacesForm { name: form.name.clone(), places: choices(&layout), seen: form.seen.clone() })
}

/// On the page of what was kept, where neither way of writing it shows what was typed before any more; or back, with what
/// is wrong.
fn kept<F: Form>(result: Result<ArrangementId, Error>, writing: &Writing, by: &str, form: &F) {
    match result {
        Ok(id) => {
            for by in ["form", "json"] {
                outcome::forget(&writing.address(by));
            }
            outcome::done(&address(id));
        }
        Err(error) => outcome::failed(&error, &writing.address(by), form),
    }
}

/// Ends an action on the page of the arrangement; what was wrong waits there under `word`.
fn ended<F: Form>(result: Result<(), Error>, id: ArrangementId, word: &str, form: &F) {
    outcome::ended(result, &address(id), &queues::waits(&address(id), word), form);
}

/// What was decided is seen by customers from their next request on.
async fn shown(bank: &Bank, decided: Result<(), Error>) -> Result<(), Error> {
    decided?;
    studio::refresh(bank, &context::site()).await
}

/// Says something about one.
#[server(prefix = "/do", endpoint = "staff/design/remark")]
pub async fn remark_arrangement(
    #[server(flatten)] form: NoteForm,
    #[server(default)] arrangement: String,
) -> Result<(), ServerFnError> {
    let id = named(&arrangement);
    let result = match at_work(Duty::Layouts) {
        Ok((bank, member)) => layouts::remark(&bank, member, id, &form).await,
        Err(error) => Err(error),
    };
    ended(result, id, "remark", &form);
    Ok(())
}

/// Hands one in.
#[server(prefix = "/do", endpoint = "staff/design/submit")]
pub async fn submit_arrangement(
    #[server(flatten)] form: TakeForm,
    #[server(default)] arrangement: String,
) -> Result<(), ServerFnError> {
    let id = named(&arrangement);
    let result = match at_work(Duty::Arranging) {
        Ok((bank, member)) => layouts::submit(&bank, member, id, &form).await,
        Err(error) => Err(error),
    };
    ended(result, id, "submit", &form);
    Ok(())
}

/// Agrees to one.
#[server(prefix = "/do", endpoint = "staff/design/approve")]
pub async fn approve_arrangement(
    #[server(flatten)] form: TakeForm,
    #[server(default)] arrangement: String,
) -> Result<(), ServerFnError> {
    let id = named(&arrangement);
    let result = match at_work(Duty::Layouts) {
        Ok((bank, member)) => layouts::approve(&bank, member, id, &form).await,
        Err(error) => Err(error),
    };
    ended(result, id, "approve", &form);
    Ok(())
}

/// Does not agree to one.
#[server(prefix = "/do", endpoint = "staff/design/refuse")]
pub async fn refuse_arrangement(
    #[server(flatten)] form: RefuseForm,
    #[server(default)] arrangement: String,
) -> Result<(), ServerFnError> {
    let id = named(&arrangement);
    let result = match at_work(Duty::Layouts) {
        Ok((bank, member)) => layouts::refuse(&bank, member, id, &form).await,
        Err(error) => Err(error),
    };
    ended(result, id, "refuse", &form);
    Ok(())
}

/// Shows one to customers.
#[server(prefix = "/do", endpoint = "staff/design/launch")]
pub async fn launch_arrangement(
    #[server(flatten)] form: LaunchForm,
    #[server(default)] arrangement: String,
) -> Result<(), ServerFnError> {
    let id = named(&arrangement);
    let result = match at_work(Duty::Layouts) {
        Ok((bank, member)) => shown(&bank, layouts::launch(&bank, member, id, &form).await).await,
        Err(error) => Err(error),
    };
    ended(result, id, "launch", &form);
    Ok(())
}

/// Shows one to everybody, for good.
#[server(prefix = "/do", endpoint = "staff/design/promote")]
pub async fn promote_arrangement(
    #[server(flatten)] form: TakeForm,
    #[server(default)] arrangement: String,
) -> Result<(), ServerFnError> {
    let id = named(&arrangement);
    let result = match at_work(Duty::Layouts) {
        Ok((bank, member)) => shown(&bank, layouts::promote(&bank, member, id, &form).await).await,
        Err(error) => Err(error),
    };
    ended(result, id, "promote", &form);
    Ok(())
}

/// Shows one to nobody any more.
#[server(prefix = "/do", endpoint = "staff/design/stop")]
pub async fn stop_arrangement(
    #[server(flatten)] form: TakeForm,
    #[server(default)] arrangement: String,
) -> Result<(), ServerFnError> {
    let id = named(&arrangement);
    let result = match at_work(Duty::Layouts) {
        Ok((bank, member)) => shown(&bank, layouts::stop(&bank, member, id, &form).await).await,
        Err(error) => Err(error),
    };
    ended(result, id, "stop", &form);
    Ok(())
}

/// Puts one away.
#[server(prefix = "/do", endpoint = "staff/design/retire")]
pub async fn retire_arrangement(
    #[server(flatten)] form: TakeForm,
    #[server(default)] arrangement: String,
) -> Result<(), ServerFnError> {
    let id = named(&arrangement);
    let result = match at_work(Duty::Layouts) {
        Ok((bank, member)) => layouts::retire(&bank, member, id, &form).await,
        Err(error) => Err(error),
    };
    ended(result, id, "retire", &form);
    Ok(())
}

/// Stops everything.
#[server(prefix = "/do", endpoint = "staff/design/halt")]
pub async fn halt_arrangements(#[server(flatten)] form: ReasonForm) -> Result<(), ServerFnError> {
    let result = match at_work(Duty::Layouts) {
        Ok((bank, member)) => shown(&bank, layouts::halt(&bank, member, &form).await).await,
        Err(error) => Err(error),
    };
    outcome::ended(result, DESIGN, DESIGN, &form);
    Ok(())
}

/// Ends that.
#[server(prefix = "/do", endpoint = "staff/design/resume")]
pub async fn resume_arrangements(#[server(flatten)] form: ReasonForm) -> Result<(), ServerFnError> {
    let result = match at_work(Duty::Allowing) {
        Ok((bank, member)) => shown(&bank, layouts::resume(&bank, member, &form).await).await,
        Err(error) => Err(error),
    };
    // Whoever comes second finds it done.
    let result = match result {
        Err(Error::Refused(ErrorCode::NotFound)) => Ok(()),
        other => other,
    };
    outcome::ended(result, DESIGN, DESIGN, &form);
    Ok(())
}
