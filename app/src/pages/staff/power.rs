//! Powers of attorney: those of a customer, on their file, and the page on which a document is taken in.

use bank::{
    Error,
    powers::{self, Power, Stands},
    staff::{self, Duty},
};
use leptos::prelude::*;
use model::{
    CustomerId, ErrorCode, Problems, StaffId,
    forms::{PowerForm, PowerKind},
};

use super::{StaffFrame, customer_address, queues};
use crate::{
    components::{
        Button, Card, Choice, Choices, Dialog, Empty, ErrorSummary, Fact, Facts, Kind, LinkButton, Look, PageHeading,
        Sentences, TextField,
    },
    context,
    islands::PressOnce,
    outcome, pages,
    words::Words,
};

/// Where a document is taken in by which somebody is to act for a customer.
pub(super) fn address(donor: CustomerId) -> String {
    format!("{}/power", customer_address(donor))
}

/// What was typed on that page and was not right.
fn typed(donor: CustomerId) -> (PowerForm, Problems) {
    outcome::flash::<PowerForm>(&address(donor))
        .map_or_else(|| (PowerForm::default(), Problems::none()), |flash| (flash.form, flash.problems))
}

/// Whether whoever sent it did so when their time with the customer was over.
fn is_late(problems: &Problems) -> bool {
    problems.iter().any(|problem| problem.code == ErrorCode::LookOver)
}

/// That their time was over, where a document was not taken in for that.
pub(super) fn late(words: Words, donor: CustomerId) -> Sentences {
    let (_, problems) = typed(donor);
    let late = if is_late(&problems) { Problems::one("", ErrorCode::LookOver) } else { Problems::none() };
    Sentences::of(words, &late)
}

/// Who acts for a customer or is to, on their file, and what whoever looks can do about it.
pub(super) async fn card(words: Words, member: StaffId, donor: CustomerId) -> Result<AnyView, Error> {
    let bank = context::bank();
    let (all, names) = (powers::of_customer(&bank, donor).await?, queues::names(&bank).await?);
    let none = all.is_empty().then(|| view! { <Empty text=words.say("staff-power-none")/> });
    let rows = all.iter().map(|power| {
        let by = names.get(&power.asked_by).cloned().unwrap_or_default();
        one(words, member, power, &by)
    });
    let rows = rows.collect_view();
    Ok(view! {
        <Card title=words.say("staff-power-title")>
            {none}
            {rows}
            <div class="actions">
                <LinkButton href=address(donor) label=words.say("staff-power-new") look=Look::Second/>
            </div>
        </Card>
    }
    .into_any())
}

fn one(words: Words, member: StaffId, power: &Power, by: &str) -> impl IntoView + use<> {
    let stands = power.stands(&context::calendar(), context::visitor().now());
    let told = told(words, member, (power, stands), by);
    let last = power.last.map_or_else(|| words.say("staff-power-endless").to_owned(), |last| words.day(last));
    let (name, kind, document) = (power.attorney_name.clone(), words.power_kind(power.kind), power.document.clone());
    let steps = steps(words, member, power, stands);
    view! {
        <h3>{name}</h3>
        <Facts>
            <Fact term=words.say("staff-power-by")>{kind}</Fact>
            <Fact term=words.say("staff-power-document")><span translate="no">{document}</span></Fact>
            <Fact term=words.say("staff-power-until")>{last}</Fact>
            <Fact term=words.say("look-stands")>{told}</Fact>
        </Facts>
        {steps}
    }
}

/// How it stands, in words.
fn told(words: Words, member: StaffId, (power, stands): (&Power, Stands), by: &str) -> String {
    let calendar = context::calendar();
    let asked = words.moment(power.asked_at, &calendar);
    match stands {
        Stands::Asked if power.asked_by == member => words.with("staff-power-waits", &[("when", asked.into())]),
        Stands::Asked => words.with("staff-power-asked", &[("name", by.into()), ("when", asked.into())]),
        Stands::Agreed(from) => words.with("staff-power-agreed", &[("when", words.moment(from, &calendar).into())]),
        Stands::Running => words.say("staff-power-running").to_owned(),
        Stands::Over => words.say("staff-power-over").to_owned(),
    }
}

/// What whoever looks can do about it: agree to what another has taken in, and end it.
fn steps(words: Words, member: StaffId, power: &Power, stands: Stands) -> Option<AnyView> {
    if stands == Stands::Over {
        return None;
    }
    let (donor, id, name) = (power.donor.to_string(), power.id.to_string(), power.attorney_name.clone());
    let agree = (stands == Stands::Asked && power.asked_by != member).then(|| {
        let (donor, id, name) = (donor.clone(), id.clone(), name.clone());
        view! {
            <form method="post" action="/do/staff/power/agree" role="none">
                <input type="hidden" name="customer" value=donor/>
                <input type="hidden" name="power" value=id/>
                <Button label=words.say("staff-thaw-agree") look=Look::Second of=name/>
            </form>
        }
    });
    let agrees = agree.is_some().then(|| view! { <p>{words.say("staff-power-agree-text")}</p> });
    let (place, title) = (format!("power-{id}"), words.with("power-end-title", &[("name", name.into())]));
    Some(
        view! {
            {agrees}
            <div class="actions">
                {agree}
                <Dialog id=place opens=words.say("staff-power-end") title=title stay=words.say("look-end-not")>
                    <p>{words.say("staff-power-end-text")}</p>
                    <form method="post" action="/do/staff/power/end" role="none">
                        <input type="hidden" name="customer" value=donor/>
                        <input type="hidden" name="power" value=id/>
                        <Button label=words.say("staff-power-end") look=Look::Danger/>
                    </form>
                </Dialog>
            </div>
        }
        .into_any(),
    )
}

/// The page on which a document is taken in.
#[component]
pub fn TakePowerPage() -> impl IntoView {
    pages::answer(take())
}

async fn take() -> Result<AnyView, Error> {
    let member = context::staff_with(Duty::Powers)?;
    let (bank, words) = (context::bank(), context::words());
    let donor: CustomerId = context::part("id")?;
    let Some(look) = staff::looking(&bank, &member, donor).await? else {
        // There they say again why they look.
        context::redirect(&customer_address(donor));
        return Ok(().into_any());
    };
    let (form, problems) = typed(donor);
    // Whoever has said again why they look is not late any more.
    let problems = if is_late(&problems) { Problems::none() } else { problems };
    let problems = Sentences::of(words, &problems);
    let title = words.say("staff-power-new-title");
    let text = words.with("staff-power-new-text", &[("name", (&look.file.name).into())]);
    let back = (customer_address(donor), words.say("staff-power-back").to_owned());
    Ok(view! {
        <StaffFrame title=title narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=back/>
            <p>{text}</p>
            {question(words, donor, form, &problems)}
        </StaffFrame>
    }
    .into_any())
}

fn question(words: Words, donor: CustomerId, form: PowerForm, problems: &Sentences) -> impl IntoView + use<> {
    let choice = |kind: &PowerKind| Choice {
        value: kind.code().to_owned(),
        label: words.power_kind(*kind).to_owned(),
        hint: words.say(hint(*kind)).to_owned(),
        ..Choice::default()
    };
    let choices = PowerKind::ALL.iter().map(choice).collect();
    let (name, number, kind) = (problems.at("name"), problems.at("number"), problems.at("kind"));
    let (document, until) = (problems.at("document"), problems.at("until"));
    view! {
        <PressOnce sending=words.say("sending")>
            <form method="post" action="/do/staff/power/ask" class="stack roomy" data-keep=words.say("kept-back")>
                <input type="hidden" name="customer" value=donor.to_string()/>
                <TextField name="name" label=words.say("staff-power-name") hint=words.say("look-name-hint")
                    value=form.name kind=Kind::Name problem=name/>
                <TextField name="number" label=words.say("look-number") hint=words.say("look-number-hint")
                    value=form.number kind=Kind::Digits problem=number/>
                <Choices name="kind" label=words.say("staff-power-kind") choices=choices chosen=form.kind
                    problem=kind/>
                <TextField name="document" label=words.say("staff-power-document")
                    hint=words.say("staff-power-document-hint") value=form.document problem=document/>
                <TextField name="until" label=words.say("staff-power-until") hint=words.say("staff-power-until-hint")
                    value=form.until kind=Kind::Date problem=until/>
                <div class="actions"><Button label=words.say("staff-power-send")/></div>
            </form>
        </PressOnce>
    }
}

/// What such a document is.
const fn hint(kind: PowerKind) -> &'static str {
    match kind {
        PowerKind::Lasting => "staff-power-lasting-hint",
        PowerKind::General => "staff-power-general-hint",
        PowerKind::Court => "staff-power-court-hint",
    }
}
