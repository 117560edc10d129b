//! What there is to set and to see about oneself.

use bank::{Error, accounts::Account};
use leptos::prelude::*;

use super::{FREEZE, LIMITS, NOTICES, PREFERENCES, PRIVACY, SECURITY, found, notices};
use crate::{
    components::{Card, Fact, Facts, Frame, Link, PageHeading, Place},
    context,
    pages::{
        self,
        accounts::{account_name, code_of},
        cards::CARDS,
    },
    words::Words,
};

/// The page about the person.
#[component]
pub fn YouPage() -> impl IntoView {
    pages::answer(you())
}

async fn you() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let accounts = bank::accounts::list(&bank, person.id).await?;
    let news = notices::news(person.id).await?;
    let title = words.say("you-title");
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            <PageHeading title=title/>
            <Facts><Fact term=words.say("you-name")>{person.name}</Fact></Facts>
            {news}
            {to_be_paid(words, &accounts)}
            {found::card(words)}
            <Card title=words.say("notices-title")>
                <p>{words.say("notices-about")}</p>
                <Link href=NOTICES label=words.say("notices-open")/>
            </Card>
            <Card title=words.say("preferences-title")>
                <p>{words.say("preferences-about")}</p>
                <Link href=PREFERENCES label=words.say("preferences-open")/>
            </Card>
            <Card title=words.say("cards-title")>
                <p>{words.say("cards-about")}</p>
                <Link href=CARDS label=words.say("cards-open")/>
            </Card>
            <Card title=words.say("limits-title")>
                <p>{words.say("limits-about")}</p>
                <Link href=LIMITS label=words.say("limits-open")/>
            </Card>
            <Card title=words.say("security-title")>
                <p>{words.say("security-about")}</p>
                <Link href=SECURITY label=words.say("security-open")/>
                <Link href=FREEZE label=words.say("freeze-open")/>
            </Card>
            <Card title=words.say("privacy-title")>
                <p>{words.say("privacy-about")}</p>
                <Link href=PRIVACY label=words.say("privacy-open")/>
            </Card>
        </Frame>
    }
    .into_any())
}

/// What to read out to somebody who wants to pay: the name on each account, and its number.
fn to_be_paid(words: Words, accounts: &[Account]) -> Option<impl IntoView + use<>> {
    if accounts.is_empty() {
        return None;
    }
    let facts = accounts.iter().map(|account| {
        let (holder, number) = (account.holder.clone(), account.number.to_string());
        let name = account_name(words, account);
        let code = (code_of(account.id), words.with("paid-code-open", &[("name", (&name).into())]));
        view! {
            <Fact term=name>
                {holder}<br/><span class="number">{number}</span>
                <Link href=code.0 label=code.1/>
            </Fact>
        }
    });
    let facts = facts.collect_view();
    Some(view! {
        <Card title=words.say("paid-title")>
            <p>{words.say("paid-text")}</p>
            <Facts>{facts}</Facts>
        </Card>
    })
}
