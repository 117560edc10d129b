//! Los números como se dicen en español.

use model::Currency;

/// A number stands before a feminine word, a masculine one, or alone: "veintiuna", "veintiún", "veintiuno".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    Feminine,
    Masculine,
    Nothing,
}

const SMALL: [&str; 30] = [
    "cero",
    "uno",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
    "dieciséis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "veintiuno",
    "veintidós",
    "veintitrés",
    "veinticuatro",
    "veinticinco",
    "veintiséis",
    "veintisiete",
    "veintiocho",
    "veintinueve",
];
const TENS: [&str; 10] = ["", "", "", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"];
const HUNDREDS: [&str; 10] = [
    "",
    "ciento",
    "doscientos",
    "trescientos",
    "cuatrocientos",
    "quinientos",
    "seiscientos",
    "setecientos",
    "ochocientos",
    "novecientos",
];

fn pick(words: &[&'static str], at: u64) -> &'static str {
    usize::try_from(at).ok().and_then(|at| words.get(at)).copied().unwrap_or_default()
}

/// A number alone: "mil doscientos treinta y cuatro".
pub(super) fn number(value: u64) -> String {
    said(value, Before::Nothing)
}

fn said(value: u64, before: Before) -> String {
    const BILLION: u64 = 1_000_000_000_000;
    const MILLION: u64 = 1_000_000;
    if value < 1_000 {
        return hundreds(value, before);
    }
    let (head, rest) = if value >= BILLION {
        (great(value / BILLION, "un billón", "billones"), value % BILLION)
    } else if value >= MILLION {
        (great(value / MILLION, "un millón", "millones"), value % MILLION)
    } else if value < 2_000 {
        ("mil".to_owned(), value % 1_000)
    } else {
        // "Veintiún mil euros", "veintiuna mil libras".
        let before = if before == Before::Nothing { Before::Masculine } else { before };
        (format!("{} mil", hundreds(value / 1_000, before)), value % 1_000)
    };
    if rest == 0 { head } else { format!("{head} {}", said(rest, before)) }
}

fn great(count: u64, one: &str, many: &str) -> String {
    if count == 1 { one.to_owned() } else { format!("{} {many}", said(count, Before::Masculine)) }
}

fn hundreds(value: u64, before: Before) -> String {
    if value == 100 {
        return "cien".to_owned();
    }
    let mut head = pick(&HUNDREDS, value / 100).to_owned();
    if before == Before::Feminine && head.ends_with("os") {
        head.truncate(head.len() - 2);
        head.push_str("as");
    }
    match (value / 100, value % 100) {
        (0, rest) => below_hundred(rest, before),
        (_, 0) => head,
        (_, rest) => format!("{head} {}", below_hundred(rest, before)),
    }
}

fn below_hundred(value: u64, before: Before) -> String {
    let one = |said: &str| match before {
        Before::Nothing => said.to_owned(),
        Before::Feminine => said.replace("uno", "una"),
        Before::Masculine => said.replace("veintiuno", "veintiún").replace("uno", "un"),
    };
    match (value / 10, value % 10) {
        (0..=2, _) => one(pick(&SMALL, value)),
        (tens, 0) => pick(&TENS, tens).to_owned(),
        (tens, ones) => format!("{} y {}", pick(&TENS, tens), one(pick(&SMALL, ones))),
    }
}

/// What a currency and its hundredth are called, one of them and several, and how the number before it ends.
const fn names(currency: Currency) -> ([&'static str; 4], Before) {
    match currency {
        Currency::Cny => (["yuan", "yuanes", "fen", "fenes"], Before::Masculine),
        Currency::Eur => (["euro", "euros", "céntimo", "céntimos"], Before::Masculine),
        Currency::Gbp => (["libra", "libras", "penique", "peniques"], Before::Feminine),
        Currency::Jpy => (["yen", "yenes", "", ""], Before::Masculine),
        Currency::Usd => (["dólar", "dólares", "centavo", "centavos"], Before::Masculine),
    }
}

/// An amount without its sign: "doce libras con cincuenta peniques", "un millón de euros".
pub(super) fn amount(whole: u64, rest: u64, currency: Currency) -> String {
    let ([unit, units, part, parts], before) = names(currency);
    let of = if whole >= 1_000_000 && whole.is_multiple_of(1_000_000) { "de " } else { "" };
    let whole_said = format!("{} {of}{}", said(whole, before), if whole == 1 { unit } else { units });
    let rest_said = || format!("{} {}", below_hundred(rest, Before::Masculine), if rest == 1 { part } else { parts });
    match (whole, rest) {
        (_, 0) => whole_said,
        (0, _) => rest_said(),
        _ => format!("{whole_said} con {}", rest_said()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        for (value, said) in [
            (0, "cero"),
            (21, "veintiuno"),
            (31, "treinta y uno"),
            (100, "cien"),
            (101, "ciento uno"),
            (1_000, "mil"),
            (1_234, "mil doscientos treinta y cuatro"),
            (21_000, "veintiún mil"),
            (1_000_000, "un millón"),
            (2_500_000, "dos millones quinientos mil"),
        ] {
            assert_eq!(number(value), said);
        }
    }

    #[test]
    fn amounts() {
        for (whole, rest, currency, said) in [
            (12, 50, Currency::Gbp, "doce libras con cincuenta peniques"),
            (1, 1, Currency::Gbp, "una libra con un penique"),
            (21, 0, Currency::Gbp, "veintiuna libras"),
            (200, 0, Currency::Gbp, "doscientas libras"),
            (21, 0, Currency::Eur, "veintiún euros"),
            (0, 5, Currency::Eur, "cinco céntimos"),
            (1_000_000, 0, Currency::Eur, "un millón de euros"),
            (1_200, 0, Currency::Cny, "mil doscientos yuanes"),
        ] {
            assert_eq!(amount(whole, rest, currency), said);
        }
    }
}
