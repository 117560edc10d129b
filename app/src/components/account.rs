//! Accounts, one under the other: what each is called, what is on it, and the way to its page.

use leptos::prelude::*;
use model::{Currency, Money};

use super::{Example, Part, Tag, Tone, aloud};
use crate::{context, words::Words};

/// One account, in words.
#[derive(Debug, Clone)]
pub struct AccountLine {
    /// Where its page is.
    pub href: String,
    /// What it is called.
    pub name: String,
    /// Its number, and what it earns.
    pub about: String,
    /// What is on it.
    pub balance: Money,
    /// What can be spent, in a sentence.
    pub available: String,
    /// Whether it cannot pay at the moment.
    pub frozen: bool,
}

/// Accounts, each a way to its own page.
#[component]
pub fn AccountCards(
    /// The accounts.
    accounts: Vec<AccountLine>,
) -> impl IntoView {
    let words = context::words();
    let row = |account: AccountLine| {
        let AccountLine { href, name, about, balance, available, frozen } = account;
        let state = frozen.then(|| view! { <Tag label=words.say("account-frozen") tone=Tone::Caution/> });
        view! {
            <li>
                <a href=href>
                    <span><b>{name}</b><small>{about}</small>{state}</span>
                    <span><b class="balance">{aloud::said(words, move |words| words.money(balance))}</b><small>{available}</small></span>
                </a>
            </li>
        }
    };
    view! { <ul class="rows accounts">{accounts.into_iter().map(row).collect_view()}</ul> }
}

/// As the gallery shows it.
pub(super) const PART: Part = Part {
    name: "part-account-card",
    about: "part-account-card-about",
    examples: &[
        Example::new("example-plain", plain),
        Example::new("example-many", many),
        Example::new("example-frozen", frozen),
    ],
};

fn line(words: Words, name: String, number: &str, balance: Money) -> AccountLine {
    AccountLine {
        href: "#main".to_owned(),
        name,
        about: number.to_owned(),
        balance,
        available: words.with("account-available", &[("amount", words.money(balance).into())]),
        frozen: false,
    }
}

fn current(words: Words) -> AccountLine {
    let name = words.say("account-kind-current").to_owned();
    line(words, name, "1104 2283", Money::new(241_806, Currency::Gbp))
}

fn plain(words: Words) -> AnyView {
    view! { <AccountCards accounts=vec![current(words)]/> }.into_any()
}

fn many(words: Words) -> AnyView {
    let savings =
        line(words, words.say("account-kind-savings").to_owned(), "1104 2291", Money::new(1_250_000, Currency::Gbp));
    let business =
        line(words, "Hart & Daughter Bakery".to_owned(), "2207 4418", Money::new(-98_765_432, Currency::Eur));
    view! { <AccountCards accounts=vec![current(words), savings, business]/> }.into_any()
}

fn frozen(words: Words) -> AnyView {
    view! { <AccountCards accounts=vec![AccountLine { frozen: true, ..current(words) }]/> }.into_any()
}
