//! The home page in the standard size: everything at a glance.

use bank::payments;
use experiments::layout::{Kind, Lines, Section};
use leptos::prelude::*;
use model::forms::PayeeKind;

use super::{Shown, parts};
use crate::{
    components::{Card, Day, Frame, Look, PageHeading, Picture, Place},
    context,
    pages::{
        accounts::AccountRows,
        pay::{StartButton, Unfinished, WaitingPayments},
    },
};

/// The page.
pub(super) fn view(shown: Shown) -> AnyView {
    let words = context::words();
    let Shown { greeting, recovery, news, home, drafts, waiting, layout } = shown;
    let short = parts::short(words, &home);
    let between = payments::can_move(&home.accounts).then(|| {
        view! { <StartButton kind=PayeeKind::Own label="pay-between" look=Look::Second picture=Picture::Move/> }
    });
    let part = |section: Section| match section.kind {
        Kind::Unfinished => view! { <Unfinished drafts=drafts.clone() accounts=home.accounts.clone()/> }.into_any(),
        Kind::Latest => parts::latest(words, &home, section.lines.map_or(home.latest.len(), Lines::count)).into_any(),
        Kind::Coming => parts::coming(words, &home),
    };
    let main = parts::arranged(&layout.standard.main, part);
    let side = &layout.standard.side;
    let beside = match side.len() {
        0 | 1 => parts::arranged(side, part),
        _ => view! { <div class="stack roomy">{parts::arranged(side, part)}</div> }.into_any(),
    };
    view! {
        <Frame title=words.say("home-title") place=Place::Accounts>
            {recovery}
            {news}
            <PageHeading title=greeting><p class="quiet"><Day of=home.today/></p></PageHeading>
            {short}
            <div class=if side.is_empty() { "stack" } else { "two" }>
                <div class="stack roomy">
                    <Card title=words.say("accounts-yours")>
                        <AccountRows accounts=home.accounts.clone()/>
                        <div class="actions">
                            <StartButton kind=PayeeKind::Other label="pay-someone" picture=Picture::Pay/>
                            {between}
                        </div>
                    </Card>
                    <WaitingPayments payments=waiting/>
                    {main}
                </div>
                {beside}
            </div>
        </Frame>
    }
    .into_any()
}
