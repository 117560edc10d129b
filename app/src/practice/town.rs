//! What the town of a player says, in a language.

use bank::practice::TownWords;
use model::{Currency, Language};

use crate::words::Words;

/// The words of a town in `language`.
#[must_use]
pub fn town(language: Language) -> TownWords {
    let words = Words::of(language);
    let said = |key| words.say(key).to_owned();
    TownWords {
        you: said("town-you"),
        currency: said("town-currency").parse().unwrap_or(Currency::Gbp),
        everyday: said("town-everyday"),
        savings: said("town-savings"),
        shop: said("town-shop"),
        friend: said("town-friend"),
        pension: said("town-pension"),
        spent: [said("town-grocer"), said("town-water"), said("town-chemist")],
        fresh: said("town-fresh"),
        devices: [said("town-device-own"), said("town-device-stranger")],
    }
}

/// The shop that the lesson pays, as it is called in a town of `language`.
#[must_use]
pub fn shop(language: Language) -> &'static str {
    Words::of(language).say("town-shop")
}
