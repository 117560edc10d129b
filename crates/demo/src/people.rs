//! The people of the demo, and how they sign in.

use bank::staff::Role;
use model::{CustomerId, Language, Preferences, TextSize};

use crate::dice::Dice;

/// The names and secrets of the people are the same for every seed of their lives, so that the README can name them.
const PEOPLE_SEED: u64 = 0x0062_616e_7961_6e00;

/// Somebody to sign in as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoPerson {
    /// What they type as user name.
    pub username: &'static str,
    /// Their password.
    pub password: &'static str,
    /// Their name, as on their accounts.
    pub name: &'static str,
    /// Who they are and what they have, in a few words, for the README and the command line.
    pub about: &'static str,
    /// The shared secret of their authenticator app, raw bytes (RFC 6238).
    pub totp_secret: Vec<u8>,
}

pub(crate) struct Who {
    pub(crate) username: &'static str,
    pub(crate) password: &'static str,
    pub(crate) name: &'static str,
    pub(crate) greeting: &'static str,
    pub(crate) about: &'static str,
    pub(crate) language: Language,
    pub(crate) text: TextSize,
}

impl Who {
    pub(crate) fn preferences(&self) -> Preferences {
        Preferences { language: self.language, text: self.text, ..Preferences::default() }
    }

    pub(crate) fn secret(&self) -> Vec<u8> {
        Dice::new(PEOPLE_SEED, self.username).bytes().to_vec()
    }
}

/// The people, in the order of their ids.
pub(crate) const PEOPLE: [Who; 7] = [
    Who {
        username: "maya",
        password: "maya-likes-green-tea",
        name: "Maya Okafor",
        greeting: "Maya",
        about: "a student with a current account and savings",
        language: Language::En,
        text: TextSize::Standard,
    },
    Who {
        username: "daniel",
        password: "daniel-runs-by-the-river",
        name: "Daniel Reyes",
        greeting: "Daniel",
        about: "works in the city and travels; pounds, savings and euros",
        language: Language::En,
        text: TextSize::Standard,
    },
    Who {
        username: "amelia",
        password: "amelia-bakes-at-dawn",
        name: "Amelia Hart",
        greeting: "Amelia",
        about: "owns a bakery: a business account beside her own",
        language: Language::En,
        text: TextSize::Standard,
    },
    Who {
        username: "tom",
        password: "tom-mends-old-radios",
        name: "Tom Whitfield",
        greeting: "Tom",
        about: "his own account, and a joint one with Anna",
        language: Language::En,
        text: TextSize::Standard,
    },
    Who {
        username: "anna",
        password: "anna-grows-tomatoes",
        name: "Anna Whitfield",
        greeting: "Anna",
        about: "her own account, and a joint one with Tom",
        language: Language::En,
        text: TextSize::Standard,
    },
    Who {
        username: "chen",
        password: "chen-feeds-the-sparrows",
        name: "陈秀英",
        greeting: "陈阿姨",
        about: "78 and retired; Chinese, Large text, yuan",
        language: Language::Zh,
        text: TextSize::Large,
    },
    Who {
        username: "li",
        password: "li-plants-in-march",
        name: "李志强",
        greeting: "李先生",
        about: "a farmer on a slow line; Chinese, yuan",
        language: Language::Zh,
        text: TextSize::Standard,
    },
];

/// Everybody there is to sign in as.
#[must_use]
pub fn people() -> Vec<DemoPerson> {
    let person = |who: &Who| DemoPerson {
        username: who.username,
        password: who.password,
        name: who.name,
        about: who.about,
        totp_secret: who.secret(),
    };
    PEOPLE.iter().map(person).collect()
}

/// Where the ids of the people begin: far below those that a running bank makes from the time.
const FIRST_ID: i64 = 1 << 32;

/// The id of one of the [`PEOPLE`].
pub(crate) fn id_of(username: &str) -> CustomerId {
    let place = PEOPLE.iter().zip(FIRST_ID..).find(|(who, _)| who.username == username);
    CustomerId::new(place.map(|(_, id)| id).expect("only people of the demo are asked for"))
}

#[cfg(test)]
mod tests {
    use super::{PEOPLE, id_of, people};

    #[test]
    fn everybody_has_a_password_the_bank_would_take_and_a_secret_of_their_own() {
        let people = people();
        for person in &people {
            let length = person.password.chars().count();
            assert!((15..=128).contains(&length), "{}", person.username);
            assert!(person.password.starts_with(person.username), "{} is easy to remember", person.username);
            assert_eq!(person.totp_secret.len(), 20);
            assert_eq!(people.iter().filter(|other| other.totp_secret == person.totp_secret).count(), 1);
        }
        assert_eq!(people, super::people());
        assert!(id_of("maya") < id_of(PEOPLE[6].username));
    }
}

/// Somebody of the demonstration's bank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DemoStaff {
    /// What they are called by.
    pub username: &'static str,
    /// Their name.
    pub name: &'static str,
    /// What they may do.
    pub role: Role,
}

/// The bank's own people, in the demonstration. They have no secrets: each makes a passkey by a link.
pub const STAFF: [DemoStaff; 5] = [
    DemoStaff { username: "priya", name: "Priya Nair", role: Role::Agent },
    DemoStaff { username: "oscar", name: "Oscar Lind", role: Role::PaymentsOfficer },
    DemoStaff { username: "dora", name: "Dora Kamau", role: Role::Designer },
    DemoStaff { username: "ruth", name: "Ruth Adeyemi", role: Role::Auditor },
    DemoStaff { username: "wen", name: "温建国", role: Role::Administrator },
];
