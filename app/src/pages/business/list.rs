//! Everything somebody acts for, and the payments that wait for another person.

use bank::{
    Error,
    business::{self, Delegate, Held, MadeFor},
    invitations::Standing,
    powers::{self, Power, Stands},
};
use leptos::prelude::*;
use model::{CustomerId, Timestamp};

use super::{BUSINESS, most, of, role};
use crate::{
    components::{Amount, Button, Card, Dialog, Empty, Frame, Link, Look, Notice, PageHeading, Place},
    context,
    pages::{self, accounts::account_name, pay::StartButton},
    words::Words,
};

/// The way there from one's own accounts, for those who act for somebody or are to, or whose payments wait for another.
pub(in crate::pages) async fn card(words: Words, who: CustomerId) -> Result<Option<impl IntoView + use<>>, Error> {
    let bank = context::bank();
    let waits = business::waiting(&bank, who).await?.len();
    let acts =
        waits > 0 || !business::held(&bank, who).await?.is_empty() || !powers::held(&bank, who).await?.is_empty();
    Ok(acts.then(|| {
        let about = words.with("business-about", &[("count", waits.into())]);
        view! {
            <Card title=words.say("business-title")>
                <p>{about}</p>
                <Link href=BUSINESS label=words.say("business-open")/>
            </Card>
        }
    }))
}

/// The page with all of it.
#[component]
pub fn BusinessPage() -> impl IntoView {
    pages::answer(all())
}

async fn all() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let held = business::held(&bank, person.id).await?;
    let waiting = business::waiting(&bank, person.id).await?;
    let powers = powers::held(&bank, person.id).await?;
    let (own, others): (Vec<_>, Vec<_>) = waiting.into_iter().partition(|made| made.payment.customer == person.id);
    let offers = powers.iter().filter_map(|power| offered(words, power)).collect_view();
    let accounts = held.iter().map(|one| match one.standing {
        Standing::Invited(until) => invited(words, &one.delegate, until).into_any(),
        _ => running(words, one).into_any(),
    });
    let accounts = accounts.collect_view();
    let own = (!own.is_empty()).then(|| {
        view! { <Card title=words.say("business-own")>{rows(words, &own)}</Card> }
    });
    let others = if others.is_empty() {
        view! { <Empty text=words.say("business-none")/> }.into_any()
    } else {
        rows(words, &others).into_any()
    };
    let title = words.say("business-title");
    Ok(view! {
        <Frame title=title place=Place::Accounts narrow=true>
            <PageHeading title=title back=("/accounts".to_owned(), words.say("accounts-all").to_owned())/>
            <p>{words.say("business-text")}</p>
            {offers}
            <Card title=words.say("business-others")>{others}</Card>
            {own}
            {accounts}
        </Frame>
    }
    .into_any())
}

fn rows(words: Words, all: &[MadeFor]) -> impl IntoView + use<> {
    let row = |made: &MadeFor| {
        let (payee, amount, href) = (made.payment.payee.clone(), made.payment.amount, of(made.payment.id));
        let about =
            words.with("business-row", &[("business", (&made.business).into()), ("maker", (&made.maker).into())]);
        view! { <li><a href=href><span><b>{payee}</b><small>{about}</small></span><span><Amount of=amount/></span></a></li> }
    };
    let rows = all.iter().map(row).collect_view();
    view! { <ul class="rows">{rows}</ul> }
}

/// What one may do once one has accepted.
fn invited(words: Words, delegate: &Delegate, until: Timestamp) -> impl IntoView + use<> {
    let values = [("name", (&delegate.owner_name).into()), ("business", (&delegate.business).into())];
    let title = words.with("business-offer-title", &values);
    let may = words.with("business-offer", &[("role", role(words, delegate.role).into())]);
    let most = most(words, delegate);
    let until = words.with("looking-offer-until", &[("when", words.moment(until, &context::calendar()).into())]);
    let id = delegate.id.to_string();
    view! {
        <Notice title=title>
            <p>{may}</p>
            <p>{most}</p>
            <p>{words.say("looking-offer-careful")}</p>
            <p class="quiet">{until}</p>
            <div class="actions">
                <form method="post" action="/do/business/accept" role="none">
                    <input type="hidden" name="delegate" value=id.clone()/>
                    <Button label=words.say("looking-accept")/>
                </form>
                <form method="post" action="/do/business/leave" role="none">
                    <input type="hidden" name="delegate" value=id/>
                    <Button label=words.say("looking-decline") look=Look::Second/>
                </form>
            </div>
        </Notice>
    }
}

/// For whom one is to act by power of attorney, and from when one can accept. `None` once one has.
fn offered(words: Words, power: &Power) -> Option<AnyView> {
    let (calendar, now) = (context::calendar(), context::visitor().now());
    let Stands::Agreed(from) = power.stands(&calendar, now) else { return None };
    let title = words.with("power-offer-title", &[("name", (&power.donor_name).into())]);
    let kind = words.with("power-document", &[("kind", words.power_kind(power.kind).into())]);
    let last = power.last.map(|last| {
        let until = words.with("power-until", &[("day", words.day(last).into())]);
        view! { <p>{until}</p> }
    });
    let id = power.id.to_string();
    let accept = (from <= now).then(|| {
        let id = id.clone();
        view! {
            <form method="post" action="/do/power/accept" role="none">
                <input type="hidden" name="power" value=id/>
                <Button label=words.say("looking-accept")/>
            </form>
        }
    });
    let waits = (from > now).then(|| {
        let from = words.with("power-offer-from", &[("when", words.moment(from, &calendar).into())]);
        view! { <p>{from}</p> }
    });
    Some(
        view! {
            <Notice title=title>
                <p>{kind}</p>
                <p>{words.say("power-offer")}</p>
                {last}
                {waits}
                <p>{words.say("looking-offer-careful")}</p>
                <div class="actions">
                    {accept}
                    <form method="post" action="/do/power/end" role="none">
                        <input type="hidden" name="power" value=id/>
                        <Button label=words.say("looking-decline") look=Look::Second/>
                    </form>
                </div>
            </Notice>
        }
        .into_any(),
    )
}

fn running(words: Words, held: &Held) -> impl IntoView + use<> {
    let Held { delegate, account, .. } = held;
    let what = match account {
        Some(account) => {
            let available = words.with("account-can-spend", &[("amount", words.money(account.available()).into())]);
            let pay = delegate.role.prepares().then(|| {
                view! { <div class="actions"><StartButton from=account.id label="account-pay"/></div> }
            });
            view! { <p>{available}</p>{pay} }.into_any()
        }
        None => view! { <Empty text=words.say("business-not-now")/> }.into_any(),
    };
    let (about, leave) = (about(words, held), leave(words, delegate));
    let soon = delegate.approves_from().filter(|_| delegate.power.is_none());
    let soon = soon.filter(|from| *from > context::visitor().now()).map(|from| {
        let from = words.moment(from, &context::calendar());
        view! { <p class="quiet">{words.with("business-soon", &[("when", from.into())])}</p> }
    });
    view! {
        <Card title=delegate.business.clone()>
            {about}
            {soon}
            {what}
            {leave}
        </Card>
    }
}

/// What one may do there. By power of attorney that is the same for every account; which one it is, is not said by its
/// holder's name.
fn about(words: Words, held: &Held) -> AnyView {
    let Held { delegate, account, .. } = held;
    let (may, most) = if delegate.power.is_some() {
        (words.say("power-by"), account.as_ref().map(|account| account_name(words, account)).unwrap_or_default())
    } else {
        (role(words, delegate.role), most(words, delegate))
    };
    let most = (!most.is_empty()).then(|| view! { <p class="quiet">{most}</p> });
    view! { <p>{may}</p>{most} }.into_any()
}

fn leave(words: Words, delegate: &Delegate) -> impl IntoView + use<> {
    let (id, place) = (delegate.id.to_string(), format!("leave-{}", delegate.id));
    let title = words.with("business-leave-title", &[("business", (&delegate.business).into())]);
    let text = words.say(if delegate.power.is_some() { "power-leave-text" } else { "act-end-text-own" });
    view! {
        <div class="actions">
            <Dialog id=place opens=words.say("business-leave") look=Look::Second title=title
                stay=words.say("looking-stop-not")>
                <p>{text}</p>
                <form method="post" action="/do/business/leave" role="none">
                    <input type="hidden" name="delegate" value=id/>
                    <Button label=words.say("business-leave") look=Look::Danger/>
                </form>
            </Dialog>
        </div>
    }
}
