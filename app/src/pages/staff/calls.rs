//! The calls that customers and others asked for.

use bank::{
    Error,
    help::{self, CallBack, CallLook},
    staff::Duty,
};
use leptos::prelude::*;
use model::{CallBackId, forms::ReasonForm};

use super::{
    CALLS, StaffFrame,
    customer::typed,
    why::{self, Wanted},
};
use crate::{
    addresses::STAFF,
    components::{Button, Empty, Fact, Facts, PageHeading},
    context, outcome, pages,
    words::{Words, in_fours},
};

fn address(id: CallBackId) -> String {
    format!("{CALLS}/{id}")
}

/// Those that wait, the soonest first. Who asked is behind a reason.
#[component]
pub fn StaffCallsPage() -> impl IntoView {
    pages::answer(list())
}

async fn list() -> Result<AnyView, Error> {
    context::staff_with(Duty::Tickets)?;
    let (bank, words) = (context::bank(), context::words());
    let waiting = help::waiting(bank.call_backs.as_ref()).await?;
    let none = waiting.is_empty().then(|| view! { <Empty text=words.say("staff-calls-none")/> });
    let rows = waiting.iter().map(|call| row(words, call)).collect_view();
    let title = words.say("staff-calls");
    Ok(view! {
        <StaffFrame title=title narrow=true>
            <PageHeading title=title back=(STAFF.to_owned(), words.say("staff-back").to_owned())/>
            {none}
            <ul class="rows">{rows}</ul>
        </StaffFrame>
    }
    .into_any())
}

fn when(words: Words, call: &CallBack) -> String {
    words.with("call-when", &[("day", words.day(call.day).into()), ("part", words.day_part(call.part).into())])
}

fn row(words: Words, call: &CallBack) -> impl IntoView + use<> {
    let (when, language) = (when(words, call), Words::of(call.language).say("language-name"));
    let number = in_fours(call.id);
    view! { <li><a href=address(call.id)><span><b>{when}</b><small>{language}" · "{number}</small></span></a></li> }
}

/// One that waits.
#[component]
pub fn StaffCallPage() -> impl IntoView {
    pages::answer(one())
}

async fn one() -> Result<AnyView, Error> {
    let member = context::staff_with(Duty::Tickets)?;
    let (bank, words) = (context::bank(), context::words());
    let id: CallBackId = context::part("id")?;
    let way = (CALLS.to_owned(), words.say("staff-calls-back").to_owned());
    let call = match help::looking_at_call(&bank, member.id, id).await? {
        CallLook::Why => {
            let wanted = Wanted { action: "/do/staff/calls/look", field: "call", id: id.to_string(), back: way };
            return Ok(why::page(words, wanted, typed(words, &address(id))));
        }
        CallLook::All(call, _) => call,
    };
    let title = words.say("staff-call-title");
    Ok(view! {
        <StaffFrame title=title narrow=true>
            <PageHeading title=title back=way/>
            {facts(words, &call)}
            <form method="post" action="/do/staff/calls/done" role="none">
                <input type="hidden" name="call" value=id.to_string()/>
                <div class="actions"><Button label=words.say("staff-call-done")/></div>
            </form>
        </StaffFrame>
    }
    .into_any())
}

fn facts(words: Words, call: &CallBack) -> impl IntoView + use<> {
    let told = call.page.map_or(words.say("call-told-nothing"), |page| words.whereabouts(page));
    let (name, phone, when, number) = (call.name.clone(), call.phone.clone(), when(words, call), in_fours(call.id));
    let language = Words::of(call.language).say("language-name");
    view! {
        <Facts>
            <Fact term=words.say("staff-call-name")>{name}</Fact>
            <Fact term=words.say("call-phone-called")>{phone}</Fact>
            <Fact term=words.say("fact-when")>{when}</Fact>
            <Fact term=words.say("call-language-spoken")>{language}</Fact>
            <Fact term=words.say("call-told")>{told}</Fact>
            <Fact term=words.say("call-reference")><span class="number">{number}</span></Fact>
        </Facts>
    }
}

/// The call a form names; ids begin above zero.
fn named(id: &str) -> CallBackId {
    id.parse().unwrap_or(CallBackId::new(0))
}

/// Opens what is known of whoever asked, for a reason.
#[server(prefix = "/do", endpoint = "staff/calls/look")]
pub async fn look_at_caller(
    #[server(flatten)] form: ReasonForm,
    #[server(default)] call: String,
) -> Result<(), ServerFnError> {
    let page = address(named(&call));
    outcome::ended(look(&form, named(&call)).await, &page, &page, &form);
    Ok(())
}

async fn look(form: &ReasonForm, call: CallBackId) -> Result<(), Error> {
    let member = context::staff_with(Duty::Tickets)?;
    help::look_at_caller(&context::bank(), member.id, call, form).await
}

/// They were called.
#[server(prefix = "/do", endpoint = "staff/calls/done")]
pub async fn finish_call(#[server(default)] call: String) -> Result<(), ServerFnError> {
    let id = named(&call);
    outcome::ended(called(id).await, CALLS, &address(id), &ReasonForm::default());
    Ok(())
}

async fn called(call: CallBackId) -> Result<(), Error> {
    let member = context::staff_with(Duty::Tickets)?;
    help::called(&context::bank(), member.id, call).await
}
