//! All accounts of a person.

use bank::{
    Error,
    accounts::{Account, AccountStatus},
};
use leptos::prelude::*;

use super::{account_name, interest};
use crate::{
    components::{AccountCards, AccountLine, Card, Empty, Frame, PageHeading, Place},
    context,
    pages::{self, business, looking},
};

/// All accounts, with what is on them.
#[component]
pub fn AccountsPage() -> impl IntoView {
    pages::answer(accounts())
}

async fn accounts() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let accounts = bank::accounts::list(&bank, person.id).await?;
    let acting = business::card(words, person.id).await?;
    let looking = looking::card(words, person.id).await?;
    Ok(view! {
        <Frame title=words.say("accounts-title") place=Place::Accounts narrow=true>
            <PageHeading title=words.say("accounts-title")/>
            <Card title=words.say("accounts-yours")>
                <AccountRows accounts=accounts/>
            </Card>
            {acting}
            {looking}
        </Frame>
    }
    .into_any())
}

/// Accounts one under the other, each a way to its own page.
#[component]
pub fn AccountRows(
    /// The accounts.
    accounts: Vec<Account>,
) -> impl IntoView {
    let words = context::words();
    if accounts.is_empty() {
        return view! { <Empty text=words.say("accounts-none")/> }.into_any();
    }
    let row = |account: Account| {
        let about = match interest(words, &account) {
            Some(interest) => format!("{} · {interest}", account.number),
            None => account.number.to_string(),
        };
        let available = words.with("account-available", &[("amount", words.money(account.available()).into())]);
        AccountLine {
            href: format!("/accounts/{}", account.id),
            name: account_name(words, &account),
            about,
            balance: account.balance,
            available,
            frozen: account.status != AccountStatus::Open,
        }
    };
    view! { <AccountCards accounts=accounts.into_iter().map(row).collect()/> }.into_any()
}
