//! Every page in English that is disguised: each sentence of ours stands between brackets, so that whatever a page
//! says without them was written into the code.

use app::words::Words;
use axum::http::StatusCode;
use bank::staff::Role;
use model::Language;

use crate::{
    browser::{Browser, id},
    test_bank::{ANN, TestBank},
};

/// What the pages say that is no sentence: people and their accounts.
const DATA: &[&str] = &[
    "Ann Miller",
    "Ann M.",
    "Account 11",
    "Account 13",
    "薄文",
    "Member",
    // What designers have called their layouts.
    "coming-first",
    "months-first",
    "write-first",
    "control",
    "beside",
    "dense",
    // What stands in an answer for what is filled in.
    "{customer}",
    "{agent}",
    "{number}",
];

/// What each language says of itself, in itself, on pages of another.
fn own_words() -> Vec<&'static str> {
    let of = |language: &Language| ["language-name", "preferences-sample"].map(|key| Words::of(*language).say(key));
    Language::ALL.iter().flat_map(of).collect()
}

/// Pays, so that there is a receipt and a line, and begins another payment. Gives the receipt and the draft.
async fn lived_in(bank: &TestBank, browser: &mut Browser) -> (String, String) {
    let (paid, challenge) = browser.prepare_payment("20").await;
    let code = bank.code(ANN);
    let fields = [("draft", paid.as_str()), ("challenge", challenge.as_str()), ("code", code.as_str())];
    let answer = browser.post("/do/pay/approve", &fields).await;
    assert_eq!(answer.location(), format!("/payments/{paid}"));
    let (draft, _) = browser.prepare_payment("30").await;
    (paid, draft)
}

/// The address of a page, with something for each part that is left open.
fn address(route: &str, paid: &str, draft: &str) -> String {
    let mut before = "";
    let parts = route.split('/').map(|part| {
        let open = part.starts_with(['{', ':']);
        let filled = match (open, before) {
            (false, _) => part.to_owned(),
            (true, "pay") => draft.to_owned(),
            (true, "payments") => paid.to_owned(),
            (true, "transactions") => "1".to_owned(),
            (true, "customers") => ANN.to_string(),
            (true, _) => id(11),
        };
        before = part;
        filled
    });
    let address = parts.collect::<Vec<_>>().join("/");
    if address.is_empty() { "/".to_owned() } else { address }
}

/// What `html` shows and says outside every bracket, and is none of the data.
fn undisguised(html: &str) -> Vec<String> {
    texts(html).into_iter().map(|text| outside(&text)).filter(|rest| rest.chars().any(char::is_alphabetic)).collect()
}

/// The texts between tags, and those of attributes that are read out.
fn texts(html: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        texts.push(rest[..start].to_owned());
        let tag = &rest[start..];
        let unseen = ["script", "style", "svg"].into_iter().find(|name| tag[1..].starts_with(name));
        let end = match unseen {
            Some(name) => tag.find(&format!("</{name}>")).map(|end| end + name.len() + 3),
            None => tag.find('>').map(|end| end + 1),
        };
        let (tag, after) = tag.split_at(end.unwrap_or(tag.len()));
        for name in [" aria-label=\"", " alt=\"", " placeholder=\"", " title=\"", " data-say=\""] {
            texts.extend(tag.split(name).skip(1).filter_map(|value| value.split('"').next()).map(str::to_owned));
        }
        rest = after;
    }
    texts
}

/// What stands outside every bracket.
fn outside(text: &str) -> String {
    let plain =
        ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"].iter().fold(text.to_owned(), |text, mark| text.replace(mark, ""));
    let mut depth = 0_usize;
    let mut rest = String::new();
    for c in plain.chars() {
        match c {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => rest.push(c),
            _ => {}
        }
    }
    let known = own_words().into_iter().chain(DATA.iter().copied());
    let rest = known.fold(rest, |rest, known| rest.replace(known, ""));
    // Numbers of payments have letters in them.
    let words = rest.split_whitespace().filter(|word| !word.chars().any(|c| c.is_ascii_digit()));
    words.collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn no_page_says_anything_that_is_not_in_the_locales() {
    let bank = TestBank::with(&[("BANYAN_PSEUDO", "true")], |ports| ports).await;
    let mut browser = bank.signed_in(ANN).await;
    let (paid, draft) = lived_in(&bank, &mut browser).await;
    let mut at_work = bank.at_work(bank.member(Role::Administrator).await.id).await;
    let mut found = Vec::new();
    for route in server::router::pages() {
        let address = address(&route, &paid, &draft);
        for visitor in [&mut browser, &mut bank.browser(), &mut at_work] {
            let page = visitor.get(&address).await;
            assert_ne!(page.status, StatusCode::INTERNAL_SERVER_ERROR, "{address}");
            found.extend(undisguised(&page.text).into_iter().map(|text| format!("{address} says “{text}”")));
        }
    }
    found.dedup();
    assert!(found.is_empty(), "not in app/locales:\n{}", found.join("\n"));
}

#[test]
fn what_stands_in_brackets_is_ours() {
    assert_eq!(undisguised("<p>[Héllö Ann Miller] £1.00</p>"), Vec::<String>::new());
    assert_eq!(undisguised("<p>[ä [b] ç] Hello</p>"), ["Hello"]);
    assert_eq!(undisguised("<a aria-label=\"Go\">[x]</a><script>let a;</script>"), ["Go"]);
}
