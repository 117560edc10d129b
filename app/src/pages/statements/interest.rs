//! What an account earned in a year of taxes, to read, to print and to keep.

use bank::{
    Error,
    accounts::{self, Interest, Period},
};
use leptos::prelude::*;
use model::{AccountId, ErrorCode};

use super::letters;
use crate::{
    components::{Fact, Facts, Frame, Link, PageHeading, Place, Receipt},
    context,
    islands::PrintButton,
    pages, papers,
    words::Words,
};

/// What an account earned in a year of taxes.
#[component]
pub fn InterestPage() -> impl IntoView {
    pages::answer(interest())
}

async fn interest() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let id: AccountId = context::part("id")?;
    // There is one way to write a year, as for statements.
    let Period::Year(first) = context::part("year")? else { return Err(ErrorCode::NotFound.into()) };
    let interest = accounts::interest(&bank, person.id, id, first.year()).await?;
    let title = papers::interest_title(words, &interest);
    Ok(view! {
        <Frame title=title.clone() place=Place::Accounts narrow=true>
            <PageHeading title=title back=(format!("/accounts/{id}/statements"), words.say("statements-title").to_owned())>
                <p>{words.say("interest-about")}</p>
            </PageHeading>
            {letters::notice(words, "letters-page")}
            {shown(words, &interest)}
        </Frame>
    }
    .into_any())
}

fn shown(words: Words, interest: &Interest) -> impl IntoView + use<> {
    let facts = papers::interest_facts(words, interest);
    let facts = facts.into_iter().map(|(term, value)| view! { <Fact term=term>{value}</Fact> }).collect_view();
    let unfinished = (!interest.complete).then(|| {
        view! { <p class="quiet">{words.say("interest-unfinished")}</p> }
    });
    let paper = pdf(interest.account.id, interest.from.year());
    view! {
        <Receipt>
            <Facts>{facts}</Facts>
            {unfinished}
        </Receipt>
        <div class="actions on-screen">
            <Link href=paper label=words.say("confirmation-take")/>
            <PrintButton label=words.say("account-statement-print")/>
        </div>
    }
}

/// Where it is read.
pub(super) fn page(account: AccountId, year: i16) -> String {
    format!("/accounts/{account}/interest/{year:04}")
}

/// Where it is taken.
pub(super) fn pdf(account: AccountId, year: i16) -> String {
    format!("{}/pdf", page(account, year))
}
