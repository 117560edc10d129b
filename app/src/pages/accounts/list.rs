//! All accounts of a person.

use bank::{Error, accounts::Account};
use leptos::prelude::*;

use super::{account_name, interest};
use crate::{
    components::{Card, Empty, Frame, Place},
    context, pages,
};

/// All accounts, with what is on them.
#[component]
pub fn AccountsPage() -> impl IntoView {
    pages::answer(accounts())
}

async fn accounts() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let accounts = bank::accounts::list(&bank, person.id).await?;
    Ok(view! {
        <Frame title=words.say("accounts-title") place=Place::Accounts narrow=true>
            <h1>{words.say("accounts-title")}</h1>
            <Card title=words.say("accounts-yours")>
                <AccountRows accounts=accounts/>
            </Card>
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
        view! {
            <li>
                <a href=format!("/accounts/{}", account.id)>
                    <span><b>{account_name(words, &account)}</b><small>{about}</small></span>
                    <span><b class="balance">{words.money(account.balance)}</b><small>{available}</small></span>
                </a>
            </li>
        }
    };
    view! { <ul class="rows accounts">{accounts.into_iter().map(row).collect_view()}</ul> }.into_any()
}
