//! What the program says to what somebody wrote.

use assistant::lane::{Lane, lanes};

use super::{
    conversation::{Conversation, HandOver, Said},
    reply::Reply,
};

/// What follows on `words`, and what the program has in mind then.
pub(super) fn to(conversation: &Conversation, words: &str) -> (Vec<Said>, String) {
    let said = match lanes(words).first() {
        Some(Lane::Emergency) => vec![Said::Replied(Reply::Emergency), Said::Asked(HandOver::Emergency)],
        Some(Lane::Scam) => vec![Said::Replied(Reply::Scam), Said::Asked(HandOver::Scam)],
        Some(Lane::Person) => vec![Said::Asked(HandOver::Wanted)],
        Some(Lane::Dispute) => vec![Said::Asked(HandOver::Dispute)],
        Some(Lane::Complaint) => vec![Said::Asked(HandOver::Complaint)],
        None if conversation.failed_before() => vec![Said::Asked(HandOver::NotUnderstood)],
        None => vec![Said::Replied(Reply::NotUnderstood)],
    };
    (said, String::new())
}
