//! Forms: what is right, what is wrong with which field, and what is never shown again.

use model::{
    AccountId, AccountNumber, Contrast, Currency, ErrorCode, Iban, Language, Preferences, TextSize, Theme,
    forms::{
        AmountForm, Anew, AnewForm, AnyCode, ApproveForm, CallBackForm, CallTimes, CodeForm, DayPart, Direction,
        FilterForm, ForgottenForm, Form, Given, HistoryKind, Lost, NAME_LENGTH, NewPasswordForm, Payee, PayeeForm,
        Period, PreferencesForm, ProofForm, REFERENCE_LENGTH, SignInForm,
    },
    time::Date,
};
use proptest::prelude::*;

fn today() -> Date {
    jiff::civil::date(2026, 3, 31)
}

fn accounts() -> Vec<(AccountId, Currency)> {
    vec![(AccountId::new(1), Currency::Gbp), (AccountId::new(2), Currency::Jpy)]
}

fn filter(form: &FilterForm) -> Result<model::forms::Filter, model::Problems> {
    form.check(&(today(), Currency::Gbp))
}

proptest! {
    #[test]
    fn no_text_makes_a_check_panic(a in ".{0,80}", b in ".{0,80}", c in ".{0,80}", d in ".{0,80}", e in ".{0,80}") {
        let sign_in = SignInForm { username: a.clone(), password: b.clone() };
        if let Ok((name, password)) = sign_in.check(&()) {
            prop_assert!(!name.is_empty() && password == b);
        }
        let _ = CodeForm { code: a.clone() }.check(&());
        let _ = ApproveForm { code: a.clone(), challenge: b.clone(), ..ApproveForm::default() }.check(&());
        let _ = AmountForm { from: a.clone(), amount: b.clone() }.check(&accounts());
        for kind in ["own", "other", "elsewhere", "abroad", &a] {
            let form = PayeeForm { kind: kind.to_owned(), own: b.clone(), name: c.clone(), number: d.clone(), iban: d.clone(), reference: e.clone(), bank: d.clone(), way: b.clone(), currency: b.clone(), arrives: a.clone() };
            if let Ok((Payee::Other { name, .. }, reference)) = form.check(&()) {
                prop_assert!(name.chars().count() <= NAME_LENGTH && reference.chars().count() <= REFERENCE_LENGTH);
            }
        }
        let preferences = PreferencesForm { language: a.clone(), text: b.clone(), theme: c.clone(), contrast: d.clone(), data: e.clone(), ..PreferencesForm::default() };
        let _ = preferences.check(&Preferences::default());
        let form = FilterForm { from: a.clone(), to: b.clone(), min: c.clone(), max: d.clone(), text: e.clone(), ..FilterForm::default() };
        let _ = filter(&form);
        let _ = ForgottenForm { username: a.clone(), code: b.clone() }.check(&());
        for lost in Lost::ALL {
            let _ = ProofForm { code: a.clone(), password: b.clone() }.check(lost);
            let _ = AnewForm { password: a.clone(), again: b.clone(), code: c.clone() }.check(lost);
        }
        let _ = filter(&FilterForm { period: a.clone(), kind: b.clone(), direction: c.clone(), ..form });
        let form = CallBackForm { name: a, phone: b, language: c, day: d, part: e, ..CallBackForm::default() };
        let _ = form.check(&CallTimes { today: today(), hour: 12, known: false });
    }

    #[test]
    fn secrets_are_never_kept_nor_printed(secret in "[a-z]{8}[0-9]{6}.{0,20}") {
        let forms = [
            (serde_json::to_string(&SignInForm { username: "maya".into(), password: secret.clone() }.kept()).unwrap(),
             format!("{:?}", SignInForm { username: "maya".into(), password: secret.clone() })),
            (serde_json::to_string(&CodeForm { code: secret.clone() }.kept()).unwrap(),
             format!("{:?}", CodeForm { code: secret.clone() })),
            (serde_json::to_string(&ApproveForm { code: secret.clone(), challenge: "c".into(), ..ApproveForm::default() }.kept()).unwrap(),
             format!("{:?}", ApproveForm { code: secret.clone(), challenge: "c".into(), ..ApproveForm::default() })),
            (serde_json::to_string(&ForgottenForm { username: "maya".into(), code: secret.clone() }.kept()).unwrap(),
             format!("{:?}", ForgottenForm { username: "maya".into(), code: secret.clone() })),
            (serde_json::to_string(&ProofForm { password: secret.clone(), code: secret.clone() }.kept()).unwrap(),
             format!("{:?}", ProofForm { password: secret.clone(), code: secret.clone() }.check(&Lost::App))),
            (serde_json::to_string(&AnewForm { password: secret.clone(), again: secret.clone(), code: secret.clone() }.kept()).unwrap(),
             format!("{:?}", AnewForm { password: secret.clone(), again: secret.clone(), code: "123456".into() }.check(&Lost::Both))),
        ];
        for (kept, printed) in forms {
            prop_assert!(!kept.contains(&secret[..8]) && !printed.contains(&secret[..8]));
        }
    }

    #[test]
    fn what_is_no_secret_is_kept_as_it_was_typed(a in ".{0,30}", b in ".{0,30}") {
        let amount = AmountForm { from: a.clone(), amount: b.clone() };
        prop_assert_eq!(amount.kept(), amount);
        let payee = PayeeForm { name: a.clone(), reference: b.clone(), ..PayeeForm::default() };
        prop_assert_eq!(payee.kept(), payee);
        let sign_in = SignInForm { username: a.clone(), password: b };
        prop_assert_eq!(sign_in.kept().username, a);
    }

    #[test]
    fn a_form_with_fields_left_out_is_a_form(field in "(username|code|from|kind|text)") {
        let json = format!("{{\"{field}\":\"x\"}}");
        prop_assert!(serde_json::from_str::<SignInForm>(&json).is_ok());
        prop_assert!(serde_json::from_str::<PayeeForm>(&json).is_ok());
        prop_assert!(serde_json::from_str::<FilterForm>(&json).is_ok());
    }

    #[test]
    fn a_filter_never_asks_for_what_cannot_be(from in "20[0-9]{2}-[01][0-9]-[0-3][0-9]", to in "20[0-9]{2}-[01][0-9]-[0-3][0-9]", min in 0..9_999_i64, max in 0..9_999_i64) {
        let form = FilterForm { from, to, min: min.to_string(), max: max.to_string(), ..FilterForm::default() };
        if let Ok(filter) = filter(&form) {
            prop_assert!(filter.from <= filter.to);
            prop_assert!(filter.min_minor <= filter.max_minor);
        }
    }
}

#[test]
fn signing_in_takes_a_name_in_any_width_and_a_password_as_it_is() {
    let form = SignInForm { username: " ＭＡＹＡ\u{3000}".into(), password: " Ｐass ".into() };
    assert_eq!(form.check(&()).unwrap(), ("maya".to_owned(), " Ｐass ".to_owned()));
    let problems = SignInForm::default().check(&()).unwrap_err();
    assert_eq!(problems.of("username"), Some(ErrorCode::UsernameMissing));
    assert_eq!(problems.of("password"), Some(ErrorCode::PasswordMissing));
}

#[test]
fn a_new_password_is_long_and_otherwise_whatever_one_likes() {
    let typed = |password: &str| NewPasswordForm { password: password.to_owned(), again: password.to_owned() };
    for right in ["fifteen letters", "111111111111111", &"长".repeat(15), &"x".repeat(128)] {
        assert_eq!(typed(right).check(&()).unwrap(), right);
    }
    for (wrong, code) in [
        ("", ErrorCode::PasswordMissing),
        ("fourteen signs", ErrorCode::PasswordShort),
        (&"x".repeat(129), ErrorCode::PasswordLong),
    ] {
        assert_eq!(typed(wrong).check(&()).unwrap_err().of("password"), Some(code), "{wrong}");
    }
    let twice = NewPasswordForm { again: "sixteen letters ".to_owned(), ..typed("sixteen letters") };
    assert_eq!(twice.check(&()).unwrap_err().of("again"), Some(ErrorCode::PasswordAgain));
}

#[test]
fn who_lost_one_thing_is_asked_for_the_other() {
    let typed = |code: &str| ForgottenForm { username: " Maya ".into(), code: code.into() }.check(&());
    assert_eq!(typed("123 456").unwrap(), ("maya".to_owned(), AnyCode::App("123456".to_owned())));
    let paper = AnyCode::Paper("0A1b2c3d4e5f6g7h".to_owned());
    assert_eq!(typed("0A1b-2c3d-4e5f-6g7h").unwrap(), ("maya".to_owned(), paper));
    for (wrong, code) in [("", ErrorCode::AnyCodeMissing), ("12345", ErrorCode::AnyCodeShape)] {
        assert_eq!(typed(wrong).unwrap_err().of("code"), Some(code), "{wrong}");
    }
    let both = ProofForm { code: "0a1b-2c3d-4e5f-6g7h".into(), password: " as it is ".into() };
    assert_eq!(both.check(&Lost::App).unwrap(), Given::Password(" as it is ".to_owned()));
    assert_eq!(both.check(&Lost::Both).unwrap(), Given::Handed("0a1b2c3d4e5f6g7h".to_owned()));
    let digits = ProofForm { code: "123456".into(), ..ProofForm::default() };
    assert_eq!(digits.check(&Lost::Password).unwrap(), Given::Code(AnyCode::App("123456".to_owned())));
    assert_eq!(digits.check(&Lost::Both).unwrap_err().of("code"), Some(ErrorCode::RecoveryCodeShape));
    assert_eq!(digits.check(&Lost::App).unwrap_err().of("password"), Some(ErrorCode::PasswordMissing));
}

#[test]
fn what_was_lost_is_typed_anew_and_nothing_else() {
    let long = "fifteen letters".to_owned();
    let form = AnewForm { password: long.clone(), again: long.clone(), code: "123 456".into() };
    let (password, code) = (Some(long), Some("123456".to_owned()));
    assert_eq!(form.check(&Lost::Both).unwrap(), Anew { password: password.clone(), code: code.clone() });
    assert_eq!(form.check(&Lost::Password).unwrap(), Anew { password, code: None });
    assert_eq!(form.check(&Lost::App).unwrap(), Anew { password: None, code });
    let wrong = AnewForm { again: "another".into(), code: "1".into(), ..form }.check(&Lost::Both).unwrap_err();
    assert_eq!(wrong.of("again"), Some(ErrorCode::PasswordAgain));
    assert_eq!(wrong.of("code"), Some(ErrorCode::CodeShape));
}

#[test]
fn a_code_is_six_digits() {
    for typed in ["123456", "123 456", "123-456", "１２３　４５６"] {
        assert_eq!(CodeForm { code: typed.into() }.check(&()).unwrap(), "123456", "{typed}");
    }
    for (typed, code) in [
        ("", ErrorCode::CodeMissing),
        ("12345", ErrorCode::CodeShape),
        ("12345a", ErrorCode::CodeShape),
        ("一二", ErrorCode::CodeShape),
    ] {
        let form = ApproveForm { code: typed.into(), challenge: String::new(), ..ApproveForm::default() };
        assert_eq!(form.check(&()).unwrap_err().of("code"), Some(code), "{typed}");
    }
}

#[test]
fn an_amount_is_in_the_currency_of_its_account() {
    let check = |from: &str, amount: &str| AmountForm { from: from.into(), amount: amount.into() }.check(&accounts());
    let (one, two) = (AccountId::new(1), AccountId::new(2));
    assert_eq!(check(&one.to_string(), "12.50").unwrap().1.minor, 1_250);
    assert_eq!(check(&two.to_string(), "12").unwrap().1.minor, 12);
    assert_eq!(check(&two.to_string(), "12.50").unwrap_err().of("amount"), Some(ErrorCode::AmountDecimals));
    let both = check("", "x").unwrap_err();
    assert_eq!(both.of("from"), Some(ErrorCode::FromAccountMissing));
    assert_eq!(both.of("amount"), Some(ErrorCode::AmountUnclear));
    let stranger = AccountId::new(3).to_string();
    for from in [stranger.as_str(), "x"] {
        assert_eq!(check(from, "1").unwrap_err().of("from"), Some(ErrorCode::FromAccountUnknown));
    }
}

#[test]
fn a_payee_is_an_own_account_or_somebody_with_a_number() {
    let number = AccountNumber::from_serial(1_234_567).unwrap();
    let form = PayeeForm {
        kind: "other".into(),
        name: "  Anna\tWhitfield ".into(),
        number: number.to_string(),
        reference: " flowers ".into(),
        ..PayeeForm::default()
    };
    let (payee, reference) = form.check(&()).unwrap();
    assert_eq!(payee, Payee::Other { name: "Anna Whitfield".into(), number });
    assert_eq!(reference, "flowers");

    let wrong = |form: PayeeForm, field: &str| form.check(&()).unwrap_err().of(field);
    assert_eq!(wrong(PayeeForm { kind: String::new(), ..form.clone() }, "kind"), Some(ErrorCode::PayeeKindMissing));
    assert_eq!(wrong(PayeeForm { name: " ".into(), ..form.clone() }, "name"), Some(ErrorCode::PayeeNameMissing));
    assert_eq!(
        wrong(PayeeForm { name: "陈".repeat(NAME_LENGTH + 1), ..form.clone() }, "name"),
        Some(ErrorCode::PayeeNameLength)
    );
    assert_eq!(
        wrong(PayeeForm { name: "Anna \u{202e}dleiftihW".into(), ..form.clone() }, "name"),
        Some(ErrorCode::TextNotAllowed)
    );
    assert_eq!(
        wrong(PayeeForm { reference: "x".repeat(REFERENCE_LENGTH + 1), ..form.clone() }, "reference"),
        Some(ErrorCode::ReferenceLength)
    );
    assert_eq!(wrong(PayeeForm { kind: "own".into(), ..form.clone() }, "own"), Some(ErrorCode::ToAccountMissing));
    let own = PayeeForm { kind: "own".into(), own: AccountId::new(2).to_string(), ..PayeeForm::default() };
    assert_eq!(own.check(&()).unwrap(), (Payee::Own(AccountId::new(2)), String::new()));
}

#[test]
fn a_payee_elsewhere_has_an_iban_and_no_number_of_this_bank() {
    let form = PayeeForm {
        kind: "elsewhere".into(),
        name: "Ruth Adler".into(),
        number: "not looked at".into(),
        iban: "gb82 west 1234 5698 7654 32".into(),
        ..PayeeForm::default()
    };
    let iban = Iban::from_typed("GB82WEST12345698765432").unwrap();
    assert_eq!(form.check(&()).unwrap().0, Payee::Elsewhere { name: "Ruth Adler".into(), iban });
    for (typed, code) in [("", ErrorCode::IbanMissing), ("GB82 WEST 1234 5698 7654 23", ErrorCode::IbanWrong)] {
        let wrong = PayeeForm { iban: typed.into(), ..form.clone() }.check(&()).unwrap_err();
        assert_eq!((wrong.of("iban"), wrong.of("number")), (Some(code), None), "{typed}");
    }
    let nameless = PayeeForm { name: String::new(), ..form }.check(&()).unwrap_err();
    assert_eq!(nameless.of("name"), Some(ErrorCode::PayeeNameMissing));
}

#[test]
fn presets_count_back_from_today() {
    let days = |period: Period| {
        let filter = filter(&FilterForm { period: period.code().into(), ..FilterForm::default() }).unwrap();
        (filter.from.map(|d| d.to_string()), filter.to.map(|d| d.to_string()))
    };
    let some = |day: &str| Some(day.to_owned());
    assert_eq!(days(Period::Days30), (some("2026-03-02"), None));
    assert_eq!(days(Period::Days90), (some("2026-01-01"), None));
    assert_eq!(days(Period::ThisMonth), (some("2026-03-01"), None));
    assert_eq!(days(Period::LastMonth), (some("2026-02-01"), some("2026-02-28")));
    assert_eq!(days(Period::ThisYear), (some("2026-01-01"), None));
    assert_eq!(days(Period::Between), (None, None));
}

#[test]
fn of_days_and_a_preset_the_one_chosen_last_counts() {
    let sent = |period: &str, from: &str, dated: &str| {
        let form =
            FilterForm { period: period.into(), from: from.into(), dated: dated.into(), ..FilterForm::default() };
        let settled = form.settled();
        assert_eq!(settled.clone().settled(), settled, "settled once is settled for good");
        (settled.period, settled.from)
    };
    let is = |period: &str, from: &str| (period.to_owned(), from.to_owned());
    for period in ["", "between", "30-days"] {
        assert_eq!(sent(period, "2026-03-01", "."), is("between", "2026-03-01"), "{period}: days were typed");
        assert_eq!(sent(period, "2026-03-01", ""), is("between", "2026-03-01"), "{period}: from an address");
    }
    assert_eq!(sent("30-days", "2026-03-01", "2026-03-01."), is("30-days", ""), "they only still stood there");
    assert_eq!(sent("", "2026-03-01", "2026-03-01."), is("", ""), "any time was chosen");
    assert_eq!(sent("between", "2026-03-01", "2026-03-01."), is("between", "2026-03-01"));
    assert_eq!(sent("this-year", "", ""), is("this-year", ""));
}

#[test]
fn what_is_looked_for_may_be_an_amount() {
    let looked_for =
        |text: &str| filter(&FilterForm { text: text.into(), ..FilterForm::default() }).unwrap().text_minor;
    assert_eq!(looked_for("12.40"), Some(1_240));
    assert_eq!(looked_for("£1,250"), Some(125_000));
    assert_eq!(looked_for("rail 12"), None);
    assert_eq!(looked_for(""), None);
}

#[test]
fn a_filter_says_what_is_wrong_with_it() {
    let form = FilterForm {
        from: "2026-02-02".into(),
        to: "2026-02-01".into(),
        kind: "magic".into(),
        direction: "up".into(),
        min: "5".into(),
        max: "4".into(),
        text: "x".repeat(61),
        ..FilterForm::default()
    };
    let problems = filter(&form).unwrap_err();
    for (field, code) in [
        ("to", ErrorCode::DateRange),
        ("kind", ErrorCode::ChoiceUnknown),
        ("direction", ErrorCode::ChoiceUnknown),
        ("max", ErrorCode::AmountRange),
        ("text", ErrorCode::SearchLength),
    ] {
        assert_eq!(problems.of(field), Some(code), "{field}");
    }
    let unclear = filter(&FilterForm { from: "yesterday".into(), ..FilterForm::default() }).unwrap_err();
    assert_eq!(unclear.of("from"), Some(ErrorCode::DateUnclear));
    assert!(filter(&FilterForm::default()).unwrap().is_open());
}

#[test]
fn a_filter_means_what_was_chosen() {
    let form = FilterForm {
        kind: HistoryKind::Card.code().into(),
        direction: Direction::Out.code().into(),
        min: "£10".into(),
        text: " ＧＲＥＥＮ  Tea ".into(),
        ..FilterForm::default()
    };
    let filter = filter(&form).unwrap();
    assert_eq!(
        (filter.kind, filter.direction, filter.min_minor),
        (Some(HistoryKind::Card), Some(Direction::Out), Some(1_000))
    );
    assert_eq!(filter.text, "green tea");
    assert!(!filter.is_open());
}

#[test]
fn a_choice_that_is_left_out_stays_as_it_is() {
    let now = Preferences {
        language: Language::Zh,
        text: TextSize::Largest,
        theme: Theme::Dark,
        contrast: Contrast::More,
        ..Preferences::default()
    };
    let only_theme = PreferencesForm { theme: "light".into(), ..PreferencesForm::default() };
    assert_eq!(only_theme.check(&now).unwrap(), Preferences { theme: Theme::Light, ..now });
    let wrong = PreferencesForm { language: "fr".into(), ..PreferencesForm::default() };
    assert_eq!(wrong.check(&now).unwrap_err().of("language"), Some(ErrorCode::ChoiceUnknown));
}

#[test]
fn a_telephone_number_is_taken_as_people_write_it() {
    let times = CallTimes { today: today(), hour: 8, known: true };
    let call = |phone: &str| {
        let form = CallBackForm {
            phone: phone.to_owned(),
            language: "zh".to_owned(),
            day: "2026-04-01".to_owned(),
            part: "evening".to_owned(),
            ..CallBackForm::default()
        };
        form.check(&times).map(|wish| (wish.phone, wish.part)).map_err(|problems| problems.of("phone").unwrap())
    };
    for (typed, kept) in [
        ("  020 7946 0018 ", "020 7946 0018"),
        ("+44 (0)20-7946-0018", "+44 (0)20-7946-0018"),
        ("＋８６　１３８００１３８０００", "+86 13800138000"),
    ] {
        assert_eq!(call(typed), Ok((kept.to_owned(), DayPart::Evening)), "{typed}");
    }
    assert_eq!(call(" "), Err(ErrorCode::PhoneMissing));
    for odd in
        ["123456", "1234567890123456", "0207946 ext 12", "mum", "020 7946 0018+", "1 2 3 4 5 6 7 8 9 0 1 2 3 4 5"]
    {
        assert_eq!(call(odd), Err(ErrorCode::PhoneShape), "{odd}");
    }
}

#[test]
fn whoever_is_not_known_says_what_to_call_them_by() {
    let form = CallBackForm { day: "2026-03-31".to_owned(), part: "morning".to_owned(), ..CallBackForm::default() };
    let problems = form.check(&CallTimes { today: today(), hour: 12, known: false }).unwrap_err();
    let told: Vec<_> = problems.iter().map(|problem| (problem.field.as_str(), problem.code)).collect();
    let expected = [
        ("name", ErrorCode::CallerNameMissing),
        ("phone", ErrorCode::PhoneMissing),
        ("language", ErrorCode::ChoiceUnknown),
        ("part", ErrorCode::CallPartOver),
    ];
    assert_eq!(told, expected);
}
