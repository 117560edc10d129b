//! The people somebody has paid: the list of them, and one by themselves.
//!
//! Whose money it becomes is always said by the name that was checked. A nickname stands beside it, on a line of its own.

mod actions;
mod list;
mod person;

pub use actions::{ChoosePayee, ListPayee, SetFavourite, SetNickname};
pub use list::PeoplePage;
pub use person::PersonPage;

use bank::payments::KnownPayee;
use leptos::prelude::*;
use model::PaymentId;

use crate::{
    components::{Button, Look},
    context,
    words::Words,
};

/// Where all of them are.
const PEOPLE: &str = "/pay/people";

/// Where all of them are, for a payment that is under way, where one is.
pub(super) fn list(draft: Option<PaymentId>) -> String {
    draft.map_or_else(|| PEOPLE.to_owned(), |draft| format!("{PEOPLE}?draft={draft}"))
}

/// Where one of them is: whoever `payment` went to.
fn one(payment: PaymentId) -> String {
    format!("{PEOPLE}/{payment}")
}

/// What begins a payment to one of them, or says that the one under way goes to them.
pub(super) const fn action(draft: Option<PaymentId>) -> &'static str {
    if draft.is_some() { "/do/pay/people/choose" } else { "/do/pay/start" }
}

/// What [`action`] has to know: to whom, and which payment.
pub(super) fn fields(payee: PaymentId, draft: Option<PaymentId>) -> impl IntoView {
    let name = if draft.is_some() { "payee" } else { "again" };
    let draft = draft.map(|draft| view! { <input type="hidden" name="draft" value=draft.to_string()/> });
    view! { <input type="hidden" name=name value=payee.to_string()/>{draft} }
}

/// What the person calls them, apart from what stands around it: letters of a nickname turn nothing else around.
pub(super) fn called(words: Words, payee: &KnownPayee) -> Option<impl IntoView + use<>> {
    let nickname = (!payee.nickname.is_empty())
        .then(|| words.with("people-called", &[("nickname", payee.nickname.clone().into())]))?;
    Some(view! { <bdi class="called">{nickname}</bdi> })
}

/// The end of their account number: enough to tell two people of one name apart.
fn ending(payee: &KnownPayee) -> String {
    let number: Vec<char> = payee.number.to_string().chars().filter(|letter| *letter != ' ').collect();
    number[number.len().saturating_sub(4)..].iter().collect()
}

/// Puts somebody back on the list.
fn put_back(payee: PaymentId, look: Look) -> impl IntoView {
    view! {
        <form method="post" action="/do/pay/people/list" role="none">
            <input type="hidden" name="payee" value=payee.to_string()/>
            <input type="hidden" name="listed" value="1"/>
            <Button label=context::words().say("people-put-back") look=look/>
        </form>
    }
}
