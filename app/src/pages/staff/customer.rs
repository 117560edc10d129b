//! The file of one customer, behind a reason.

use bank::{
    Error,
    accounts::Account,
    customers::CustomerStatus,
    security::Happened,
    staff::{self, CustomerFile, Duty, Look, StaffMember, ThawAsked},
};
use leptos::prelude::*;
use model::{CustomerId, Problems, Timestamp, forms::ReasonForm};

use super::{
    CUSTOMERS, StaffFrame, customer_address, power,
    why::{self, Wanted, reasons},
};
use crate::{
    components::{
        Amount, Button, Card, ErrorSummary, Fact, Facts, Look as ButtonLook, Notice, PageHeading, Sentences, Tag, Tone,
    },
    context, outcome, pages,
    words::Words,
};

/// Under what the form waits by which something is frozen, or that is ended.
pub(super) fn freezing(id: CustomerId) -> String {
    format!("{}?freeze=1", customer_address(id))
}

/// The page of one customer.
#[component]
pub fn CustomerPage() -> impl IntoView {
    pages::answer(customer())
}

async fn customer() -> Result<AnyView, Error> {
    let member = context::staff_with(Duty::Customers)?;
    let (bank, words) = (context::bank(), context::words());
    let id: CustomerId = context::part("id")?;
    match staff::looking(&bank, &member, id).await? {
        None => Ok(why(words, id)),
        Some(look) => {
            let by = match &look.thaw {
                Some(asked) => bank.staff.all().await?.into_iter().find(|one| one.id == asked.by),
                None => None,
            };
            let asked = look.thaw.clone().zip(by);
            let powers =
                if member.role.may(Duty::Powers) { Some(power::card(words, member.id, id).await?) } else { None };
            Ok(file(words, look, &member, (asked, powers)))
        }
    }
}

/// What waits for the page `page`, where something was wrong with it.
pub(super) fn typed(words: Words, page: &str) -> (ReasonForm, Sentences) {
    let (form, problems) = outcome::flash::<ReasonForm>(page)
        .map_or_else(|| (ReasonForm::default(), Problems::none()), |flash| (flash.form, flash.problems));
    (form, Sentences::of(words, &problems))
}

/// Asks why they want to see the customer. Until then nothing is told of them.
fn why(words: Words, id: CustomerId) -> AnyView {
    let (form, problems) = typed(words, &customer_address(id));
    // Whoever was about to do something reads here that their time was over.
    let (form, problems) = if problems.is_empty() { typed(words, &freezing(id)) } else { (form, problems) };
    let problems = if problems.is_empty() { power::late(words, id) } else { problems };
    let back = (CUSTOMERS.to_owned(), words.say("staff-customers-back").to_owned());
    let wanted = Wanted { action: "/do/staff/look", field: "customer", id: id.to_string(), back };
    why::page(words, wanted, (form, problems))
}

fn file(
    words: Words,
    look: Look,
    member: &StaffMember,
    (asked, powers): (Option<(ThawAsked, StaffMember)>, Option<AnyView>),
) -> AnyView {
    let Look { file, happened, accounts, until, .. } = look;
    let (form, problems) = typed(words, &freezing(file.id));
    let until = words.with("staff-until", &[("when", words.moment(until, &context::calendar()).into())]);
    let now = context::visitor().now();
    let frozen = file.is_frozen(now);
    let action = if frozen {
        thaw(words, &file, member, asked, (form, &problems))
    } else {
        freeze(words, file.id, form, &problems)
    };
    let back_in = (!frozen && file.status == CustomerStatus::Active).then(|| recover(words, file.id));
    let handed = handed(file.id).map(|code| handing_over(words, code));
    let accounts = accounts.map(|accounts| balances(words, &accounts));
    let title = file.name.clone();
    view! {
        <StaffFrame title=words.say("staff-file-title")>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=(CUSTOMERS.to_owned(), words.say("staff-customers-back").to_owned())>
                <p class="quiet">{until}</p>
            </PageHeading>
            {handed}
            <div class="two">
                <div class="stack roomy">
                    {facts(words, &file, frozen)}
                    {accounts}
                    {events(words, &happened)}
                </div>
                <div class="stack roomy">{action}{back_in}{powers}</div>
            </div>
        </StaffFrame>
    }
    .into_any()
}

fn facts(words: Words, file: &CustomerFile, frozen: bool) -> impl IntoView + use<> {
    let given = |text: &str| if text.is_empty() { words.say("staff-none").to_owned() } else { text.to_owned() };
    let (email, phone) = (given(&file.contact.email), given(&file.contact.phone));
    let state = if frozen { words.say("staff-frozen") } else { words.say("staff-not-frozen") };
    let tone = if frozen { Tone::Caution } else { Tone::Calm };
    let (username, number, status) = (file.username.clone(), file.id.to_string(), words.customer_status(file.status));
    view! {
        <Facts>
            <Fact term=words.say("staff-fact-username")>{username}</Fact>
            <Fact term=words.say("staff-fact-number")><code translate="no">{number}</code></Fact>
            <Fact term=words.say("staff-fact-status")>{status}</Fact>
            <Fact term=words.say("staff-fact-freeze")><Tag label=state tone=tone/></Fact>
            <Fact term=words.say("staff-fact-email")>{email}</Fact>
            <Fact term=words.say("staff-fact-phone")>{phone}</Fact>
        </Facts>
    }
}

/// What is on their accounts, for whoever may see that.
fn balances(words: Words, accounts: &[Account]) -> impl IntoView + use<> {
    let rows = accounts.iter().map(|account| {
        let (kind, number, balance) = (words.account_kind(account.kind), account.number.to_string(), account.balance);
        view! { <Fact term=kind><Amount of=balance/><br/><span class="quiet">{number}</span></Fact> }
    });
    let rows = rows.collect_view();
    view! { <Card title=words.say("staff-balances")><Facts>{rows}</Facts></Card> }
}

fn events(words: Words, happened: &[Happened]) -> impl IntoView + use<> {
    let calendar = context::calendar();
    let rows = happened.iter().map(|one| {
        let (what, when) = (words.security_event(one.event), words.moment(one.at, &calendar));
        view! { <li><div><span><b>{what}</b><small>{when}</small></span></div></li> }
    });
    let rows = rows.collect_view();
    let none = happened.is_empty().then(|| view! { <p>{words.say("staff-events-none")}</p> });
    view! { <Card title=words.say("events-title")>{none}<ul class="rows">{rows}</ul></Card> }
}

/// The code that is to be handed over to this customer, where it has not been seen yet. It is forgotten with that.
fn handed(id: CustomerId) -> Option<String> {
    let visitor = context::visitor();
    let waits = visitor.read(|kept| kept.handed.as_ref().is_some_and(|handed| handed.customer == id));
    waits.then(|| visitor.change(|kept| kept.handed.take())).flatten().map(|handed| handed.code)
}

fn handing_over(words: Words, code: String) -> impl IntoView {
    view! {
        <Notice title=words.say("staff-recover-code")>
            <p><code class="code-text" translate="no">{code}</code></p>
            <p>{words.say("staff-recover-once")}</p>
        </Notice>
    }
}

/// Beginning a way back in, for whoever has lost everything they sign in with.
fn recover(words: Words, id: CustomerId) -> impl IntoView {
    view! {
        <Card title=words.say("staff-recover-title")>
            <p>{words.say("staff-recover-text")}</p>
            <form method="post" action="/do/staff/recover" role="none">
                <input type="hidden" name="customer" value=id.to_string()/>
                <div class="actions"><Button label=words.say("staff-recover-button") look=ButtonLook::Second/></div>
            </form>
        </Card>
    }
}

/// Freezing everything of theirs.
fn freeze(words: Words, id: CustomerId, form: ReasonForm, problems: &Sentences) -> AnyView {
    let fields = reasons(words, form, problems);
    view! {
        <Card title=words.say("staff-freeze-title")>
            <p>{words.say("staff-freeze-text")}</p>
            <form method="post" action="/do/staff/freeze" class="stack roomy">
                <input type="hidden" name="customer" value=id.to_string()/>
                {fields}
                <div class="actions"><Button label=words.say("staff-freeze-button") look=ButtonLook::Danger/></div>
            </form>
        </Card>
    }
    .into_any()
}

/// Ending that: it is coming, waits for somebody to agree, or is still to be asked for.
fn thaw(
    words: Words,
    file: &CustomerFile,
    member: &StaffMember,
    asked: Option<(ThawAsked, StaffMember)>,
    (form, problems): (ReasonForm, &Sentences),
) -> AnyView {
    let calendar = context::calendar();
    let ends = file.freeze.and_then(|freeze| freeze.thaws_at);
    let told = |key: &str, when: Timestamp, name: &str| {
        words.with(key, &[("when", words.moment(when, &calendar).into()), ("name", name.into())])
    };
    let id = file.id.to_string();
    let content = match (ends, asked) {
        (Some(ends), _) => view! { <p>{told("staff-thaw-ends", ends, "")}</p> }.into_any(),
        (None, Some((asked, by))) if by.id == member.id => {
            view! { <p>{told("staff-thaw-waits", asked.at, "")}</p> }.into_any()
        }
        (None, Some((asked, by))) => {
            let told = told("staff-thaw-asked", asked.at, &by.name);
            let why = words.with("staff-thaw-why", &[("why", words.why(&asked.why).into())]);
            view! {
                <p>{told}</p>
                <p>{why}</p>
                <p>{words.say("staff-thaw-agree-text")}</p>
                <form method="post" action="/do/staff/thaw/agree" role="none">
                    <input type="hidden" name="customer" value=id/>
                    <div class="actions"><Button label=words.say("staff-thaw-agree") look=ButtonLook::Second/></div>
                </form>
            }
            .into_any()
        }
        (None, None) => {
            let fields = reasons(words, form, problems);
            view! {
                <p>{words.say("staff-thaw-text")}</p>
                <form method="post" action="/do/staff/thaw" class="stack roomy">
                    <input type="hidden" name="customer" value=id/>
                    {fields}
                    <div class="actions"><Button label=words.say("staff-thaw-button") look=ButtonLook::Second/></div>
                </form>
            }
            .into_any()
        }
    };
    view! { <Card title=words.say("thaw-title")>{content}</Card> }.into_any()
}
