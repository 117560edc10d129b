//! The one table of settings: name, type, default, meaning.

use std::{net::SocketAddr, path::PathBuf};

use bank::accounts::TaxYear;
use experiments::assign::Plans;
use lettre::message::Mailbox;

use super::{
    PolicyFile, RatesAt,
    read::{self, CheckerKey, DatabaseUrl, ExperimentsKey, Learnt, LogFormat, PublicUrl, VerifyAtStart},
    values::{Mistakes, Values},
};
use crate::post::Way;

/// A setting, as the table shows it.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// Its name in the file.
    pub name: &'static str,
    /// What holds where nothing is set; empty for nothing.
    pub default: &'static str,
    /// What it means, in a sentence or two.
    meaning: &'static str,
}

impl Setting {
    /// What it means, in a sentence or two.
    #[must_use]
    pub fn meaning(&self) -> String {
        self.meaning.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

macro_rules! settings {
    ($($(#[doc = $doc:literal])+ $name:ident: $type:ty = $default:literal, $read:path;)+) => {
        /// Everything that can be set.
        #[derive(Debug, Clone)]
        pub struct Config { $($(#[doc = $doc])+ pub $name: $type,)+ }

        /// Every setting, in the order in which people look for them.
        pub const SETTINGS: &[Setting] = &[
            $(Setting { name: stringify!($name), default: $default, meaning: concat!($($doc),+) }),+
        ];

        impl Config {
            /// What `values` say, and the defaults for the rest.
            pub(super) fn read(values: &Values) -> Result<Self, Mistakes> {
                let mut mistakes = values.unknown(SETTINGS);
                $(let $name = values.read(stringify!($name), $default, $read, &mut mistakes);)+
                match ($($name,)+) {
                    ($(Some($name),)+) if mistakes.is_empty() => Ok(Self { $($name),+ }),
                    _ => Err(Mistakes(mistakes)),
                }
            }
        }
    };
}

settings! {
    /// The address and port to listen on. Only ever plain HTTP: a proxy in front speaks TLS.
    address: SocketAddr = "127.0.0.1:3000", read::address;
    /// The address people type, without a path. Forms are taken from pages of this origin and no other. With
    /// `https://` cookies are `Secure` and HSTS is sent.
    public_url: PublicUrl = "http://localhost:3000", read::public_url;
    /// The database: `sqlite:FILE` or `postgres://USER@HOST/NAME`, with `?sslmode=require` or stronger where it is
    /// another machine.
    database: DatabaseUrl = "sqlite:var/banyan.db", read::database;
    /// The database of the play money that people practise with: never the real one. Without it: a file beside the real
    /// one, with `-practice` in its name, or a schema `practice` in the same PostgreSQL database. It is made by itself.
    practice_database: Option<DatabaseUrl> = "", read::database_or_unsaid;
    /// Whether real people bank here. Refuses everything that is only good for trying out.
    production: bool = "false", read::yes_or_no;
    /// Whether this is the demonstration bank: its sign-in page says who there is to be.
    demo: bool = "false", read::yes_or_no;
    /// Whether anybody may look at the gallery of the design system, at `/design`.
    design: bool = "false", read::yes_or_no;
    /// A folder with layouts of pages, such as `layouts/` of this project, that a designer works in: what is saved in it is
    /// shown at once, at `/workshop`. Only in the demonstration, on the designer's own machine.
    design_folder: Option<PathBuf> = "", read::folder;
    /// Whether every sentence is shown in disguise, so that those that are in no language's files can be seen.
    pseudo: bool = "false", read::yes_or_no;
    /// The bank's time zone (IANA): when a day begins.
    time_zone: String = "Europe/London", read::time_zone;
    /// The day on which a year begins for the tax office, month and day: interest is added up from it on.
    tax_year: TaxYear = "04-06", read::tax_year;
    /// The number of this server among those on the same database, 0 to 1023. No two may share one.
    node: u16 = "0", read::node;
    /// Where the simulator of other banks listens, `banyan simulator`, on this machine: 127.0.0.1:3100. Without it nothing
    /// is sent to other banks.
    other_banks: Option<SocketAddr> = "", read::loopback_or_unsaid;
    /// A TOML file with what currencies are worth and what it costs to send money in another: it is read again whenever
    /// somebody asks, so that it can be edited while the bank is open. `banyan rates` prints one to begin with. Without it
    /// nothing is sent in another currency.
    rates: Option<RatesAt> = "", read::rates;
    /// Where mails go: `smtps://USER:PASSWORD@HOST`, `smtp://…?tls=required`, or `folder:PATH`, where each is a file.
    /// Without it people are told things on their own pages only.
    mail: Option<Way> = "", read::mail;
    /// From whom mails are: `Bank <notices@bank.example>`.
    mail_from: Option<Mailbox> = "", read::mailbox;
    /// The domain of a gateway that takes mails to NUMBER@DOMAIN and sends them to telephones. Without it there are no
    /// short messages.
    sms_gateway: Option<String> = "", read::domain_or_unsaid;
    /// How long a session may be left alone, in seconds.
    session_idle_s: i64 = "300", read::seconds;
    /// How long a session may last, however much it is used, in seconds.
    session_absolute_s: i64 = "14400", read::seconds;
    /// How many sign-ins one network address may send in a minute.
    sign_ins_per_minute: u32 = "20", read::count::<10_000>;
    /// How many pages and forms one network address may ask for in a minute.
    requests_per_minute: u32 = "1200", read::count::<100_000_000>;
    /// How many forms one customer, or one network address where nobody is signed in, may send in a minute.
    changes_per_minute: u32 = "120", read::count::<1_000_000>;
    /// Whether the last address in `X-Forwarded-For` is the visitor's: only behind a proxy that writes it. With
    /// `production` it must be said, `true` or `false`.
    behind_proxy: Option<bool> = "", read::yes_or_no_or_unsaid;
    /// How many connections may be open at once; the next ones wait to be accepted.
    connections: u32 = "8192", read::count::<1_000_000>;
    /// How many of them one network address may have; one more is closed at once. Behind a proxy all are the proxy's,
    /// which is where to limit them.
    connections_per_address: u32 = "256", read::count::<1_000_000>;
    /// How long the head of a request may take to arrive, in seconds.
    header_timeout_s: u64 = "5", read::seconds_unsigned;
    /// How long all of a form may take to arrive, in seconds.
    body_timeout_s: u64 = "10", read::seconds_unsigned;
    /// How long a visitor may take nothing of the answer that waits for them, in seconds.
    write_timeout_s: u64 = "20", read::seconds_unsigned;
    /// How long an answer may take, in seconds.
    request_timeout_s: u64 = "30", read::seconds_unsigned;
    /// How long requests that are under way at shutdown may take to finish, in seconds.
    shutdown_s: u64 = "30", read::seconds_unsigned;
    /// The largest form, in bytes.
    body_limit_bytes: u32 = "65536", read::count::<1_048_576>;
    /// How many database connections read at the same time. On PostgreSQL they also write what is not money.
    readers: u32 = "4", read::count::<256>;
    /// How many commands may wait for the ledger; beyond it people are told to try again.
    ledger_queue: u32 = "4096", read::count::<65_536>;
    /// When the ledger is looked over at start: `before` it serves, in the `background`, or `never`. Every night
    /// it is looked over in any case.
    verify_at_start: VerifyAtStart = "background", read::verify_at_start;
    /// Where Prometheus fetches `/metrics`: an address of its own, not the visitors'. `off` for none.
    metrics_address: Option<SocketAddr> = "127.0.0.1:9464", read::address_or_off;
    /// What is logged, as `tracing` filters are written: `info`, `server=debug,info`.
    log: String = "info", read::log_filter;
    /// How it is logged: `pretty` for people, `json` for machines, `auto` for what standard error is.
    log_format: LogFormat = "auto", read::log_format;
    /// A TOML file with what this bank allows at most, asks about and lets wait. `banyan policy` prints what holds, to begin
    /// with. Without it: that.
    policy: PolicyFile = "", read::policy;
    /// A file that says which arrangements of pages are tried out, and on whom. Without it everybody sees the same.
    experiments: Plans = "", read::experiments;
    /// What decides who is shown which: at least 32 characters that nobody can guess, the same on every server, from
    /// one start to the next.
    experiments_key: Option<ExperimentsKey> = "", read::experiments_key;
    /// Where the browser is that looks at arrangements of pages before customers are shown them: the address of the
    /// checker in `checker/`, on this machine. Without it none can be shown.
    checker: Option<SocketAddr> = "", read::local_or_unsaid;
    /// What the checker is shown, so that it works for nobody else: at least 32 characters.
    checker_key: CheckerKey = "", read::checker_key;
    /// What the program that talks with people has learnt: a file that `banyan assistant train` has written, with its encoder
    /// beside it if it needs one. Without it the program goes by rules, by what can be pressed, and by articles.
    assistant_model: Option<Learnt> = "", read::assistant_model;
    /// The folder with the models that were offered to take that one's place: `banyan assistant offer` writes there. With
    /// several servers each has the same files in it.
    assistant_models: Option<PathBuf> = "var/models", read::folder;
    /// A folder with the fonts that statements are set in as PDF. Without it: those of the system.
    fonts: Option<PathBuf> = "", read::folder;
    /// The `Leptos.toml` of the site. Without it: beside the program, then in the working directory.
    site: Option<PathBuf> = "", read::path;
}
