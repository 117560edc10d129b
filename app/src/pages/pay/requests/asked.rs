//! What a link leads to: who asks, for how much, and a payment that is filled in.

use bank::{
    Error,
    requests::{self, Asked, Standing},
};
use leptos::prelude::*;

use super::of;
use crate::{
    components::{Amount, Button, Call, Fact, Facts, Frame, LinkButton, Look, PageHeading, Place, Warning},
    context, pages,
    words::Words,
};

/// The page that a link leads to.
#[component]
pub fn AskedPage() -> impl IntoView {
    pages::answer(asked())
}

async fn asked() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let token: String = context::part("key")?;
    let asked = requests::asked(&bank, person.id, &token).await?;
    let title = words.with("asked-title", &[("name", asked.account.holder.clone().into())]);
    let (each, number) = (asked.request.each, asked.account.number.to_string());
    let name = asked.account.holder.clone();
    let reference = (!asked.request.reference.is_empty()).then(|| {
        let reference = asked.request.reference.clone();
        view! { <Fact term=words.say("fact-reference")>{reference}</Fact> }
    });
    let choices = choices(words, &asked, token);
    Ok(view! {
        <Frame title=title.clone() place=Place::Pay narrow=true>
            <PageHeading title=title back=("/pay".to_owned(), words.say("scheduled-back").to_owned())/>
            <section class="card">
                <Facts>
                    <Fact term=words.say("request-amount")><Amount of=each large=true/></Fact>
                    <Fact term=words.say("fact-to")>{name}<br/><span class="quiet">{number}</span></Fact>
                    {reference}
                </Facts>
                {choices}
            </section>
        </Frame>
    }
    .into_any())
}

/// What the reader can do about it as it stands.
fn choices(words: Words, asked: &Asked, token: String) -> AnyView {
    if asked.own {
        let back =
            view! { <LinkButton href=of(asked.request.id) label=words.say("asked-own-open") look=Look::Second/> };
        return over(words.say("asked-own"), back.into_any());
    }
    let leave = || view! { <LinkButton href="/pay" label=words.say("scheduled-back") look=Look::Second/> }.into_any();
    match asked.standing {
        _ if asked.answered => over(words.say("asked-answered"), leave()),
        Standing::Paid => over(words.say("request-paid"), leave()),
        Standing::CalledOff => over(words.say("asked-off"), leave()),
        Standing::Lapsed => over(words.say("request-lapsed"), leave()),
        Standing::Open(_) => view! {
            <div class="stack"><Warning text=words.say("asked-scam")/><Call/></div>
            <form method="post" action="/do/pay/requests/answer" role="none">
                <input type="hidden" name="token" value=token/>
                <div class="actions">
                    <Button label=words.say("asked-pay")/>
                    <LinkButton href="/pay" label=words.say("asked-not") look=Look::Second/>
                </div>
            </form>
        }
        .into_any(),
    }
}

fn over(text: &'static str, then: AnyView) -> AnyView {
    view! { <p>{text}</p><div class="actions">{then}</div> }.into_any()
}
