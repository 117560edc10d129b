//! The browser and the server must never disagree about a form. Thousands of generated forms are
//! given to the rules as this machine runs them and to the WebAssembly build of the same rules in
//! Node; the verdicts must be the same to the letter.
//!
//! `cargo xtask verdicts` builds the WebAssembly and says in `BANYAN_VERDICTS_JS` where it is.

use std::io::Write;
use std::process::{Command, Stdio};

use model::forms::{
    ActForm, ActRole, AliasForm, AmountForm, ApproveForm, AskForm, BeFoundForm, CallBackForm, CardReach, CardTrouble,
    CodeForm, CodeTextForm, CoolingOff, CoolingOffForm, DayPart, Direction, Every, FeedbackForm, FilterForm,
    HistoryKind, LimitForm, MandateForm, NicknameForm, NoticesForm, PayeeForm, PaymentPurpose, PeopleForm, Period,
    PlanAmountForm, PreferencesForm, PurposeForm, RatingForm, ReachForm, RefusalForm, SayForm, SignInForm, TicketForm,
    TicketKind, TicketMessageForm, TroubleForm, TwoPeopleForm, WhenForm, Whereabouts,
};
use model::{AccountId, AccountNumber, AliasWay, Contrast, Currency, Iban, Language, Preferences, TextSize, Theme};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::string::string_regex;
use proptest::test_runner::TestRunner;
use verdicts::{Case, verdicts};

/// Forms of each kind: ten times this many cases.
const OF_EACH: usize = 3_000;

/// Reads cases on standard input, writes verdicts on standard output.
const ASK: &str = "const { verdicts } = require(process.argv[1]);
    process.stdout.write(verdicts(require('node:fs').readFileSync(0, 'utf8')));";

/// Anything a person, an input method or an attacker may put into a field.
fn anything() -> impl Strategy<Value = String> {
    prop_oneof![
        1 => Just(String::new()),
        2 => any::<String>(),
        2 => "\\PC{0,80}",
        1 => "[\\u{202a}-\\u{202e}\\u{2066}-\\u{2069}\\u{200e}\\u{200f}a-z\\u{3000} ]{0,12}",
        1 => "[İıẞßΣςǅﬁa-zA-Z ]{0,40}",
        2 => "[一-鿿]{1,40}",
    ]
}

fn digits(count: &str) -> impl Strategy<Value = String> + use<> {
    let of = |class: &str| string_regex(&format!("{class}{count}")).expect("a class and a count are an expression");
    prop_oneof![3 => of("[0-9]"), 2 => of("[０-９]"), 1 => of("[0-9０-９ 　-]"), 1 => of("[٠-٩०-९0-9]")]
}

fn amount() -> impl Strategy<Value = String> {
    let number = prop_oneof![
        4 => "[0-9]{1,12}(\\.[0-9]{0,4})?",
        3 => "[0-9]{1,3}([, '][0-9]{3}){0,4}(\\.[0-9]{0,3})?",
        2 => "[0-9]{1,4}[, .'][0-9]{1,4}[, .'][0-9]{0,4}",
        3 => "[０-９]{1,9}([．。][０-９]{0,3})?",
        2 => "[0-9０-９]{1,5}([.．][0-9]{1,6})?[万萬亿億]",
        2 => "[零〇一二三四五六七八九十百千两壹贰叁拾佰仟万亿点]{1,9}",
        1 => "[0-9.,。、'　 +-]{0,12}",
    ];
    let sign = || {
        prop_oneof![6 => Just(""), 1 => Just("£"), 1 => Just("￥"), 1 => Just("¥"), 1 => Just("-"),
        1 => Just("＋"), 1 => Just("gbp "), 1 => Just("元"), 1 => Just(" CNY"), 1 => Just("€"), 1 => Just("　")]
    };
    let typed = (sign(), number, sign()).prop_map(|(before, number, after)| format!("{before}{number}{after}"));
    prop_oneof![6 => typed, 1 => anything()]
}

fn account() -> impl Strategy<Value = AccountId> {
    prop_oneof![(0..50_i64), (0..=i64::MAX)].prop_map(AccountId::new)
}

fn currency() -> impl Strategy<Value = Currency> {
    proptest::sample::select(Currency::ALL.to_vec())
}

fn word(known: Vec<&'static str>) -> impl Strategy<Value = String> {
    prop_oneof![4 => proptest::sample::select(known).prop_map(ToOwned::to_owned), 1 => Just(String::new()), 1 => anything()]
}

fn date() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])",
        1 => "[0-9]{1,5}-[0-9]{1,2}-[0-9]{1,2}",
        1 => "２０[０-９]{2}-[０-１][０-９]-[０-３][０-９]",
        1 => anything(),
    ]
}

fn amounts() -> impl Strategy<Value = Case> {
    (proptest::collection::vec((account(), currency()), 0..5), any::<proptest::sample::Index>(), anything(), amount())
        .prop_map(|(accounts, which, other, amount)| {
            let known = (!accounts.is_empty()).then(|| which.get(&accounts).0.to_string());
            Case::Amount { input: AmountForm { from: known.unwrap_or(other), amount }, accounts }
        })
}

fn asks() -> impl Strategy<Value = Case> {
    let people =
        prop_oneof![3 => (0..25_u8).prop_map(|people| people.to_string()), 1 => Just(String::new()), 1 => anything()];
    (amounts(), anything(), people).prop_map(|(amount, reference, people)| {
        let Case::Amount { input, accounts } = amount else { unreachable!("these are amounts") };
        Case::Ask { input: AskForm { to: input.from, amount: input.amount, reference, people }, accounts }
    })
}

/// Accounts that may be shown, of which one is chosen, and something else.
fn mandates() -> impl Strategy<Value = Case> {
    let known = proptest::collection::vec(account(), 0..4);
    let number = (0..AccountNumber::SERIALS)
        .prop_map(|serial| AccountNumber::from_serial(serial).map_or_else(String::new, |number| number.to_string()));
    let number = prop_oneof![3 => number, 1 => digits("{6,10}"), 1 => anything()];
    let others = proptest::collection::vec(prop_oneof![account().prop_map(|id| id.to_string()), anything()], 0..2);
    (known, others, anything(), number, date(), date()).prop_map(|(known, others, name, number, until, today)| {
        let accounts = known.iter().take(2).map(ToString::to_string).chain(others).collect();
        Case::Mandate { input: MandateForm { name, number, accounts, until }, today, accounts: known }
    })
}

/// Who may act for a business, and what they may do.
fn acts() -> impl Strategy<Value = Case> {
    let number = (0..AccountNumber::SERIALS)
        .prop_map(|serial| AccountNumber::from_serial(serial).map_or_else(String::new, |number| number.to_string()));
    let number = prop_oneof![3 => number, 1 => digits("{6,10}"), 1 => anything()];
    let role = word(ActRole::ALL.iter().map(|role| role.code()).collect());
    (anything(), number, role, amount(), currency()).prop_map(|(name, number, role, most, currency)| Case::Act {
        input: ActForm { name, number, role, most },
        currency,
    })
}

fn payees() -> impl Strategy<Value = Case> {
    let real = (0..AccountNumber::SERIALS)
        .prop_map(|serial| AccountNumber::from_serial(serial).map_or_else(String::new, |number| number.to_string()));
    let number = prop_oneof![3 => real, 2 => digits("{6,10}"), 1 => anything()];
    let own = prop_oneof![account().prop_map(|id| id.to_string()), "[0-9a-z]{13}", anything()];
    let real =
        "[0-9]{14}".prop_map(|rest| Iban::made("GB", &format!("BANY{rest}")).map_or(rest, |iban| iban.to_string()));
    let iban = prop_oneof![3 => real, 2 => "[A-Za-z]{2}[0-9]{2}[ 0-9A-Z]{8,30}", 1 => anything()];
    let bank = prop_oneof![2 => "102100099996|CHASUS33|COBADEFF", 1 => "[0-9]{12}", 1 => anything()];
    let abroad =
        (word(vec!["iban", "cnaps", "bic"]), bank, word(vec!["USD", "CNY"]), prop_oneof!["[0-9]{0,4}", anything()]);
    let kind = word(vec!["own", "other", "elsewhere", "abroad"]);
    (kind, own, anything(), (number, iban), anything(), abroad).prop_map(
        |(kind, own, name, (number, iban), reference, (way, bank, currency, arrives))| Case::Payee {
            input: PayeeForm { kind, own, name, number, iban, reference, way, bank, currency, arrives },
        },
    )
}

/// By what somebody wants to be found.
fn found() -> impl Strategy<Value = Case> {
    let ways = proptest::collection::vec(word(AliasWay::ALL.iter().map(|way| way.code()).collect()), 0..3);
    let found = (ways, account(), prop_oneof![account().prop_map(|id| id.to_string()), anything()]);
    found.prop_map(|(ways, known, chosen)| Case::BeFound {
        input: BeFoundForm { ways, account: if chosen.len() % 2 == 0 { known.to_string() } else { chosen } },
        accounts: vec![known],
    })
}

fn codes() -> impl Strategy<Value = Case> {
    let iban = "[0-9]{18}".prop_map(|rest| Iban::made("DE", &rest).map_or(rest, |iban| iban.to_string()));
    let iban = prop_oneof![4 => iban, 1 => anything()];
    let bank = prop_oneof![3 => Just(String::new()), 2 => "[A-Z]{4}(DE|GB)[A-Z0-9]{2}([A-Z0-9]{3})?", 1 => anything()];
    let amount = prop_oneof![3 => "(EUR[0-9]{1,4}(\\.[0-9]{1,2})?)?", 1 => anything()];
    let text = (bank, anything(), iban, amount, anything()).prop_map(|(bank, name, iban, amount, reference)| {
        format!("BCD\n002\n1\nSCT\n{bank}\nAnn {name}\n{iban}\n{amount}\n\n\n{reference}")
    });
    prop_oneof![6 => text, 1 => anything()].prop_map(|text| Case::CodeText { input: CodeTextForm { text } })
}

fn aliases() -> impl Strategy<Value = Case> {
    let typed = prop_oneof![
        3 => "([+＋]|00|0|０)?[1-9１-９][0-9０-９]{2,4}[ 　()/.-]?[0-9０-９ -]{4,10}",
        3 => "[A-Za-z.]{0,8}@[A-Za-z]{0,8}\\.?[a-z]{0,3}",
        1 => anything(),
    ];
    typed.prop_map(|alias| Case::Alias { input: AliasForm { alias } })
}

fn calls() -> impl Strategy<Value = Case> {
    let phone = prop_oneof![
        4 => "[+＋]?[0-9０-９]{2,5}[ 　()/.-][0-9０-９ -]{4,12}",
        1 => digits("{5,17}"),
        1 => anything(),
    ];
    let choices = (
        word(Language::ALL.iter().map(|choice| choice.code()).collect()),
        word(DayPart::ALL.iter().map(|choice| choice.code()).collect()),
        word(Whereabouts::ALL.iter().map(|choice| choice.code()).collect()),
        word(vec!["yes"]),
    );
    let day = prop_oneof![4 => "2026-03-0[1-9]", 1 => date()];
    (anything(), phone, choices, day, 0..24_i8, any::<bool>()).prop_map(
        |(name, phone, (language, part, page, tell), day, hour, known)| Case::CallBack {
            input: CallBackForm { name, phone, language, day, part, page, tell },
            today: "2026-03-02".to_owned(),
            hour,
            known,
        },
    )
}

fn filters() -> impl Strategy<Value = Case> {
    let choices = (
        word(Period::ALL.iter().map(|choice| choice.code()).collect()),
        word(HistoryKind::ALL.iter().map(|choice| choice.code()).collect()),
        word(Direction::ALL.iter().map(|choice| choice.code()).collect()),
    );
    let today = "20[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])";
    (choices, date(), date(), amount(), amount(), anything(), today, currency()).prop_map(
        |((period, kind, direction), from, to, min, max, text, today, currency)| Case::Filter {
            input: FilterForm { period, from, to, dated: String::new(), kind, direction, min, max, text },
            today,
            currency,
        },
    )
}

fn preferences() -> impl Strategy<Value = Case> {
    let now = (
        proptest::sample::select(Language::ALL),
        proptest::sample::select(TextSize::ALL),
        proptest::sample::select(Theme::ALL),
        proptest::sample::select(Contrast::ALL),
    );
    let chosen = (
        word(Language::ALL.iter().map(|choice| choice.code()).collect()),
        word(TextSize::ALL.iter().map(|choice| choice.code()).collect()),
        word(Theme::ALL.iter().map(|choice| choice.code()).collect()),
        word(Contrast::ALL.iter().map(|choice| choice.code()).collect()),
    );
    (now, chosen).prop_map(|((language, text, theme, contrast), chosen)| Case::Preferences {
        input: PreferencesForm {
            language: chosen.0,
            text: chosen.1,
            theme: chosen.2,
            contrast: chosen.3,
            ..PreferencesForm::default()
        },
        now: Preferences { language, text, theme, contrast, ..Preferences::default() },
    })
}

fn code() -> impl Strategy<Value = String> {
    prop_oneof![4 => digits("{6}"), 2 => digits("{0,8}"), 1 => anything()]
}

fn take<S: Strategy<Value = Case>>(cases: &mut Vec<Case>, runner: &mut TestRunner, strategy: S) {
    for _ in 0..OF_EACH {
        cases.push(strategy.new_tree(runner).expect("the strategies never give up").current());
    }
}

fn ask_webassembly(module: &str, lines: &str) -> String {
    let mut node = Command::new("node")
        .args(["--eval", ASK, module])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node starts");
    let mut input = node.stdin.take().expect("standard input is piped");
    input.write_all(lines.as_bytes()).expect("node reads all of it before it answers");
    drop(input);
    let output = node.wait_with_output().expect("node ends");
    assert!(output.status.success(), "node ended with {}", output.status);
    String::from_utf8(output.stdout).expect("verdicts are UTF-8")
}

fn notices() -> impl Strategy<Value = Case> {
    let way = || prop_oneof![4 => proptest::sample::select(vec!["both", "email", "sms", "here"]).prop_map(str::to_owned), 1 => anything()];
    let quiet = prop_oneof![2 => Just("any".to_owned()), 4 => Just("night".to_owned()), 1 => anything()];
    let hour = || prop_oneof![6 => (0..26_u8).prop_map(|hour| hour.to_string()), 1 => anything()];
    (way(), way(), quiet, hour(), hour()).prop_map(|(payments, messages, quiet, from, until)| Case::Notices {
        input: NoticesForm { payments, messages, quiet, from, until },
    })
}

#[test]
fn webassembly_and_server_give_the_same_verdicts() {
    let module = std::env::var("BANYAN_VERDICTS_JS")
        .expect("BANYAN_VERDICTS_JS says where the WebAssembly build is: run `cargo xtask verdicts`");
    let cases = cases();
    let lines: Vec<String> =
        cases.iter().map(|case| serde_json::to_string(case).expect("cases are plain data")).collect();
    let here = verdicts(&lines.join("\n"));
    let there = ask_webassembly(&module, &lines.join("\n"));
    assert_eq!(here.lines().count(), lines.len(), "one verdict for each case here");
    assert_eq!(there.lines().count(), lines.len(), "one verdict for each case in WebAssembly");
    for ((case, here), there) in lines.iter().zip(here.lines()).zip(there.lines()) {
        assert_eq!(here, there, "verdict here (left) and in WebAssembly (right) on {case}");
    }
    // Were nearly all forms right, or wrong, the comparison would prove little.
    let right = here.lines().filter(|verdict| verdict.starts_with("Ok(")).count();
    assert!(right * 10 > lines.len() && right * 10 < lines.len() * 9, "{right} of {} were right", lines.len());
    println!("{} forms, {right} of them right: the same verdicts on both sides", lines.len());
}

/// Forms of every kind, of what people do with money and of the rest.
fn cases() -> Vec<Case> {
    let mut runner = TestRunner::default();
    let mut cases = Vec::new();
    of_money(&mut cases, &mut runner);
    of_the_rest(&mut cases, &mut runner);
    cases
}

fn of_money(cases: &mut Vec<Case>, runner: &mut TestRunner) {
    take(cases, runner, amounts());
    take(cases, runner, payees());
    take(cases, runner, anything().prop_map(|nickname| Case::Nickname { input: NicknameForm { nickname } }));
    take(cases, runner, notices());
    take(cases, runner, anything().prop_map(|q| Case::People { input: PeopleForm { q } }));
    take(cases, runner, calls());
    let limits =
        (amount(), currency()).prop_map(|(amount, currency)| Case::Limit { input: LimitForm { amount }, currency });
    take(cases, runner, limits);
    let plan_amounts = (amount(), currency())
        .prop_map(|(amount, currency)| Case::PlanAmount { input: PlanAmountForm { amount }, currency });
    take(cases, runner, plan_amounts);
    take(cases, runner, asks());
    take(cases, runner, filters());
    take(cases, runner, preferences());
    let approve = (code(), anything(), anything())
        .prop_map(|(code, challenge, passkey)| Case::Approve { input: ApproveForm { code, challenge, passkey } });
    take(cases, runner, approve);
}

fn of_the_rest(cases: &mut Vec<Case>, runner: &mut TestRunner) {
    let feedback = (anything(), anything(), anything())
        .prop_map(|(hard, place, reach)| Case::Feedback { input: FeedbackForm { hard, place, reach } });
    take(cases, runner, feedback);
    take(cases, runner, code().prop_map(|code| Case::Code { input: CodeForm { code } }));
    let waits = word(CoolingOff::ALL.iter().map(|choice| choice.code()).collect());
    take(cases, runner, waits.prop_map(|wait| Case::CoolingOff { input: CoolingOffForm { wait } }));
    let reaches = word(CardReach::ALL.iter().map(|choice| choice.code()).collect());
    take(cases, runner, reaches.prop_map(|reach| Case::Reach { input: ReachForm { reach } }));
    let troubles = word(CardTrouble::ALL.iter().map(|choice| choice.code()).collect());
    take(cases, runner, troubles.prop_map(|trouble| Case::Trouble { input: TroubleForm { trouble } }));
    let purposes = word(PaymentPurpose::ALL.iter().map(|choice| choice.code()).collect());
    take(cases, runner, purposes.prop_map(|purpose| Case::Purpose { input: PurposeForm { purpose } }));
    let whens = (word(Every::ALL.iter().map(|every| every.code()).collect()), date(), date(), date())
        .prop_map(|(every, day, last, today)| Case::When { input: WhenForm { every, day, last }, today });
    take(cases, runner, whens);
    take(cases, runner, mandates());
    take(cases, runner, acts());
    let two = (word(vec!["one", "two"]), amount(), currency())
        .prop_map(|(people, from, currency)| Case::TwoPeople { input: TwoPeopleForm { people, from }, currency });
    take(cases, runner, two);
    take(cases, runner, anything().prop_map(|why| Case::Refusal { input: RefusalForm { why } }));
    take(cases, runner, aliases());
    take(cases, runner, codes());
    take(cases, runner, found());
    let kinds = word(TicketKind::ALL.iter().map(|kind| kind.code()).collect());
    let tickets = (kinds, anything(), account().prop_map(|id| id.to_string()), digits("{0,3}"));
    let tickets = tickets
        .prop_map(|(kind, words, account, line)| Case::Ticket { input: TicketForm { kind, words, account, line } });
    take(cases, runner, tickets);
    let messages = (anything(), word(vec!["reopen", "thanks"]), any::<bool>()).prop_map(|(words, further, closed)| {
        Case::TicketMessage { input: TicketMessageForm { words, further }, closed }
    });
    take(cases, runner, messages);
    let ratings =
        (digits("{1}"), anything()).prop_map(|(score, more)| Case::Rating { input: RatingForm { score, more } });
    take(cases, runner, ratings);
    let said = (anything(), anything()).prop_map(|(words, key)| Case::Say { input: SayForm { words, key } });
    take(cases, runner, said);
    let sign_in = (anything(), anything())
        .prop_map(|(username, password)| Case::SignIn { input: SignInForm { username, password } });
    take(cases, runner, sign_in);
}
