//! A notice as a mail.

use app::notices::{self, Mail};
use bank::{Calendar, notices::post::Due, security::Channel};
use lettre::{
    Message,
    message::{
        Mailbox, MultiPart, SinglePart,
        header::{HeaderName, HeaderValue},
    },
};

/// The mail that says `due`. However often it is made, it has the same number, by which whoever gets it twice knows it.
///
/// # Errors
/// Where it cannot be put together.
pub(super) fn of(due: &Due, from: Mailbox, to: Mailbox, calendar: &Calendar) -> Result<Message, lettre::error::Error> {
    let number = format!("<notice-{}@{}>", due.id, from.email.domain());
    let Mail { subject, text, html, language } = notices::mail(&due.sent, calendar);
    let mail = Message::builder()
        .from(from)
        .to(to)
        .message_id(Some(number))
        // Nobody's absence is answered to a bank (RFC 3834).
        .raw_header(header("Auto-Submitted", "auto-generated"))
        .raw_header(header("Content-Language", language));
    if due.sent.notice.channel == Channel::Sms {
        return mail.singlepart(SinglePart::plain(notices::text(&due.sent, calendar)));
    }
    mail.subject(subject).multipart(MultiPart::alternative_plain_html(text, html))
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}
