//! The words of mails and short messages.

use bank::{
    Calendar,
    security::{Facts, Sent},
};

use crate::words::Words;

/// What `sent` says to whom it was sent, in the customer's language.
#[must_use]
pub fn text(sent: &Sent, calendar: &Calendar) -> String {
    let words = Words::of(sent.language);
    let Facts { name, when, link } = &sent.notice.facts;
    // An own account need not have a name.
    let name: &str = if name.is_empty() { words.say("own-account") } else { name };
    let when = when.map(|at| words.moment(at, calendar)).unwrap_or_default();
    let key = format!("notice-{}", sent.notice.event.code());
    words.with(&key, &[("name", name.into()), ("when", when.into()), ("link", link.into())])
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
                let notice =
                    Notice { customer, channel: Channel::Email, address, event: *event, facts, at: Timestamp::EPOCH };
                let said = text(&Sent { notice, name: "Ann".to_owned(), language: *language }, &calendar);
                assert!(!said.starts_with("notice-") && !said.contains('{'), "{said}");
            }
        }
    }
}
