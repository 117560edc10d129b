//! What a preview shows where something was said: whoever looks at an arrangement sees every part of it.

use assistant::Intent;
use bank::conversations::{Conversation, Entry, Offer, Reply, Said, Speaker};
use model::{ConversationId, Language, Timestamp};

/// A question and its answer, said at `at` and read. It is kept nowhere.
pub(super) fn conversation(language: Language, at: Timestamp) -> Conversation {
    let entry = |by, said| Entry { by, said, at, key: None, about: None, reading: None };
    let asked = Said::Pressed(Offer::Intent(Intent::WhatCanYouDo));
    let answered = Said::Replied(Reply::Talk(Intent::WhatCanYouDo));
    let begun = Conversation::new(ConversationId::new(0), None, language, at);
    let said = [entry(Speaker::Owner, asked), entry(Speaker::Assistant, answered)];
    let mut all = said.into_iter().fold(begun, |all, entry| all.next(entry).unwrap_or(all));
    all.head.owner_read = all.head.version;
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_in_it_is_read_and_something_can_be_pressed() {
        let example = conversation(Language::Zh, Timestamp::EPOCH);
        assert_eq!((example.entries.len(), example.unread()), (2, 0));
        assert_eq!(example.offers(), (2, Offer::starters()));
    }
}
