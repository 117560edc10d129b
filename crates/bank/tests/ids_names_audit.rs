//! Ids, names of payees, and the audit chain.

use std::{
    collections::HashSet,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use bank::{
    Clock, IdMint,
    audit::{AuditEntry, FIRST, link},
    payments::{NameCheck, check_name},
};
use model::Timestamp;
use proptest::prelude::*;

struct Hands(AtomicI64);

impl Clock for Hands {
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(self.0.load(Ordering::Relaxed))
    }
}

proptest! {
    #[test]
    fn ids_grow_whatever_the_clock_does(jumps in prop::collection::vec(-5_000_000_000_i64..5_000_000_000, 1..200)) {
        let clock = Arc::new(Hands(AtomicI64::new(1_770_000_000_000_000)));
        let mint = IdMint::new(clock.clone(), 3);
        let mut last = 0;
        for jump in jumps {
            clock.0.fetch_add(jump, Ordering::Relaxed);
            for _ in 0..3 {
                let id = mint.next();
                prop_assert!(id > last);
                last = id;
            }
        }
    }

    #[test]
    fn a_name_fits_itself_and_comparing_never_panics(a in ".{0,40}", b in ".{0,40}") {
        prop_assert_eq!(check_name(&a, &a), NameCheck::Match);
        let there = check_name(&a, &b);
        prop_assert_eq!(there == NameCheck::Match, check_name(&b, &a) == NameCheck::Match);
        if let NameCheck::Close(holder) = there {
            prop_assert_eq!(holder, b);
        }
    }

    #[test]
    fn the_link_changes_with_every_field(
        previous in any::<[u8; 32]>(),
        seq in 1..1_000_i64,
        id in any::<i64>(),
        actor in prop::option::of(any::<i64>()),
        what in "[a-z]{0,10}",
        subject in any::<i64>(),
        at in any::<i64>(),
        why in prop::option::of(".{0,10}"),
    ) {
        let entry = AuditEntry { id, actor, what, subject, at: Timestamp::from_micros(at), why };
        let mut others = vec![
            AuditEntry { id: id ^ 1, ..entry.clone() },
            AuditEntry { actor: actor.map_or(Some(0), |_| None), ..entry.clone() },
            AuditEntry { what: format!("{}x", entry.what), ..entry.clone() },
            AuditEntry { subject: subject ^ 1, ..entry.clone() },
            AuditEntry { at: Timestamp::from_micros(at ^ 1), ..entry.clone() },
            AuditEntry { why: entry.why.as_ref().map_or(Some(String::new()), |_| None), ..entry.clone() },
        ];
        others.extend(entry.why.as_ref().map(|why| AuditEntry { why: Some(format!("{why}x")), ..entry.clone() }));
        others.extend(actor.map(|actor| AuditEntry { actor: Some(actor ^ 1), ..entry.clone() }));
        let sealed = link(&previous, seq, &entry);
        prop_assert_eq!(sealed, link(&previous, seq, &entry));
        for other in &others {
            prop_assert_ne!(sealed, link(&previous, seq, other), "{:?}", other);
        }
        prop_assert_ne!(sealed, link(&previous, seq + 1, &entry));
        let mut turned = previous;
        turned[0] ^= 1;
        prop_assert_ne!(sealed, link(&turned, seq, &entry));
        prop_assert_ne!(sealed, FIRST);
    }
}

#[test]
fn ids_are_unique_over_threads_and_servers() {
    let clock = Arc::new(Hands(AtomicI64::new(1_770_000_000_000_000)));
    let mints: Vec<_> = (0..2).map(|node| Arc::new(IdMint::new(clock.clone(), node))).collect();
    let threads: Vec<_> = mints
        .iter()
        .flat_map(|mint| [mint.clone(), mint.clone()])
        .map(|mint| std::thread::spawn(move || (0..20_000).map(|_| mint.next()).collect::<Vec<_>>()))
        .collect();
    let ids: Vec<i64> = threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect();
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), 80_000);
    assert!(ids.iter().all(|id| *id > 0));
}

#[test]
fn a_moment_divides_the_ids_of_every_server() {
    let at = |micros: i64| Timestamp::from_micros(1_770_000_000_000_000 + micros);
    let next = |micros: i64, node| IdMint::new(Arc::new(Hands(AtomicI64::new(at(micros).micros()))), node).next();
    for node in [0, IdMint::NODES - 1] {
        assert!(next(-1_000, node) < IdMint::first_at(at(0)) && next(0, node) >= IdMint::first_at(at(0)));
    }
    assert_eq!(IdMint::first_at(Timestamp::EPOCH), 0);
    assert!(IdMint::first_at(Timestamp::from_micros(i64::MAX)) > next(0, 0));
}

#[test]
fn a_clock_before_the_bank_or_far_after_it_still_gives_ids() {
    for at in [i64::MIN, 0, i64::MAX] {
        let mint = IdMint::new(Arc::new(Hands(AtomicI64::new(at))), u16::MAX);
        let (first, second) = (mint.next(), mint.next());
        assert!(first >= 0 && second > first, "{at}: {first} {second}");
    }
}

#[test]
fn a_business_is_known_by_its_whole_name() {
    for typed in ["hart and daughter bakery", "Hart & Daughter Bakery", "Hart &Daughter  bakery"] {
        assert_eq!(check_name(typed, "Hart & Daughter Bakery"), NameCheck::Match, "{typed}");
    }
    assert_eq!(check_name("Daughter", "Hart & Daughter Bakery"), NameCheck::Differs);
}

#[test]
fn titles_alone_are_nobody() {
    assert_eq!(check_name("Mr", "Tom Whitfield"), NameCheck::Differs);
    assert_eq!(check_name("", ""), NameCheck::Match);
}
