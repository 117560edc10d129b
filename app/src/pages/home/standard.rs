//! The home page in the standard size: everything at a glance.

use bank::payments;
use leptos::prelude::*;
use model::forms::PayeeKind;

use super::{Shown, parts};
use crate::{
    components::{Card, Frame, Look, Picture, Place},
    context,
    pages::{
        accounts::AccountRows,
        pay::{StartButton, Unfinished},
    },
};

/// The page.
pub(super) fn view(shown: Shown) -> AnyView {
    let words = context::words();
    let coming = parts::coming(words, &shown.home);
    let latest = parts::latest(words, &shown.home, shown.home.latest.len());
    let between = payments::can_move(&shown.home.accounts).then(|| {
        view! { <StartButton kind=PayeeKind::Own label="pay-between" look=Look::Second picture=Picture::Move/> }
    });
    let unfinished = view! { <Unfinished drafts=shown.drafts accounts=shown.home.accounts.clone()/> };
    view! {
        <Frame title=words.say("home-title") place=Place::Accounts>
            <div class="stack close">
                <h1>{shown.greeting}</h1>
                <p class="quiet date">{words.day(shown.home.today)}</p>
            </div>
            <div class="two">
                <div class="stack roomy">
                    <Card title=words.say("accounts-yours")>
                        <AccountRows accounts=shown.home.accounts/>
                        <div class="actions">
                            <StartButton kind=PayeeKind::Other label="pay-someone" picture=Picture::Pay/>
                            {between}
                        </div>
                    </Card>
                    {unfinished}
                    {latest}
                </div>
                {coming}
            </div>
        </Frame>
    }
    .into_any()
}
