//! What utterances name, in both languages: written before the grammar, labelled by hand.
//!
//! A line is an utterance in which everything that is named stands in braces, with what it is before the stroke:
//! `pay {payee=anna|Anna} {amount=20.00GBP?|20}`. A question mark says that the currency is assumed, `past` and `coming`
//! which way a time is read, `~` that a name is only nearly right.

#[path = "../people/mod.rs"]
mod people;

use std::collections::BTreeSet;

use assistant::entities::{Days, Entity, Value, find};
use people::{account_key, payee_key, person};

/// A label: where it stands, and what it says.
type Label = (std::ops::Range<usize>, String);

fn read(line: &str) -> (String, Vec<Label>) {
    let (mut text, mut labels, mut rest) = (String::new(), Vec::new(), line);
    while let Some(open) = rest.find('{') {
        text.push_str(&rest[..open]);
        let close = rest[open..].find('}').expect("every brace is closed") + open;
        let (label, said) = rest[open + 1..close].split_once('|').expect("a label has a stroke");
        let label = if label.contains('=') { label.to_owned() } else { format!("{label}={said}") };
        labels.push((text.len()..text.len() + said.len(), label));
        text.push_str(said);
        rest = &rest[close + 1..];
    }
    text.push_str(rest);
    (text, labels)
}

fn days(days: Days) -> String {
    format!("{}..{}", days.first, days.last)
}

/// Everything a label may say of what was found.
fn sayings(entity: &Entity) -> Vec<String> {
    let keys = |keys: Vec<&str>| keys.join("+");
    match &entity.value {
        Value::Amount { money, assumed } => {
            let scale = money.currency.minor_per_major();
            let figures = format!("{}.{:02}", money.minor / scale, money.minor % scale * 100 / scale);
            vec![format!("amount={figures}{}{}", money.currency, if *assumed { "?" } else { "" })]
        }
        Value::Time(time) => {
            let mut sayings = vec![format!("past={}", days(time.past)), format!("coming={}", days(time.coming))];
            if time.past == time.coming {
                sayings.push(format!("time={}", days(time.past)));
            }
            sayings
        }
        Value::Every { every, day } => {
            let code = every.code();
            let day = day.map(|day| format!("every={code} {}", day.coming.first));
            day.into_iter().chain([format!("every={code}")]).collect()
        }
        Value::Odd(odd) => vec![format!("odd={odd:?}")],
        Value::Account(accounts) => {
            vec![format!("account={}", keys(accounts.iter().map(|id| account_key(*id)).collect()))]
        }
        Value::Payee { payments, exact } => {
            let keys = keys(payments.iter().map(|payment| payee_key(*payment)).collect());
            vec![format!("payee{}={keys}", if *exact { "" } else { "~" })]
        }
        Value::Name(name) => vec![format!("name={name}")],
        Value::Place(place) => vec![format!("place={place}")],
        Value::Category(category) => vec![format!("category={}", category.code())],
        Value::Reference(reference) => vec![format!("ref={reference}")],
    }
}

#[derive(Default)]
struct Figures {
    right: usize,
    found: usize,
    labelled: usize,
    valued: usize,
    wrong: Vec<String>,
}

impl Figures {
    fn f1(&self) -> f64 {
        let whole = u32::try_from(self.found + self.labelled).expect("there are hundreds");
        2.0 * f64::from(u32::try_from(self.right).expect("there are hundreds")) / f64::from(whole)
    }

    fn values(&self) -> f64 {
        let share = |count: usize| f64::from(u32::try_from(count).expect("there are hundreds"));
        share(self.valued) / share(self.right)
    }
}

fn measure(lines: &str) -> Figures {
    let mut figures = Figures::default();
    for line in lines.lines() {
        let (text, labels) = read(line);
        let found = find(&text, &person());
        let kind = |label: &str| {
            let kind = label.split('=').next().unwrap_or_default().trim_end_matches('~').to_owned();
            if ["past", "coming"].contains(&kind.as_str()) { "time".to_owned() } else { kind }
        };
        let said: BTreeSet<(usize, usize, String)> =
            labels.iter().map(|(span, label)| (span.start, span.end, kind(label))).collect();
        let mut right = 0;
        for entity in &found {
            let sayings = sayings(entity);
            let here = (entity.span.start, entity.span.end, kind(&sayings[0]));
            if said.contains(&here) {
                right += 1;
                let label = labels.iter().find(|(span, _)| *span == entity.span).map(|(_, label)| label);
                figures.valued += usize::from(label.is_some_and(|label| sayings.contains(label)));
            }
        }
        let whole: Vec<String> =
            found.iter().map(|entity| format!("{} «{}»", sayings(entity)[0], &text[entity.span.clone()])).collect();
        let same = right == labels.len()
            && found.len() == labels.len()
            && found.iter().zip(&labels).all(|(entity, (_, label))| sayings(entity).contains(label));
        if !same {
            figures.wrong.push(format!("{line}\n      found: {}", whole.join(", ")));
        }
        figures.right += right;
        figures.found += found.len();
        figures.labelled += labels.len();
    }
    figures
}

fn is_read(lines: &str) {
    assert!(lines.lines().count() >= 200);
    let figures = measure(lines);
    let wrong = figures.wrong.join("\n");
    let (f1, values) = (figures.f1(), figures.values());
    assert!(f1 >= 0.95 && values >= 0.98, "F1 of spans {f1:.3}, values {values:.3}\n{wrong}");
}

/// Rhythms with their day, and what cannot be taken as it is: all of it, since what is left of it would be other money.
#[test]
fn what_is_odd_is_read() {
    let wrong = measure(include_str!("odd.txt")).wrong;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn english_is_read() {
    is_read(include_str!("en.txt"));
}

#[test]
fn chinese_is_read() {
    is_read(include_str!("zh.txt"));
}
