//! Check before you pay.

use bank::{
    Error,
    payments::{Draft, NameCheck, Order, Review},
    waits::Ruling,
};
use leptos::prelude::*;
use model::{Timestamp, forms::ApproveForm};

use super::{
    abroad, elsewhere, purpose,
    steps::{self, STEPS, Step},
    waiting, when,
};
use crate::{
    components::{
        Amount, Button, Call, Fact, Facts, Frame, LinkButton, Look, Notice, PageHeading, Place, Tone, Warning, aloud,
    },
    context, outcome,
    pages::{self, accounts::account_name},
    words::Words,
};

/// The third step.
#[component]
pub fn ReviewPage() -> impl IntoView {
    pages::answer(review())
}

async fn review() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let Some((draft, _)) = steps::open(&bank, person.id).await? else { return Ok(().into_any()) };
    let review = match bank::payments::review(&bank, person.id, draft.id).await {
        Ok(review) => review,
        Err(error) => return steps::put_right(&draft, error, &ApproveForm::default()).map(|()| ().into_any()),
    };
    let own = review.order.own;
    let held = review.held_until.map(|until| held(words, until));
    let scam = review.order.is_scam();
    let wait = review.order.wait.filter(|_| !scam && review.held_until.is_none()).map(|ruling| {
        view! { <Notice title=words.say("review-waits-title")><p>{words.say(waiting::why(ruling.reason))}</p></Notice> }
    });
    // That everything is frozen is said above every page.
    let now = !scam && review.held_until.is_none() && !person.is_frozen(context::visitor().now());
    let second = review.order.second.as_ref().filter(|_| now).map(|second| {
        let asked = words.with("review-second", &[("count", second.asked.into())]);
        view! { <Notice title=words.say("review-second-title")><p>{asked}</p></Notice> }
    });
    let go_on = go_on(words, &draft, &review, now);
    let title = words.say(if own { "review-title-own" } else { "review-title" });
    let before = if review.order.purpose.is_some() { Step::Purpose } else { Step::Payee };
    // Whoever has said what for is warned of what goes with that instead.
    let beware = review.order.purpose.map(|purpose| purpose::beware(words, purpose));
    let warning = (!own && beware.is_none())
        .then(|| view! { <div class="stack"><Warning text=words.say("review-scam")/><Call/></div> });
    let stop = (!own).then(|| {
        let look = if scam { Look::Main } else { Look::Second };
        view! {
            <form method="post" action="/do/pay/delete" role="none">
                <input type="hidden" name="draft" value=draft.id.to_string()/>
                <Button label=words.say("review-stop") look=look/>
            </form>
        }
    });
    // Who checks again is asked anew afterwards: what was wrong with the last answer no longer matters.
    outcome::forget(&Step::Approve.of(draft.id));
    Ok(view! {
        <Frame title=title place=Place::Pay narrow=true>
            <PageHeading title=title back=steps::back(words, before.of(draft.id)) step=(3, STEPS)/>
            {held}
            {second}
            {wait}
            {beware}
            {caution(words, &draft, &review)}
            {abroad::beforehand(words, &review.order)}
            <section class="card">
                {facts(words, &review, now)}
                {aloud::section()}
                {warning}
                <div class="actions">
                    {go_on}
                    {stop}
                </div>
            </section>
        </Frame>
    }
    .into_any())
}

/// Somebody new is not paid just now, and until when.
fn held(words: Words, until: Timestamp) -> impl IntoView + use<> {
    let when = words.moment(until, &context::calendar());
    let text = words.with("review-held", &[("when", when.into())]);
    view! {
        <Notice title=words.say("review-held-title") tone=Tone::Caution>
            <p>{text}</p>
            <p>{words.say("review-held-why")}</p>
        </Notice>
    }
}

/// A name that is nearly right is shown beside the real one, and the payer decides.
pub(super) fn caution(words: Words, draft: &Draft, review: &Review) -> Option<impl IntoView + use<>> {
    let typed = &draft.payee.name;
    let (title, text, advice) = match &review.name {
        NameCheck::Match => return None,
        NameCheck::Close(holder) => {
            let close = words.with("review-close", &[("typed", typed.into()), ("holder", holder.into())]);
            ("review-close-title", close, "review-close-advice")
        }
        NameCheck::Differs => {
            let differs = words.with("review-differs", &[("typed", typed.into())]);
            ("review-differs-title", differs, "review-differs-advice")
        }
        NameCheck::Unavailable => {
            ("review-unchecked-title", words.say("review-unchecked").to_owned(), "review-unchecked-advice")
        }
    };
    Some(view! {
        <Notice title=words.say(title) tone=Tone::Caution>
            <p>{text}</p>
            <p>{words.say(advice)}</p>
        </Notice>
    })
}

/// What can be done next: on to the approval, something to put right first, or nothing.
fn go_on(words: Words, draft: &Draft, review: &Review, now: bool) -> AnyView {
    if review.order.is_scam() {
        return ().into_any();
    }
    if now {
        let (approve, change) = (Step::Approve.of(draft.id), Step::Payee.of(draft.id));
        // Who was told that it is another name is first offered to put it right.
        if review.name == NameCheck::Differs {
            view! {
                <LinkButton href=change label=words.say("review-change-payee")/>
                <LinkButton href=approve label=words.say("review-go-on-all-the-same") look=Look::Second/>
            }
            .into_any()
        } else {
            view! { <LinkButton href=approve label=words.say("review-go-on")/> }.into_any()
        }
    } else {
        view! { <LinkButton href="/pay" label=words.say("review-keep")/> }.into_any()
    }
}

/// What will happen; `now`, where it can.
fn facts(words: Words, review: &Review, now: bool) -> impl IntoView + use<> {
    let order = &review.order;
    let (amount, payee) = (Step::Amount.of(order.id), Step::Payee.of(order.id));
    let left = aloud::said(words, |words| {
        let (now, after) = (words.money(order.from.available()), words.money(review.available_after));
        if order.timing.is_some() {
            return words.with("account-available", &[("amount", now.into())]);
        }
        words.with("review-left", &[("now", now.into()), ("after", after.into())])
    });
    let reference = (!order.own).then(|| {
        let text = if order.reference.is_empty() {
            words.say("review-no-reference").to_owned()
        } else {
            order.reference.clone()
        };
        view! { <Fact term=words.say("fact-reference") change=payee.clone()>{text}</Fact> }
    });
    let purpose = order.purpose.map(|purpose| {
        let change = Step::Purpose.of(order.id);
        view! { <Fact term=words.say("fact-purpose") change=change>{words.say(purpose::name(purpose))}</Fact> }
    });
    let (paid, from) = (order.amount, account_name(words, &order.from));
    let to = payee_name(words, order);
    let number = aloud::said(words, |words| words.digits(order.payee_number));
    let terms = Terms::of(order.own);
    let (when, then) = match (now, order.is_scam(), &order.timing, order.wait) {
        (true, _, Some(timing), _) => (when::days(words, timing), "review-planned"),
        (true, ..) if order.second.is_some() => (words.say("review-second-when").to_owned(), "review-second-then"),
        (true, _, None, Some(ruling)) => (later(words, ruling), "review-waits"),
        (true, _, None, None) => match elsewhere::route_of(order) {
            Some(route) => elsewhere::arrives(words, route),
            None => (words.say("review-now").to_owned(), terms.arrives),
        },
        (false, true, ..) => (words.say("review-never").to_owned(), "review-nothing-moved"),
        (false, false, ..) => (words.say("review-not-now").to_owned(), "review-kept"),
    };
    // Play money is paid at once.
    let change_when = (!context::is_play_bank()).then(|| Step::When.of(order.id));
    let exchanged = abroad::of_order(words, order);
    view! {
        <Facts>
            <Fact term=words.say(terms.amount) change=amount.clone()><Amount of=paid large=true/></Fact>
            {exchanged}
            <Fact term=words.say(terms.to) change=payee>{to}<br/><span class="quiet">{number}</span></Fact>
            <Fact term=words.say(terms.from) change=amount>{from}<br/><span class="quiet">{left}</span></Fact>
            <Fact term=words.say("fact-when") change=change_when>{when}<br/><span class="quiet">{words.say(then)}</span></Fact>
            {reference}
            {purpose}
        </Facts>
    }
}

/// When a payment leaves that is approved now and waits.
pub(super) fn later(words: Words, ruling: Ruling) -> String {
    let until = words.moment(ruling.until(context::visitor().now()), &context::calendar());
    words.with("review-later", &[("when", until.into())])
}

/// What the facts of a payment are called: money that stays with the same person is not paid to anybody.
pub(super) struct Terms {
    /// How much is paid.
    pub(super) amount: &'static str,
    /// How much was paid.
    pub(super) paid: &'static str,
    /// To whom.
    pub(super) to: &'static str,
    /// From where.
    pub(super) from: &'static str,
    /// Who paid.
    pub(super) payer: &'static str,
    /// When it arrives, and whether it can come back.
    pub(super) arrives: &'static str,
}

impl Terms {
    /// The terms of a payment, or of a move between own accounts.
    pub(super) const fn of(own: bool) -> Self {
        if own {
            Self {
                amount: "fact-amount-own",
                paid: "fact-paid-own",
                to: "fact-to-own",
                from: "fact-from-own",
                payer: "fact-from-own",
                arrives: "review-final-own",
            }
        } else {
            Self {
                amount: "fact-amount",
                paid: "fact-paid",
                to: "fact-to",
                from: "fact-from",
                payer: "fact-payer",
                arrives: "review-final",
            }
        }
    }
}

/// The name of the payee. An own account that has no name is called by what it is in words.
pub(super) fn payee_name(words: Words, order: &Order) -> String {
    if order.payee.is_empty() { words.say("own-account").to_owned() } else { order.payee.clone() }
}
