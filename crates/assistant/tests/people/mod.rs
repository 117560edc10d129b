//! Whoever writes the utterances, on a Friday.

use assistant::entities::{Account, AccountKind, Payee, Person};
use model::{AccountId, Currency, PaymentId, time::parse_date};

const ACCOUNTS: &[(&str, AccountKind, &str, &str)] = &[
    ("everyday", AccountKind::Current, "Everyday", "4021"),
    ("rainy", AccountKind::Savings, "Rainy day", "7788"),
    ("house", AccountKind::Joint, "House", "3310"),
];

const PAYEES: &[(&str, &str, &str)] = &[
    ("anna", "Anna Kowalska", ""),
    ("chen", "陈秀英", "妈妈"),
    ("james", "James Okafor", ""),
    ("wright", "James Wright", ""),
    ("wang", "王伟", ""),
    ("li", "李娜", "娜娜"),
    ("dave", "Dave's Plumbing", "plumber"),
    ("margaret", "Margaret Hill", "Mum"),
    ("patel", "Ravi Patel", "landlord"),
    ("zhang", "张建国", "房东"),
    ("thomas", "Thomas Müller", ""),
];

/// After how many ids that of a payment begins: no account has one like it.
const FIRST_PAYMENT: i64 = 100;

/// They have three accounts, and have paid eleven people.
pub fn person() -> Person {
    let id = |place: usize| i64::try_from(place).expect("there are a few") + 1;
    Person {
        today: parse_date("2026-11-27").expect("it is a day"),
        currency: Currency::Gbp,
        accounts: ACCOUNTS
            .iter()
            .enumerate()
            .map(|(place, &(_, kind, name, ending))| Account {
                id: AccountId::new(id(place)),
                kind,
                name: name.to_owned(),
                ending: ending.to_owned(),
                currency: Currency::Gbp,
            })
            .collect(),
        payees: PAYEES
            .iter()
            .enumerate()
            .map(|(place, &(_, name, nickname))| Payee {
                payment: PaymentId::new(FIRST_PAYMENT + id(place)),
                name: name.to_owned(),
                nickname: nickname.to_owned(),
            })
            .collect(),
    }
}

fn place(value: i64) -> usize {
    usize::try_from(value - 1).expect("ids begin with one")
}

/// What the labels call an account.
pub fn account_key(id: AccountId) -> &'static str {
    ACCOUNTS[place(id.value())].0
}

/// What the labels call somebody who is paid.
pub fn payee_key(payment: PaymentId) -> &'static str {
    PAYEES[place(payment.value() - FIRST_PAYMENT)].0
}
