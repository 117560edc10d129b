//! The home page in the standard size: everything at a glance.

use bank::payments;
use experiments::layout::{HomeKind, Lines, Section};
use leptos::prelude::*;
use model::forms::PayeeKind;

use super::{Shown, parts};
use crate::{
    components::{Card, Day, Frame, Look, PageHeading, Picture, Place},
    context, layouts,
    pages::{
        accounts::AccountRows,
        pay::{StartButton, Unfinished, WaitingPayments},
    },
};

/// The page.
pub(super) fn view(shown: Shown) -> AnyView {
    let words = context::words();
    let Shown { greeting, recovery, news, home, drafts, waiting, layout, other } = shown;
    let short = parts::short(words, &home);
    let between = payments::can_move(&home.accounts).then(|| {
        view! { <StartButton kind=PayeeKind::Own label="pay-between" look=Look::Second picture=Picture::Move/> }
    });
    let part = |section: Section<HomeKind>| match section.kind {
        HomeKind::Unfinished => view! { <Unfinished drafts=drafts.clone() accounts=home.accounts.clone()/> }.into_any(),
        HomeKind::Latest => {
            parts::latest(words, &home, section.lines.map_or(home.latest.len(), Lines::count)).into_any()
        }
        HomeKind::Coming => parts::coming(words, &home),
    };
    let main = layouts::arranged(&layout.standard.main, part);
    let side = &layout.standard.side;
    let columns = if side.is_empty() { "stack" } else { "two" };
    let beside = layouts::column(side, part);
    view! {
        <Frame title=words.say("home-title") place=Place::Accounts>
            {recovery}
            {news}
            <PageHeading title=greeting><p class="quiet"><Day of=home.today/></p></PageHeading>
            {short}
            <div class=columns>
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
            {layouts::other(words, other)}
        </Frame>
    }
    .into_any()
}
