//! The home page in the standard size: everything at a glance.

use bank::payments;
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
    let (short, coming) = (parts::short(words, &shown.home), parts::coming(words, &shown.home));
    let latest = parts::latest(words, &shown.home, shown.home.latest.len());
    let between = payments::can_move(&shown.home.accounts).then(|| {
        view! { <StartButton kind=PayeeKind::Own label="pay-between" look=Look::Second picture=Picture::Move/> }
    });
    let unfinished = view! { <Unfinished drafts=shown.drafts accounts=shown.home.accounts.clone()/> };
    view! {
        <Frame title=words.say("home-title") place=Place::Accounts>
            {shown.recovery}
            <PageHeading title=shown.greeting><p class="quiet"><Day of=shown.home.today/></p></PageHeading>
            {short}
            <div class="two">
                <div class="stack roomy">
                    <Card title=words.say("accounts-yours")>
                        <AccountRows accounts=shown.home.accounts/>
                        <div class="actions">
                            <StartButton kind=PayeeKind::Other label="pay-someone" picture=Picture::Pay/>
                            {between}
                        </div>
                    </Card>
                    <WaitingPayments payments=shown.waiting/>
                    {unfinished}
                    {latest}
                </div>
                {coming}
            </div>
        </Frame>
    }
    .into_any()
}
