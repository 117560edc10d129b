//! The tables as they are written: the same for both databases, with the words that the program knows.

use std::{
    fs,
    path::{Path, PathBuf},
};

use bank::{
    accounts::{AccountKind, AccountStatus},
    conversations::ConversationState,
    customers::CustomerStatus,
    experiments::{EventKind, Improve, Journey, Measure},
    help::CallBackState,
    layouts::{Stage, Window},
    payments::PaymentState,
    rails::{Rail, SendingState},
    schedules::ScheduleState,
    staff::{Role, StaffStatus},
    tickets::TicketState,
};
use model::{
    Contrast, DataUse, Shortcuts, TextSize, Theme,
    forms::{CoolingOff, DayPart, Every, Lost, PowerKind, TicketKind},
};

/// What a database's migrations say, in their order.
fn migrations(database: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../migrations").join(database);
    let entries = fs::read_dir(folder).expect("the migrations are there");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    files.into_iter().map(|file| fs::read_to_string(file).expect("text")).collect()
}

/// What is left once the names of types and what only one of the two databases has are put aside.
fn plain(sql: &str) -> String {
    let sql = sql
        .replace(" bigint", " integer")
        .replace(" bytea", " blob")
        .replace(") strict, without rowid;", ");")
        .replace(") strict;", ");")
        .replace(
            "randomblob(32)",
            "decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex')",
        )
        .replace(
            "unixepoch(booked_at / 1000000, 'unixepoch', 'start of month')",
            "cast(extract(epoch from date_trunc('month', to_timestamp(booked_at / 1000000) at time zone 'UTC')) as integer)",
        );
    // One writer needs no lock.
    let sql: String = sql.split_inclusive('\n').filter(|line| !line.starts_with("lock table ")).collect();
    let (fill, comment) = ("\n)\n-- Balances change", "with (fillfactor = 70);");
    match (sql.find(fill), sql.find(comment)) {
        (Some(begin), Some(end)) => format!("{}\n);{}", &sql[..begin], &sql[end + comment.len()..]),
        _ => sql,
    }
}

/// All of a step but what takes columns away from the account, which each database does in its own way.
fn up_to_the_account(sql: &str) -> &str {
    sql.split("-- What has a table of its own").next().unwrap_or(sql)
}

#[test]
fn both_databases_have_the_same_tables() {
    let (sqlite, postgres) = (migrations("sqlite"), migrations("postgres"));
    assert_eq!(sqlite.len(), postgres.len());
    for (sqlite, postgres) in sqlite.iter().zip(&postgres) {
        let (sqlite, postgres) = (plain(up_to_the_account(sqlite)), plain(up_to_the_account(postgres)));
        for (left, right) in sqlite.lines().zip(postgres.lines()) {
            assert_eq!(left, right);
        }
        assert_eq!(sqlite.lines().count(), postgres.lines().count());
    }
}

#[test]
fn the_account_that_is_written_anew_lacks_the_columns_that_are_dropped() {
    fn lines(sql: &str) -> impl Iterator<Item = &str> {
        let table = sql.split("create table account (\n").nth(1).expect("the account is made");
        table.lines().take_while(|line| !line.starts_with(')')).map(|line| line.trim().trim_end_matches(','))
    }
    let (sqlite, postgres) = (migrations("sqlite"), migrations("postgres"));
    let anew = |steps: &[String]| {
        let step = steps.iter().find(|step| step.contains("create table standing ("));
        step.expect("balances have moved").clone()
    };
    let steps = anew(&postgres);
    let dropped: Vec<_> = steps.lines().filter_map(|line| line.trim().strip_prefix("drop ")).collect();
    let is_dropped = |line: &str| {
        dropped.iter().any(|what| {
            let name = what.trim_start_matches("column ").trim_end_matches(',');
            line.strip_prefix(name).is_some_and(|rest| rest.starts_with(' '))
        })
    };
    let first: Vec<_> = lines(&sqlite[0]).filter(|line| !is_dropped(line)).collect();
    assert_eq!(lines(&anew(&sqlite)).collect::<Vec<_>>(), first);
}

/// The check of a column that holds one word of a list.
macro_rules! check {
    ($column:literal, $words:ty) => {{
        let words: Vec<String> = <$words>::ALL.iter().map(|word| format!("'{}'", word.code())).collect();
        format!("{} text not null check ({} in ({}))", $column, $column, words.join(", "))
    }};
}

/// Everything that is written about the columns of `table`, on one line, under the names that they have in the end.
fn definition(sql: &str, table: &str) -> String {
    let begins = [format!("create table {table} ("), format!("alter table {table} add column ")];
    let statements = sql.split(";\n").map(|statement| {
        let lines = statement.lines().map(str::trim).filter(|line| !line.starts_with("--"));
        lines
            .collect::<Vec<_>>()
            .join(" ")
            .trim()
            .replace("text_sizes", "text_size")
            .replace("new_rail", "rail")
            .replace("payment_with_end", "payment")
    });
    let about = statements.filter(|statement| begins.iter().any(|begin| statement.starts_with(begin)));
    // A new column of a table that is not empty has a default; the check is what matters here.
    let defaults = [
        " default 'standard'",
        " default 'device'",
        " default 'usual'",
        " default 'off'",
        " default 'active'",
        " default 'none'",
        " default 'ordinary'",
    ];
    defaults.iter().fold(about.collect::<Vec<_>>().join(" "), |text, default| text.replace(default, ""))
}

#[test]
fn a_word_that_the_program_does_not_know_is_not_kept() {
    let checks = [
        ("customer", check!("status", CustomerStatus)),
        ("customer", check!("text_size", TextSize)),
        ("customer", check!("theme", Theme)),
        ("customer", check!("contrast", Contrast)),
        ("customer", check!("data_use", DataUse)),
        ("customer", check!("shortcuts", Shortcuts)),
        ("customer", check!("own_wait", CoolingOff)),
        ("customer", check!("improve", Improve)),
        ("exposure", check!("text_size", TextSize)),
        ("arrangement_picture", check!("browser_window", Window)),
        ("journey_told", check!("journey", Journey)),
        ("journey_told", check!("kind", EventKind)),
        ("experiment_stop", check!("measure", Measure)),
        ("account", check!("kind", AccountKind)),
        ("account", check!("status", AccountStatus)),
        ("payment", check!("state", PaymentState)),
        ("sending", check!("state", SendingState)),
        ("sending", check!("rail", Rail)),
        ("regular", check!("every", Every)),
        ("schedule", check!("every", Every)),
        ("schedule", check!("state", ScheduleState)),
        ("staff", check!("role", Role)),
        ("staff", check!("status", StaffStatus)),
        ("power_of_attorney", check!("kind", PowerKind)),
        ("recovery", check!("lost", Lost)),
        ("call_back", check!("part", DayPart)),
        ("call_back", check!("state", CallBackState)),
        ("ticket", check!("kind", TicketKind)),
        ("ticket", check!("state", TicketState)),
        ("ticket", check!("role", Role)),
        ("arrangement", check!("stage", Stage)),
        ("conversation", check!("state", ConversationState)),
    ];
    for sql in [migrations("sqlite").concat(), migrations("postgres").concat()] {
        for (table, check) in &checks {
            assert!(definition(&sql, table).contains(check.as_str()), "{table}: {check}");
        }
    }
}
