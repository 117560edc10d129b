//! The store, on both databases: every test runs once on SQLite and once on a private PostgreSQL.

mod abroad;
mod accounts;
mod aliases;
mod arrangements;
mod banking;
mod business;
mod call_backs;
mod cards;
mod cluster;
mod commands;
mod concurrency;
mod conversations;
mod experiments;
mod feedback;
mod groups;
mod history;
mod limits;
mod mandates;
mod migration;
mod misses;
mod models;
mod notices;
mod payees;
mod people;
mod powers;
mod practice;
mod recovery;
mod replies;
mod requests;
mod schedules;
mod schema;
mod sendings;
mod staff;
mod state_machine;
mod statements;
mod tickets;
mod upkeep;
mod waits;
mod world;

/// Makes a test on each database of every `async fn(World)` that is named.
#[macro_export]
macro_rules! on_both {
    ($($name:ident),+ $(,)?) => {
        mod sqlite {
            $(#[test]
            fn $name() {
                $crate::world::run($crate::world::Kind::Sqlite, super::$name);
            })+
        }
        mod postgres {
            $(#[test]
            fn $name() {
                $crate::world::run($crate::world::Kind::Postgres, super::$name);
            })+
        }
    };
}
