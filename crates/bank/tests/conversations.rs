//! Whatever is said in a conversation in whatever order: nothing is lost, whoever waits for a person has a moment by
//! which one comes, the program is silent while a person speaks, and nothing ends it but ending it.

use bank::conversations::{Conversation, ConversationState, Entry, HandOver, Reply, Said, Speaker};
use model::{ConversationId, CustomerId, Language, StaffId, Timestamp};
use proptest::prelude::*;

/// 2026-03-02T12:00:00 UTC.
const START: Timestamp = Timestamp::from_micros(1_772_452_800_000_000);

fn said() -> impl Strategy<Value = (Speaker, Said)> {
    let words = || "[a-z]{1,8}";
    let member = || (1_i64..4).prop_map(StaffId::new);
    prop_oneof![
        4 => words().prop_map(|words| (Speaker::Owner, Said::Wrote(words))),
        2 => Just((Speaker::Assistant, Said::Replied(Reply::NotUnderstood))),
        2 => proptest::sample::select(HandOver::ALL).prop_map(|why| (Speaker::Owner, Said::Asked(why))),
        2 => member().prop_map(|who| (Speaker::Staff(who), Said::Taken)),
        3 => (member(), words()).prop_map(|(who, words)| (Speaker::Staff(who), Said::Answered(words))),
        1 => (member(), words()).prop_map(|(who, words)| (Speaker::Staff(who), Said::Noted(words))),
        1 => (member(), proptest::option::of(member())).prop_map(|(who, to)| (Speaker::Staff(who), Said::Handed(to))),
        1 => member().prop_map(|who| (Speaker::Staff(who), Said::GaveBack)),
        1 => Just((Speaker::Owner, Said::Closed)),
    ]
}

proptest! {
    #[test]
    fn a_conversation_keeps_what_was_said_and_owes_what_it_owes(steps in proptest::collection::vec((said(), 0_i64..900), 0..350)) {
        let mut now = Conversation::new(ConversationId::new(1), Some(CustomerId::new(1)), Language::En, START);
        let mut at = START;
        for ((by, said), later) in steps {
            at = at.plus_seconds(later);
            let before = now.head.clone();
            let entry = Entry { by, said: said.clone(), at, key: None, about: None, reading: None };
            let Ok(next) = now.next(entry.clone()) else { continue };
            prop_assert_eq!(&next.entries[..now.entries.len()], &now.entries[..]);
            prop_assert_eq!(next.entries.last(), Some(&entry));
            prop_assert_eq!(next.head.version, i64::try_from(next.entries.len()).unwrap());
            let head = &next.head;
            match head.state {
                ConversationState::Assistant | ConversationState::Closed => prop_assert_eq!(head.due_at, None),
                ConversationState::Waiting => prop_assert!(head.due_at.is_some() && head.taken_by.is_none()),
                ConversationState::Person => prop_assert!(head.taken_by.is_some()),
            }
            prop_assert_eq!(head.closed_at.is_some(), head.state == ConversationState::Closed);
            prop_assert_eq!(head.state == ConversationState::Closed && before.is_open(), said == Said::Closed);
            if matches!(said, Said::Replied(_)) {
                prop_assert_eq!(before.state, ConversationState::Assistant);
            }
            // Nobody waits longer because they said something.
            if let (Said::Wrote(_) | Said::Asked(_), Some(due)) = (&said, before.due_at) {
                prop_assert!(head.due_at.is_some_and(|later| later <= due));
            }
            now = next;
        }
        let end = Entry { by: Speaker::Owner, said: Said::Closed, at, key: None, about: None, reading: None };
        prop_assert_eq!(now.next(end).is_ok(), now.head.is_open(), "nothing stays open because it is full");
    }
}
