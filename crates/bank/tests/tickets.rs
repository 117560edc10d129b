//! Whatever is done about a ticket in whatever order: nothing that was said is lost, while it is open there is a moment
//! by which it is answered, and nothing closes it but closing it.

use bank::{
    Calendar,
    staff::Role,
    tickets::{Author, Entry, Move, Step, Ticket, TicketHead, TicketState, due, first_role},
};
use model::{
    CustomerId, Language, StaffId, TicketId, Timestamp,
    forms::{CloseReason, TicketKind},
};
use proptest::prelude::*;

/// 2026-03-02T12:00:00 UTC.
const START: Timestamp = Timestamp::from_micros(1_772_452_800_000_000);
const REOPEN_DAYS: i64 = 30;

fn opened(kind: TicketKind, calendar: &Calendar) -> Ticket {
    Ticket {
        head: TicketHead {
            id: TicketId::new(1),
            customer: CustomerId::new(1),
            kind,
            language: Language::En,
            state: TicketState::Open,
            role: first_role(kind),
            taken_by: None,
            due_at: Some(due(kind, START, calendar)),
            opened_at: START,
            changed_at: START,
            closed_at: None,
            version: 0,
        },
        about: None,
        entries: vec![Entry { by: Author::Customer, step: Step::Wrote("first".to_owned()), at: START }],
    }
}

fn step() -> impl Strategy<Value = Step> {
    let words = || "[a-z]{1,8}";
    let members = proptest::option::of((1_i64..4).prop_map(StaffId::new));
    prop_oneof![
        3 => words().prop_map(Step::Wrote),
        2 => words().prop_map(Step::Reopened),
        1 => Just(Step::Settled),
        1 => (1_u8..=5, words()).prop_map(|(mark, words)| Step::Rated(mark, words)),
        1 => Just(Step::Taken),
        3 => words().prop_map(Step::Answered),
        1 => words().prop_map(Step::Noted),
        1 => (proptest::sample::select(Role::ALL), members).prop_map(|(role, member)| Step::Handed(role, member)),
        1 => proptest::sample::select(CloseReason::ALL).prop_map(Step::Closed),
    ]
}

/// What is asked for, and how long after what was asked for before, in seconds.
fn steps() -> impl Strategy<Value = Vec<(Step, i64)>> {
    let later = prop_oneof![4 => 0_i64..7_200, 1 => 0_i64..40 * 86_400];
    proptest::collection::vec((step(), later), 0..150)
}

proptest! {
    #[test]
    fn whatever_is_done(kind in proptest::sample::select(TicketKind::ALL), steps in steps()) {
        let calendar = Calendar::in_zone("Europe/London").unwrap();
        let (mut ticket, mut at) = (opened(kind, &calendar), START);
        for (step, later) in steps {
            at = at.plus_seconds(later);
            let by = match step {
                Step::Wrote(_) | Step::Reopened(_) | Step::Settled | Step::Rated(..) => Author::Customer,
                _ => Author::Staff(StaffId::new(1)),
            };
            let Ok(next) = ticket.next(step.clone(), Move { by, at, calendar: &calendar, reopen_days: REOPEN_DAYS }) else {
                continue;
            };
            // Nothing that was said is lost, and each change is one version.
            prop_assert_eq!(&next.entries[..next.entries.len() - 1], &ticket.entries[..]);
            prop_assert_eq!(next.entries.last(), Some(&Entry { by, step: step.clone(), at }));
            prop_assert_eq!(next.head.version, ticket.head.version + 1);
            // The bank owes an answer exactly while it is open.
            prop_assert_eq!(next.head.due_at.is_some(), next.head.state == TicketState::Open);
            prop_assert_eq!(next.head.closed_at.is_some(), next.head.state == TicketState::Closed);
            if let (Some(before), Some(after)) = (ticket.head.due_at, next.head.due_at) {
                prop_assert!(after <= before, "nobody waits longer because they asked again");
            }
            // Closed by closing, open again by being opened again.
            let closes = matches!(step, Step::Settled | Step::Closed(_));
            let (was, is) = (ticket.head.state == TicketState::Closed, next.head.state == TicketState::Closed);
            prop_assert_eq!(!was && is, closes);
            prop_assert_eq!(was && !is, matches!(step, Step::Reopened(_)));
            prop_assert!(next.entries.len() <= 100);
            ticket = next;
        }
        // However much was said, it can be closed.
        if ticket.head.state != TicketState::Closed {
            let how = Move { by: Author::Customer, at, calendar: &calendar, reopen_days: REOPEN_DAYS };
            prop_assert!(ticket.next(Step::Settled, how).is_ok());
        }
    }
}
