//! What is said where text is read aloud: amounts, days and numbers in words.
//!
//! A voice reads "£12.50" or "1204 8371" as it thinks best, which is often not how people say them. Words in a
//! [`Words::aloud`] write both as they are said, so that one sentence serves the eye and the ear. A language without
//! rules here is read as it is written.

mod en;
mod es;
mod zh;

use jiff::civil::Date;
use model::{Currency, Language, Money};

use super::Words;

/// How one language says numbers.
struct Tongue {
    /// An amount without its sign: whole units, hundredths, and of what.
    amount: fn(u64, u64, Currency) -> String,
    /// A whole number.
    number: fn(u64) -> String,
    /// The day of a month.
    day: fn(u64) -> String,
    /// A year.
    year: fn(u64) -> String,
}

const TONGUES: &[(Language, Tongue)] = &[
    (Language::En, Tongue { amount: en::amount, number: en::number, day: en::day, year: en::year }),
    (Language::Zh, Tongue { amount: zh::amount, number: zh::number, day: zh::number, year: zh::year }),
    (Language::Es, Tongue { amount: es::amount, number: es::number, day: es::number, year: es::number }),
];

impl Words {
    /// The same words, with amounts, days and numbers as they are said.
    #[must_use]
    pub const fn aloud(self) -> Self {
        Self { aloud: true, ..self }
    }

    fn tongue(self) -> Option<&'static Tongue> {
        TONGUES.iter().find(|(language, _)| *language == self.language).map(|(_, tongue)| tongue)
    }

    pub(super) fn spoken_money(self, money: Money) -> String {
        let Some(tongue) = self.tongue() else { return Self { aloud: false, ..self }.money(money) };
        let (whole, rest) = money.parts();
        let amount = (tongue.amount)(whole, rest, money.currency);
        if money.is_negative() { self.with("spoken-minus", &[("amount", amount.into())]) } else { amount }
    }

    /// "Sunday the twenty-second of November", 十一月二十二日，星期日.
    pub(super) fn spoken_day(self, day: Date) -> String {
        self.spoken("spoken-day", day)
    }

    /// "The twenty-second of November twenty twenty-six".
    pub(super) fn spoken_date(self, day: Date) -> String {
        self.spoken("spoken-date", day)
    }

    fn spoken(self, key: &str, day: Date) -> String {
        let days = &self.catalogue.days;
        let Some(tongue) = self.tongue() else { return days.full.write(day) };
        let count = |number: i8| u64::from(number.unsigned_abs());
        let year = (tongue.year)(u64::from(day.year().unsigned_abs()));
        self.with(
            key,
            &[
                ("weekday", days.full.weekday(day).into()),
                ("day", (tongue.day)(count(day.day())).into()),
                ("month", days.full.month(day).into()),
                ("month-number", (tongue.number)(count(day.month())).into()),
                ("year", year.into()),
            ],
        )
    }

    /// Each digit by itself, with a pause between the groups: "one two zero four, eight three seven one".
    pub(super) fn spoken_digits(self, number: &str) -> String {
        let Some(tongue) = self.tongue() else { return number.to_owned() };
        let digit = |c: char| c.to_digit(10).map_or_else(|| c.to_string(), |digit| (tongue.number)(u64::from(digit)));
        let group = |group: &str| group.chars().map(digit).collect::<Vec<_>>().join(" ");
        number.split_whitespace().map(group).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn an_amount_that_is_said_is_the_amount_that_is_meant(
            minor in 0..1_000_000_000_000_000_i64,
            currency in prop::sample::select(Currency::ALL.to_vec()),
        ) {
            let (whole, rest) = Money::new(minor, currency).parts();
            let english = en::amount(whole, rest, currency);
            prop_assert_eq!(en::tests::read_amount(&english, currency), Some((whole, rest)), "{}", english);
            let chinese = zh::amount(whole, rest, currency);
            prop_assert_eq!(zh::tests::read_amount(&chinese, currency), Some((whole, rest)), "{}", chinese);
        }

        #[test]
        fn no_two_amounts_sound_alike(
            one in 0..1_000_000_000_i64,
            other in 0..1_000_000_000_i64,
            currency in prop::sample::select(Currency::ALL.to_vec()),
        ) {
            for words in Language::ALL.iter().map(|language| Words::of(*language).aloud()) {
                let same = words.money(Money::new(one, currency)) == words.money(Money::new(other, currency));
                prop_assert_eq!(same, one == other);
            }
        }
    }

    #[test]
    fn the_same_words_for_the_eye_and_the_ear() {
        let said = |language: Language, minor| Words::of(language).aloud().moved(Money::new(minor, Currency::Gbp));
        assert_eq!(said(Language::En, -1_250), "paid out twelve pounds fifty");
        assert_eq!(said(Language::Zh, 1_250), "收入 十二英镑五十便士");
        assert_eq!(said(Language::Es, -1_250), "salió doce libras con cincuenta peniques");
        let owed = Money::new(-500, Currency::Gbp);
        assert_eq!(Words::of(Language::En).aloud().money(owed), "minus five pounds");
        assert_eq!(Words::of(Language::Zh).aloud().money(owed), "负五英镑");
    }

    #[test]
    fn days_are_said_in_words() {
        let day = date(2026, 11, 22);
        let said = |language| (Words::of(language).aloud().day(day), Words::of(language).aloud().date(day));
        let (english, chinese, spanish) = (said(Language::En), said(Language::Zh), said(Language::Es));
        assert_eq!(english.0, "Sunday the twenty-second of November");
        assert_eq!(english.1, "the twenty-second of November twenty twenty-six");
        assert_eq!(chinese.0, "十一月二十二日，星期日");
        assert_eq!(chinese.1, "二零二六年十一月二十二日");
        assert_eq!(spanish.0, "domingo veintidós de noviembre");
        assert_eq!(spanish.1, "veintidós de noviembre de dos mil veintiséis");
    }

    #[test]
    fn account_numbers_are_said_digit_by_digit() {
        let said = |language| Words::of(language).aloud().digits("1204 8371");
        assert_eq!(said(Language::En), "one two zero four, eight three seven one");
        assert_eq!(said(Language::Zh), "一 二 零 四, 八 三 七 一");
        assert_eq!(said(Language::Es), "uno dos cero cuatro, ocho tres siete uno");
    }
}
