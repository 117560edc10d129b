//! Where a payment begins, or goes on.

use bank::{
    Error,
    accounts::Account,
    payments::{self, Draft},
    rails,
};
use experiments::layout::{Large, Lines, PayStartKind, Section, Standard};
use leptos::prelude::*;
use model::{AccountId, amount, forms::PayeeKind};

use super::{KnownPayees, WaitingPayments, elsewhere, requests::REQUESTS, scheduled::SCHEDULED, steps::Step, waiting};
use crate::{
    components::{Button, Card, Dialog, Frame, Link, LinkButton, Look, PageHeading, Picture, Place},
    context,
    layouts::{self, Placed},
    pages,
    words::Words,
};

/// How many of the people who were paid before are shown.
const KNOWN: u32 = 6;

/// Whom to pay, and what was begun before.
#[component]
pub fn PayPage() -> impl IntoView {
    pages::answer(pay())
}

async fn pay() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let drafts = payments::unfinished(&bank, person.id).await?;
    let accounts = bank::accounts::list(&bank, person.id).await?;
    let known = payments::known_payees(&bank, person.id, KNOWN).await?;
    let waiting = waiting(&bank, person.id, &accounts).await?;
    let on_their_way = rails::on_their_way(&bank, person.id).await?;
    let between = payments::can_move(&accounts).then(|| {
        view! { <StartButton kind=PayeeKind::Own label="pay-between" picture=Picture::Move look=Look::Second/> }
    });
    let to_others = rails::is_open(&bank).then(|| {
        view! { <StartButton kind=PayeeKind::Elsewhere label="pay-elsewhere" picture=Picture::Pay look=Look::Second/> }
    });
    let Placed { layout, other } = layouts::arrangement::<PayStartKind>(&person).await;
    let part = |section: Section<PayStartKind>| match section.kind {
        PayStartKind::Known => {
            let most = section.lines.map_or(known.len(), Lines::count);
            view! { <KnownPayees people=known.iter().take(most).cloned().collect()/> }.into_any()
        }
        PayStartKind::Unfinished => view! { <Unfinished drafts=drafts.clone() accounts=accounts.clone()/> }.into_any(),
        PayStartKind::Planned => planned(words),
    };
    let (narrow, below) = if context::preferences().text.is_large() {
        (true, in_large(words, &layout.large, part))
    } else {
        in_standard(&layout.standard, part)
    };
    Ok(view! {
        <Frame title=words.say("pay-title") place=Place::Pay narrow=narrow>
            <PageHeading title=words.say("pay-title")/>
            <div class="big">
                <StartButton kind=PayeeKind::Other label="pay-someone" picture=Picture::Pay/>
                {to_others}
                {between}
            </div>
            <WaitingPayments payments=waiting/>
            {elsewhere::list(words, on_their_way)}
            {below}
            {layouts::other(words, other)}
        </Frame>
    }
    .into_any())
}

/// What comes below the buttons, and whether it is one column.
fn in_standard(
    Standard { main, side, .. }: &Standard<PayStartKind>,
    part: impl Fn(Section<PayStartKind>) -> AnyView + Copy,
) -> (bool, AnyView) {
    if side.is_empty() {
        return (true, layouts::arranged(main, part));
    }
    let columns = view! { {layouts::column(main, part)}{layouts::column(side, part)} };
    (false, view! { <div class="two">{columns}</div> }.into_any())
}

fn in_large(
    words: Words,
    Large { open, folded, .. }: &Large<PayStartKind>,
    part: impl Fn(Section<PayStartKind>) -> AnyView + Copy,
) -> AnyView {
    let more = layouts::folded(words, folded, part);
    view! { {layouts::arranged(open, part)}{more} }.into_any()
}

/// The ways to what is for another day. Play money is paid at once.
fn planned(words: Words) -> AnyView {
    if context::is_play_bank() {
        return ().into_any();
    }
    view! {
        <Link href=SCHEDULED label=words.say("scheduled-open") picture=Picture::Calendar/>
        <Link href=REQUESTS label=words.say("requests-open") picture=Picture::Talk/>
    }
    .into_any()
}

/// Begins a payment.
#[component]
pub fn StartButton(
    /// The key of the words on the button.
    label: &'static str,
    /// To whom, where that is known.
    #[prop(optional, into)]
    kind: Option<PayeeKind>,
    /// From which account, where that is known.
    #[prop(optional, into)]
    from: Option<AccountId>,
    /// How much it asks for attention.
    #[prop(optional)]
    look: Look,
    /// A picture before the words.
    #[prop(optional, into)]
    picture: Option<Picture>,
    /// Whether it is for another day.
    #[prop(optional)]
    later: bool,
) -> impl IntoView {
    let later = later.then(|| view! { <input type="hidden" name="later" value="1"/> });
    let kind = kind.map(|kind| view! { <input type="hidden" name="kind" value=kind.code()/> });
    let from = from.map(|id| view! { <input type="hidden" name="from" value=id.to_string()/> });
    view! {
        <form method="post" action="/do/pay/start" role="none">
            {kind}
            {from}
            {later}
            <Button label=context::words().say(label) look=look picture=picture/>
        </form>
    }
}

/// The payments that were begun and not paid, each to go on with or to forget. Nothing where there are none.
#[component]
pub fn Unfinished(
    /// The payments, changed last first.
    drafts: Vec<Draft>,
    /// The accounts of the person.
    accounts: Vec<Account>,
) -> impl IntoView {
    if drafts.is_empty() {
        return ().into_any();
    }
    let words = context::words();
    let lines = drafts.into_iter().map(move |draft| {
        let id = draft.id;
        let told = told(words, &draft, &accounts);
        view! {
            <li class="draft">
                <p>{told.clone()}</p>
                <div class="actions">
                    <LinkButton href=Step::Review.of(id) label=words.say("draft-go-on") look=Look::Second of=told/>
                    <Dialog id=format!("forget-{id}") opens=words.say("draft-forget")
                        title=words.say("draft-forget-title") stay=words.say("draft-keep")>
                        <p>{words.say("draft-forget-text")}</p>
                        <form method="post" action="/do/pay/delete" role="none">
                            <input type="hidden" name="draft" value=id.to_string()/>
                            <Button label=words.say("draft-forget") look=Look::Danger/>
                        </form>
                    </Dialog>
                </div>
            </li>
        }
    });
    view! { <Card title=words.say("draft-title")><ul>{lines.collect_view()}</ul></Card> }.into_any()
}

/// What was typed so far, in a sentence.
fn told(words: Words, draft: &Draft, accounts: &[Account]) -> String {
    let from = accounts.iter().find(|account| account.id.to_string() == draft.amount.from);
    let typed = from.and_then(|from| amount::parse_payment(&draft.amount.amount, from.currency()).ok());
    let Some(amount) = typed.map(|amount| words.money(amount)) else {
        return words.say("draft-unclear").to_owned();
    };
    let name = draft.payee.name.trim();
    if matches!(draft.kind(), Some(PayeeKind::Other | PayeeKind::Elsewhere | PayeeKind::Abroad)) && !name.is_empty() {
        words.with("draft-to", &[("amount", amount.into()), ("name", name.into())])
    } else {
        words.with("draft-amount", &[("amount", amount.into())])
    }
}
