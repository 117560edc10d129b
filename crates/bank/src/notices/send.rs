//! By which ways an event is told, and when.

use jiff::civil::Date;
use model::{
    CustomerId, Timestamp,
    forms::{By, NoticeChoices, QuietHours},
};

use super::Topic;
use crate::{
    Calendar,
    security::{Channel, Contact, Facts, Notice, SecurityEvent},
};

/// Every notice of one event: on the customer's own page at once, and by the ways they have chosen of those they have, as
/// soon as it is not their time of peace.
pub(crate) fn of(
    calendar: &Calendar,
    contact: Contact,
    choices: NoticeChoices,
    (customer, event, facts): (CustomerId, SecurityEvent, &Facts),
    at: Timestamp,
) -> Vec<Notice> {
    let topic = Topic::of(event);
    let by = topic.by(choices);
    let due_at = if topic == Topic::Safety { at } else { after_peace(calendar, choices.quiet, at) };
    let notice = |channel, address, facts: &Facts, due_at| Notice {
        customer,
        channel,
        address,
        event,
        facts: facts.clone(),
        at,
        due_at,
    };
    // Whoever reads their own page need not have the mail, whose link is for whoever has it.
    let within = Facts { link: String::new(), ..facts.clone() };
    let mut notices = vec![notice(Channel::Inbox, String::new(), &within, at)];
    if matches!(by, By::Both | By::Email) && !contact.email.is_empty() {
        notices.push(notice(Channel::Email, contact.email, facts, due_at));
    }
    if matches!(by, By::Both | By::Sms) && !contact.phone.is_empty() {
        notices.push(notice(Channel::Sms, contact.phone, facts, due_at));
    }
    notices
}

/// When something may be sent that would be at `now`.
pub(super) fn after_peace(calendar: &Calendar, quiet: QuietHours, now: Timestamp) -> Timestamp {
    let local = calendar.local(now);
    if !quiet.holds(local.hour().unsigned_abs()) {
        return now;
    }
    let ends = |day: Date| calendar.at_hour(day, i8::try_from(quiet.until).unwrap_or_default());
    let today = ends(local.date());
    // Where the clocks were put back within it, the hour may lie behind already.
    if today > now { today } else { local.date().tomorrow().map_or(now, ends) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const HOUR_S: i64 = 3_600;

    fn london() -> Calendar {
        Calendar::in_zone("Europe/London").unwrap()
    }

    fn told(event: SecurityEvent, choices: NoticeChoices, at: Timestamp) -> Vec<Notice> {
        let contact = Contact { email: "ann@example.org".to_owned(), phone: "07700 900123".to_owned() };
        let facts = Facts { link: "https://bank.example/recover/secret".to_owned(), ..Facts::default() };
        of(&london(), contact, choices, (CustomerId::new(1), event, &facts), at)
    }

    fn channels(notices: &[Notice]) -> Vec<Channel> {
        notices.iter().map(|notice| notice.channel).collect()
    }

    proptest! {
        #[test]
        fn what_can_wait_is_sent_when_peace_is_over_and_not_a_day_later(
            from in 0..24_u8, until in 0..24_u8, seconds in 1_700_000_000..1_800_000_000_i64,
        ) {
            let (calendar, quiet) = (london(), QuietHours { from, until });
            let now = Timestamp::from_micros(seconds * 1_000_000);
            let due = after_peace(&calendar, quiet, now);
            prop_assert!(due >= now && due <= now.plus_seconds(25 * HOUR_S));
            prop_assert!(!quiet.holds(calendar.local(due).hour().unsigned_abs()));
            prop_assert_eq!(after_peace(&calendar, quiet, due), due, "it does not wait twice");
        }

        #[test]
        fn what_is_about_safety_is_told_by_every_way_at_once(seconds in 1_700_000_000..1_800_000_000_i64) {
            let choices =
                NoticeChoices { payments: By::Here, messages: By::Here, quiet: QuietHours { from: 1, until: 0 } };
            let now = Timestamp::from_micros(seconds * 1_000_000);
            let notices = told(SecurityEvent::NewDevice, choices, now);
            prop_assert_eq!(channels(&notices), [Channel::Inbox, Channel::Email, Channel::Sms]);
            prop_assert!(notices.iter().all(|notice| notice.due_at == now));
        }
    }

    #[test]
    fn everything_else_is_told_as_somebody_chooses_and_always_on_their_page() {
        let now = Timestamp::from_micros(1_750_000_000_000_000);
        for (by, ways) in [
            (By::Both, &[Channel::Inbox, Channel::Email, Channel::Sms][..]),
            (By::Email, &[Channel::Inbox, Channel::Email]),
            (By::Sms, &[Channel::Inbox, Channel::Sms]),
            (By::Here, &[Channel::Inbox]),
        ] {
            let choices = NoticeChoices { payments: by, ..NoticeChoices::default() };
            assert_eq!(channels(&told(SecurityEvent::ScheduleMissed, choices, now)), ways);
        }
        let usual = told(SecurityEvent::TicketNews, NoticeChoices::default(), now);
        assert_eq!(channels(&usual), [Channel::Inbox, Channel::Email]);
    }

    #[test]
    fn a_link_for_whoever_has_the_mail_is_not_on_the_page() {
        let notices = told(SecurityEvent::RecoveryStarted, NoticeChoices::default(), Timestamp::EPOCH);
        let with_link: Vec<Channel> =
            notices.iter().filter(|notice| !notice.facts.link.is_empty()).map(|notice| notice.channel).collect();
        assert_eq!(with_link, [Channel::Email, Channel::Sms]);
    }
}
