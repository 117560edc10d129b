//! The words of mails and short messages.

use bank::{
    Calendar,
    security::{Facts, SecurityEvent, Sent},
};

use crate::words::Words;

/// What `sent` says to whom it was sent, in the customer's language.
#[must_use]
pub fn text(sent: &Sent, calendar: &Calendar) -> String {
    said(Words::of(sent.language), sent.notice.event, &sent.notice.facts, calendar)
}

fn said(words: Words, event: SecurityEvent, facts: &Facts, calendar: &Calendar) -> String {
    let Facts { name, when, link } = facts;
    // An own account need not have a name.
    let name: &str = if name.is_empty() { words.say("own-account") } else { name };
    let when = when.map(|at| words.moment(at, calendar)).unwrap_or_default();
    let key = format!("notice-{}", event.code());
    words.with(&key, &[("name", name.into()), ("when", when.into()), ("link", link.into())])
}

/// What the same says to somebody who reads it within the bank: not from whom it is, which they see, and no link that
/// stands in the mail alone.
pub(crate) fn within(words: Words, event: SecurityEvent, facts: &Facts, calendar: &Calendar) -> String {
    if event == SecurityEvent::RecoveryStarted {
        return words.say("notices-recovery").to_owned();
    }
    let said = said(words, event, facts, calendar);
    let rest = said.strip_prefix(words.say("notice-sender")).unwrap_or(&said).trim_start();
    let mut letters = rest.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use bank::security::{Channel, Notice, SecurityEvent};
    use model::{CustomerId, Language, Timestamp};

    use super::*;

    #[test]
    fn every_event_has_words_in_every_language() {
        let calendar = Calendar::in_zone("Europe/London").unwrap();
        for language in Language::ALL {
            for event in SecurityEvent::ALL {
                let facts = Facts { name: "Ivy".to_owned(), when: Some(Timestamp::EPOCH), ..Facts::default() };
                let (customer, address) = (CustomerId::new(1), "ann@example.org".to_owned());
                let within = within(Words::of(*language), *event, &facts, &calendar);
                assert!(!within.starts_with(Words::of(*language).say("bank-name")), "{within}");
                assert!(!within.starts_with("notice-") && !within.starts_with('【'), "{within}");
                let at = Timestamp::EPOCH;
                let notice =
                    Notice { customer, channel: Channel::Email, address, event: *event, facts, at, due_at: at };
                let said = text(&Sent { notice, name: "Ann".to_owned(), language: *language }, &calendar);
                assert!(!said.starts_with("notice-") && !said.contains('{'), "{said}");
            }
        }
    }
}
