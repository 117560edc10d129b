//! What both sizes of the home page show.

use bank::{
    accounts::{Account, Coming, Home, Shortfall},
    payments,
};
use leptos::prelude::*;
use model::forms::PayeeKind;

use crate::{
    components::{Card, Empty, LineWords, Look, Moved, Notice, Picture, Tone, aloud},
    context,
    pages::{
        accounts::{account_name, account_names},
        pay::StartButton,
    },
    words::Words,
};

/// A warning in time, where an account will not have what is coming on it. Whoever has more elsewhere can move it.
pub(super) fn short(words: Words, home: &Home) -> AnyView {
    let found = home.accounts.iter().filter_map(|account| Some((account, home.shortfall(account)?)));
    let lines: Vec<AnyView> = found.map(|(account, found)| short_line(words, account, found)).collect();
    if lines.is_empty() {
        return ().into_any();
    }
    let act = if payments::can_move(&home.accounts) {
        view! { <StartButton kind=PayeeKind::Own label="pay-between" look=Look::Second picture=Picture::Move/> }
            .into_any()
    } else {
        view! { <p>{words.say("short-call")}</p> }.into_any()
    };
    view! { <Notice title=words.say("short-title") tone=Tone::Caution>{lines}{act}</Notice> }.into_any()
}

fn short_line(words: Words, account: &Account, Shortfall { day, missing }: Shortfall) -> AnyView {
    let name = account_name(words, account);
    let text = aloud::said(words, |words| {
        let (day, amount) = (words.day(day), words.money(missing));
        words.with("short-text", &[("account", (&name).into()), ("day", day.into()), ("amount", amount.into())])
    });
    view! { <p>{text}</p> }.into_any()
}

/// What is expected in the next days, and what will be left after it.
pub(super) fn coming(words: Words, home: &Home) -> AnyView {
    let title = words.say("coming-title");
    if home.coming.is_empty() {
        return view! { <Card title=title><Empty text=words.say("coming-none")/></Card> }.into_any();
    }
    let several = home.accounts.len() > 1;
    let lines = home.coming.iter().map(|one| line(words, home, one, several)).collect_view();
    let touched = home.accounts.iter().filter(|account| home.coming.iter().any(|one| one.account == account.id));
    // Where it is not enough, that is said above.
    let enough = touched.filter(|account| home.after_coming(account).minor >= 0);
    let left = enough.map(|account| {
        let (after, name) = (home.after_coming(account), account_name(words, account));
        let text = aloud::said(words, |words| {
            words.with("coming-after", &[("account", (&name).into()), ("amount", words.money(after).into())])
        });
        view! { <p class="small">{text}</p> }
    });
    let left = left.collect_view();
    view! {
        <Card title=title>
            <ul class="rows">{lines}</ul>
            <div>{left}</div>
        </Card>
    }
    .into_any()
}

fn line(words: Words, home: &Home, one: &Coming, several: bool) -> impl IntoView + use<> {
    let account = home.accounts.iter().find(|account| several && account.id == one.account);
    let name = account.map(|account| account_name(words, account));
    let about = aloud::said(words, |words| match &name {
        Some(name) => format!("{} · {name}", words.day_short(one.day)),
        None => words.day_short(one.day),
    });
    let amount = one.amount;
    // An own account need not have a name.
    let party = if one.party.is_empty() { words.say("own-account").to_owned() } else { one.party.clone() };
    view! {
        <li>
            <div>
                <span><b>{party}</b><small>{about}</small></span>
                <span><Moved amount=amount said=("coming-in", "coming-out")/></span>
            </div>
        </li>
    }
}

/// The last lines over all accounts.
pub(super) fn latest(words: Words, home: &Home, most: usize) -> impl IntoView + use<> {
    let calendar = context::calendar();
    let lines = &home.latest[..home.latest.len().min(most)];
    let names = account_names(words, &home.accounts);
    let line_words = LineWords {
        words,
        calendar: &calendar,
        today: home.today,
        one_account: false,
        names: &names,
        back: "",
        aloud: aloud::is_wanted(),
    };
    let html = line_words.by_day(lines);
    let nothing = lines.is_empty().then(|| view! { <Empty text=words.say("history-none")/> });
    view! {
        <section>
            <h2>{words.say("latest-title")}</h2>
            {nothing}
            <div inner_html=html></div>
            {aloud::section()}
        </section>
    }
}
