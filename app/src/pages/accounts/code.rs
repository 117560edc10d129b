//! A QR code that stands for being paid into an account, to be shown or printed.

use bank::{Error, accounts::AccountStatus};
use leptos::prelude::*;
use model::{AccountId, ErrorCode, PayeeCode};

use super::account_name;
use crate::{
    components::{Fact, Facts, Frame, PageHeading, Place, aloud},
    context, pages, qr,
};

/// Where the code of an account is.
pub(in crate::pages) fn code_of(account: AccountId) -> String {
    format!("/accounts/{account}/code")
}

/// The code of one account.
#[component]
pub fn PaidCodePage() -> impl IntoView {
    pages::answer(code())
}

async fn code() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let account = bank.accounts.account(person.id, context::part("id")?).await?;
    // Nobody can pay into one that is closed.
    let account = account.filter(|account| account.status != AccountStatus::Closed).ok_or(ErrorCode::NotFound)?;
    let text = PayeeCode::here(&account.holder, account.number);
    let picture = qr::figure(&text, words.say("paid-code-picture"));
    let (title, name) = (words.say("paid-code-title"), account_name(words, &account));
    let number = aloud::said(words, |words| words.digits(account.number));
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            <PageHeading title=title back=("/you".to_owned(), words.say("you-back").to_owned())>
                <p>{words.say("paid-code-text")}</p>
            </PageHeading>
            <section class="card">
                {picture}
                <Facts>
                    <Fact term=words.say("paid-code-name")>{account.holder}</Fact>
                    <Fact term=words.say("paid-code-number")>{number}</Fact>
                    <Fact term=words.say("paid-code-account")>{name}</Fact>
                </Facts>
                {aloud::section()}
            </section>
            <p>{words.say("paid-code-safe")}</p>
            <p>{words.say("paid-code-print")}</p>
        </Frame>
    }
    .into_any())
}
