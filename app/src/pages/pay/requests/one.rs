//! One request: its link, its picture, and who has paid.

use bank::{
    Error,
    requests::{self, Paid, PaymentRequest, Standing},
};
use leptos::prelude::*;
use model::RequestId;

use super::{REQUESTS, asked_at, list::name, told};
use crate::{
    components::{Amount, Button, Card, Dialog, Fact, Facts, Frame, Look, Notice, PageHeading, Place},
    context,
    pages::{self, accounts::account_name},
    qr,
    words::Words,
};

/// The page of one request.
#[component]
pub fn RequestPage() -> impl IntoView {
    pages::answer(one())
}

async fn one() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let id: RequestId = context::part("id")?;
    let request = requests::one(&bank, person.id, id).await?;
    let account = bank.accounts.account(person.id, request.account).await?;
    let into = account.map(|account| account_name(words, &account));
    let now = bank.clock.now();
    let is_open = matches!(request.standing(now), Standing::Open(_));
    let (title, told) = (name(words, &request), told(words, &request, now));
    let way = is_open.then(|| way(words, &request));
    let stop = is_open.then(|| stop(words, &request));
    let paid = paid(words, &request.paid);
    let each = request.each;
    let each_label = words.say(if request.times > 1 { "request-each" } else { "request-amount" });
    Ok(view! {
        <Frame title=title.clone() place=Place::Pay narrow=true>
            <PageHeading title=title back=(REQUESTS.to_owned(), words.say("request-back").to_owned())/>
            {way}
            <section class="card">
                <Facts>
                    <Fact term=each_label><Amount of=each large=true/></Fact>
                    <Fact term=words.say("ask-to")>{into}</Fact>
                    <Fact term=words.say("request-stands")>{told}</Fact>
                </Facts>
                {stop}
            </section>
            {paid}
        </Frame>
    }
    .into_any())
}

/// How whoever is asked gets there.
fn way(words: Words, request: &PaymentRequest) -> impl IntoView + use<> {
    let link = format!("{}{}", context::auth().origin(), asked_at(&request.token));
    let picture = qr::figure(&link, words.say("request-picture"));
    view! {
        <Notice title=words.say("request-way-title")>
            <p>{words.say("request-way")}</p>
            <p><code class="code-text" translate="no">{link}</code></p>
            {picture}
            <p>{words.say("request-way-who")}</p>
        </Notice>
    }
}

fn stop(words: Words, request: &PaymentRequest) -> impl IntoView + use<> {
    let id = request.id.to_string();
    view! {
        <div class="actions">
            <Dialog id="stop" opens=words.say("request-stop") title=words.say("request-stop-title")
                stay=words.say("schedule-stop-not")>
                <p>{words.say("request-stop-text")}</p>
                <form method="post" action="/do/pay/requests/call-off" role="none">
                    <input type="hidden" name="request" value=id/>
                    <Button label=words.say("request-stop") look=Look::Danger/>
                </form>
            </Dialog>
        </div>
    }
}

fn paid(words: Words, paid: &[Paid]) -> Option<impl IntoView + use<>> {
    if paid.is_empty() {
        return None;
    }
    let row = |paid: &Paid| {
        let (name, when) = (paid.name.clone(), words.moment(paid.at, &context::calendar()));
        view! { <li><div><span><b>{name}</b><small>{when}</small></span></div></li> }
    };
    let rows = paid.iter().map(row).collect_view();
    Some(view! { <Card title=words.say("request-paid-title")><ul class="rows">{rows}</ul></Card> })
}
