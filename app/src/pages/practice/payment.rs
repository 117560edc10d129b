//! The first payment: what is to be paid, and the way to the play bank, which says the rest page by page.

use bank::practice::{LESSON_AMOUNT, Lesson, Player, shop_number};
use leptos::prelude::*;
use model::Money;

use super::lesson::sheet;
use crate::{
    components::{Card, Fact, Facts, LinkButton, Picture, Sentences},
    practice::{BANK, town},
    words::Words,
};

/// What is to be paid.
pub(super) fn view(words: Words, player: &Player) -> AnyView {
    let town = town(player.language);
    let number = shop_number(player).map(|number| number.to_string()).unwrap_or_default();
    let amount = words.money(Money::new(LESSON_AMOUNT, town.currency));
    let content = view! {
        <p>{words.say("payment-story")}</p>
        <Card title=words.say("payment-bill")>
            <Facts>
                <Fact term=words.say("fact-to")>{town.shop}</Fact>
                <Fact term=words.say("payment-number")>{number}</Fact>
                <Fact term=words.say("fact-amount")>{amount}</Fact>
            </Facts>
        </Card>
        <p>{words.say("payment-how")}</p>
        <div class="actions">
            <LinkButton href=BANK label=words.say("payment-go") picture=Picture::Pay/>
        </div>
    };
    sheet(words, Lesson::Payment, 0, &Sentences::default(), content.into_any())
}
