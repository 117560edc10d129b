//! Settings that can be read and would still leave a door open.

use experiments::assign::Plans;

use super::{Config, Mistake};
use crate::post::Way;

/// The longest a session may be left alone, in seconds (NIST SP 800-63B-4 asks for 15 minutes where money moves).
const LONGEST_IDLE_S: i64 = 15 * 60;
/// The longest a session may last, in seconds (NIST SP 800-63B-4, AAL2).
const LONGEST_ABSOLUTE_S: i64 = 12 * 60 * 60;

/// Everything about `config` that is too weak to start with, each with the fix.
pub(super) fn weaknesses(config: &Config) -> Vec<Mistake> {
    let found = [
        (
            !config.public_url.tls && !config.public_url.local,
            "public_url is plain HTTP on another machine than this, where anybody on the way can read along: put a \
             proxy that speaks TLS in front and write https://.",
        ),
        (
            !config.public_url.tls && !config.address.ip().is_loopback(),
            "address can be reached from other machines, over plain HTTP: listen on 127.0.0.1, or put a proxy that \
             speaks TLS in front and write its https:// address as public_url.",
        ),
        (
            config.production && !config.public_url.tls,
            "production needs public_url with https://: the cookies of real sessions must be Secure.",
        ),
        (
            config.production && config.behind_proxy.is_none(),
            "production must say where visitors' addresses are found: write behind_proxy = true where the proxy in \
             front writes X-Forwarded-For (otherwise all visitors would share one limit of sign-ins), or false where \
             visitors reach this server from their own addresses.",
        ),
        (
            store::crosses_in_the_clear(config.database.expose()),
            "database is on another machine, and what the bank asks it could be read on the way: add \
             ?sslmode=require to its address, or verify-full with sslrootcert, which also makes sure who answers.",
        ),
        (
            config.connections_per_address > config.connections,
            "connections_per_address is above connections, so that one address can take all places: write less.",
        ),
        (
            config.production && config.demo,
            "demo and production cannot both be true: everybody knows how to sign in as the demonstration people. \
             Set demo = false and use a database of its own.",
        ),
        (
            config.production && config.other_banks.is_some(),
            "other_banks is a simulator: money that is sent to it goes nowhere. Leave it out where production is true.",
        ),
        (
            config.production && config.design,
            "design opens the gallery of the design system, which is nothing that customers need: set design = false.",
        ),
        (
            config.checker.is_some() && config.checker_key.expose().is_empty(),
            "checker needs checker_key, so that the checker works for nobody else: write at least 32 characters that \
             nobody can guess, and start the checker with the same.",
        ),
        (
            config.production && config.pseudo,
            "pseudo and production cannot both be true: nobody could read a page. Set pseudo = false.",
        ),
        (
            config.experiments != Plans::default() && config.experiments_key.is_none(),
            "experiments needs experiments_key, or anybody could work out who is shown what: write at least 32 \
             characters that nobody can guess, the same on every server.",
        ),
        (
            config.metrics_address.is_some_and(|metrics| metrics == config.address),
            "metrics_address is the address people use: give it another port, or write off.",
        ),
        (
            config.production && config.metrics_address.is_some_and(|metrics| !metrics.ip().is_loopback()),
            "metrics_address can be reached from other machines: listen on 127.0.0.1 and fetch through a proxy that \
             asks who is there, or write off.",
        ),
    ];
    let found = found.into_iter().chain(about_sessions(config)).chain(about_practice(config));
    let found = found.chain(about_design(config)).chain(about_mail(config));
    found.filter(|(weak, _)| *weak).map(|(_, sentence)| Mistake(sentence.to_owned())).collect()
}

/// The same of how mails leave.
fn about_mail(config: &Config) -> [(bool, &'static str); 4] {
    [
        (
            config.mail.is_some() && config.mail_from.is_none(),
            "mail needs mail_from, or nobody knows from whom it is: write a name and an address of this bank.",
        ),
        (
            matches!(config.mail, Some(Way::Server { in_the_clear: true, .. })),
            "mail goes to another machine, and could be read on the way: write smtps:// or add ?tls=required.",
        ),
        (
            config.production && matches!(config.mail, Some(Way::Folder(_))),
            "mail goes into a folder, where nobody gets it and everybody on this machine could read it: write the \
             address of a mail server where production is true.",
        ),
        (config.sms_gateway.is_some() && config.mail.is_none(), "sms_gateway is reached by mail: write mail as well."),
    ]
}

/// The same of how long sessions last.
fn about_sessions(config: &Config) -> [(bool, &'static str); 3] {
    [
        (
            config.session_idle_s > LONGEST_IDLE_S,
            "session_idle_s leaves a forgotten session open for too long: write at most 900.",
        ),
        (
            config.session_absolute_s > LONGEST_ABSOLUTE_S,
            "session_absolute_s lets a session last for too long: write at most 43200.",
        ),
        (
            config.session_absolute_s < config.session_idle_s,
            "session_absolute_s is below session_idle_s: write a larger session_absolute_s.",
        ),
    ]
}

/// The same of a folder that a designer works in.
fn about_design(config: &Config) -> [(bool, &'static str); 2] {
    let set = config.design_folder.is_some();
    [
        (
            set && !config.demo,
            "design_folder shows whatever is saved in a folder, with no check and no second person, which is nothing for \
             a bank with customers: set demo = true with the demonstration's database, or leave design_folder out.",
        ),
        (
            set && !(config.address.ip().is_loopback() && config.public_url.local && !config.is_behind_proxy()),
            "design_folder is for a designer at this machine, and this server can be reached from others: listen on \
             127.0.0.1, or leave design_folder out.",
        ),
    ]
}

/// The same of where play money stands.
fn about_practice(config: &Config) -> [(bool, &'static str); 2] {
    [
        (
            config.practice_database.as_ref() == Some(&config.database),
            "practice_database is the database of the real bank: play money must stand in one of its own. Write \
             another one, or leave practice_database out.",
        ),
        (
            config.practice_database.as_ref().is_some_and(|play| store::crosses_in_the_clear(play.expose())),
            "practice_database is on another machine, and what is asked of it could be read on the way: add \
             ?sslmode=require to its address.",
        ),
    ]
}
