//! Home: what is there, what is coming, what was last.

mod large;
mod parts;
mod standard;

use std::sync::Arc;

use bank::{
    Error,
    accounts::Home,
    payments::{Draft, KnownPayee, Payment},
};
use experiments::layout::{Arrangement, HomeKind};
use leptos::prelude::*;

use crate::{
    context,
    layouts::{self, Other, Placed},
    pages::{self, pay, recover, you},
};

/// What the home page shows, in either size.
struct Shown {
    greeting: String,
    /// That a way back in is under way, where one is.
    recovery: Option<AnyView>,
    /// What they were told and have not seen, where there is any.
    news: Option<AnyView>,
    home: Home,
    drafts: Vec<Draft>,
    /// Payments that wait.
    waiting: Vec<Payment>,
    /// In which order everything else comes.
    layout: Arc<Arrangement<HomeKind>>,
    /// The way to the other arrangement.
    other: Option<Other>,
}

/// The first page after signing in.
#[component]
pub fn HomePage() -> impl IntoView {
    pages::answer(home())
}

async fn home() -> Result<AnyView, Error> {
    let (bank, person) = (context::bank(), context::person()?);
    let home = bank::accounts::home(&bank, person.id).await?;
    let drafts = bank::payments::unfinished(&bank, person.id).await?;
    let waiting = pay::waiting(&bank, person.id, &home.accounts).await?;
    let hour = bank.calendar.local(bank.clock.now()).hour();
    let Placed { layout, other } = layouts::arrangement(&person).await;
    let greeting = context::words().with(greeting_key(hour), &[("name", person.greeting.into())]);
    let (recovery, news) = (recover::under_way().await?, you::news(person.id).await?);
    let shown = Shown { greeting, recovery, news, home, drafts, waiting, layout, other };
    if !context::preferences().text.is_large() {
        return Ok(standard::view(shown));
    }
    let known: Vec<KnownPayee> = bank::payments::known_payees(&bank, person.id, large::KNOWN).await?;
    Ok(large::view(shown, known))
}

/// The greeting that fits the hour on the bank's clock.
const fn greeting_key(hour: i8) -> &'static str {
    match hour {
        5..=11 => "greeting-morning",
        12..=17 => "greeting-afternoon",
        _ => "greeting-evening",
    }
}

#[cfg(test)]
mod tests {
    use super::greeting_key;

    #[test]
    fn nobody_is_wished_a_good_morning_in_the_evening() {
        let said = [
            (0, "greeting-evening"),
            (5, "greeting-morning"),
            (11, "greeting-morning"),
            (12, "greeting-afternoon"),
            (18, "greeting-evening"),
        ];
        for (hour, key) in said {
            assert_eq!(greeting_key(hour), key, "{hour}");
        }
    }
}
