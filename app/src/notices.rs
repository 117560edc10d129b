//! The words of mails and short messages.

use bank::{
    Calendar,
    security::{Facts, SecurityEvent, Sent},
};

use leptos::prelude::*;

use crate::words::Words;

/// How a mail is set: large enough for everybody, in as many letters a line as are read easily.
const LETTER: &str = "max-width: 34em; margin: 0 auto; padding: 16px; font: 20px/1.6 sans-serif";

/// A notice as a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// What it is about, which others may see over somebody's shoulder: that it is from the bank.
    pub subject: &'static str,
    /// For programs that show text alone.
    pub text: String,
    /// The same as HTML, without a picture and without anything that is fetched.
    pub html: String,
    /// Its language, as BCP 47 has it.
    pub language: &'static str,
}

/// `sent` as a mail, in the customer's language.
#[must_use]
pub fn mail(sent: &Sent, calendar: &Calendar) -> Mail {
    let words = Words::of(sent.language);
    let (subject, language) = (words.say("mail-subject"), words.say("language-tag"));
    let foot = words.say(if to_a_friend(sent.notice.event) { "mail-foot-trusted" } else { "mail-foot" });
    let said = text(sent, calendar);
    let text = format!("{said}\n\n{foot}\n");
    let body = with_link(said, sent.notice.facts.link.clone());
    let html = view! {
        <html lang=language>
            <head><meta charset="utf-8"/><title>{subject}</title></head>
            <body style=LETTER><p>{body}</p><p>{foot}</p></body>
        </html>
    };
    Mail { subject, text, html: format!("<!doctype html>{}", html.to_html()), language }
}

/// Whether it is told to somebody whom a customer trusts, who may have no account here.
const fn to_a_friend(event: SecurityEvent) -> bool {
    use SecurityEvent::{
        TrustedFrozen, TrustedNoMore, TrustedPower, TrustedRecovery, TrustedThaw, TrustedWaits, TrustedYou,
    };
    matches!(
        event,
        TrustedYou | TrustedNoMore | TrustedFrozen | TrustedThaw | TrustedRecovery | TrustedWaits | TrustedPower
    )
}

/// `said` with `link` to be pressed, where it is in it.
fn with_link(said: String, link: String) -> AnyView {
    match said.split_once(&link) {
        Some((before, after)) if !link.is_empty() => {
            let (before, after, address) = (before.to_owned(), after.to_owned(), link.clone());
            view! { {before}<a href=address>{link}</a>{after} }.into_any()
        }
        _ => said.into_any(),
    }
}

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

    fn recovery(name: &str) -> Sent {
        let (customer, address) = (CustomerId::new(1), "ann@example.org".to_owned());
        let link = "https://bank.example/recover?a=1&b=2".to_owned();
        let (at, event) = (Timestamp::EPOCH, SecurityEvent::RecoveryStarted);
        let facts = Facts { link, when: Some(at), ..Facts::default() };
        let notice = Notice { customer, channel: Channel::Email, address, event, facts, at, due_at: at };
        Sent { notice, name: name.to_owned(), language: Language::En }
    }

    #[test]
    fn a_mail_says_the_same_as_text_and_as_html_and_its_link_can_be_pressed() {
        let sent = recovery("Ann");
        let calendar = Calendar::in_zone("Europe/London").unwrap();
        let mail = mail(&sent, &calendar);
        assert!(mail.text.starts_with(&text(&sent, &calendar)), "{}", mail.text);
        assert!(mail.html.contains("href=\"https://bank.example/recover?a=1&amp;b=2\""), "{}", mail.html);
        assert_eq!(mail.language, "en-GB");
        for fetched in ["src=", "<img", "<script", "<link"] {
            assert!(!mail.html.contains(fetched), "{}", mail.html);
        }
    }

    #[test]
    fn what_somebody_is_called_does_nothing_in_a_mail() {
        let mut sent = recovery("Ann");
        sent.notice.event = SecurityEvent::TrustedYou;
        sent.notice.facts.name = "<img src=x>".to_owned();
        let html = mail(&sent, &Calendar::in_zone("Europe/London").unwrap()).html;
        assert!(html.contains("&lt;img") && !html.contains("<img"), "{html}");
    }
}
