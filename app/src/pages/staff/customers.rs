//! Looking for a customer.

use bank::{Error, staff::Duty, staff::Found};
use leptos::prelude::*;
use model::forms::FindForm;

use super::{CUSTOMERS, StaffFrame, customer_address};
use crate::{
    addresses::STAFF,
    components::{Button, Card, ErrorSummary, PageHeading, Sentences, TextField},
    context, outcome, pages,
    words::Words,
};

/// The page on which somebody looks for a customer.
#[component]
pub fn CustomersPage() -> impl IntoView {
    pages::answer(std::future::ready(customers()))
}

fn customers() -> Result<AnyView, Error> {
    context::staff_with(Duty::Customers)?;
    let words = context::words();
    let (form, problems) =
        outcome::flash::<FindForm>(CUSTOMERS).map(|flash| (flash.form, flash.problems)).unwrap_or_default();
    let problems = Sentences::of(words, &problems);
    let found = context::visitor().read(|kept| kept.found.clone());
    let title = words.say("staff-customers");
    Ok(view! {
        <StaffFrame title=title narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=(STAFF.to_owned(), words.say("staff-back").to_owned())/>
            <form method="post" action="/do/staff/find" class="stack roomy">
                <TextField name="wanted" label=words.say("staff-find-label") hint=words.say("staff-find-hint")
                    value=form.wanted problem=problems.at("wanted")/>
                <div class="actions"><Button label=words.say("staff-find-button")/></div>
            </form>
            {(!found.is_empty()).then(|| several(words, &found))}
        </StaffFrame>
    }
    .into_any())
}

/// The owners of one account.
fn several(words: Words, found: &[Found]) -> impl IntoView + use<> {
    let rows = found.iter().map(|one| {
        let (href, username) = (customer_address(one.id), one.username.clone());
        view! { <li><a href=href><span><b>{username}</b></span></a></li> }
    });
    let rows = rows.collect_view();
    view! {
        <Card title=words.say("staff-found-title")>
            <p>{words.say("staff-found-text")}</p>
            <ul class="rows">{rows}</ul>
        </Card>
    }
}
