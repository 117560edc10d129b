//! Says back what was understood of an amount while it is typed: "12万" is ¥120,000.00.

use std::time::Duration;

use leptos::{
    leptos_dom::helpers::debounce,
    prelude::*,
    serde::{Deserialize, Serialize},
    web_sys::Event,
};
use model::{Currency, ErrorCode, NumberStyle, amount};

use super::typed;

/// How long somebody stops typing before it is said.
const PAUSE: Duration = Duration::from_millis(350);

/// An account that may be chosen on the same page, and how its money is written.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(crate = "leptos::serde")]
pub struct Sign {
    /// The id of the account, as its choice in the form sends it.
    pub account: String,
    /// What it keeps.
    pub currency: Currency,
    /// How an amount is written in the reader's language, with `%` for its digits: "£%", "% €".
    pub pattern: String,
}

/// Put around the choice of the account and the field of the amount.
#[island]
pub fn AmountEcho(
    /// The accounts that may be chosen, the one that is meant first.
    signs: Vec<Sign>,
    /// The marks of the reader's language in a number.
    style: NumberStyle,
    /// What is said, with `%` where the amount belongs.
    #[prop(into)]
    understood: String,
    /// What is said of an amount that cannot be understood.
    problems: Vec<(ErrorCode, String)>,
    /// The fields.
    children: Children,
) -> impl IntoView {
    let said = RwSignal::new(String::new());
    // Whoever listens hears it once they pause, and not at every key.
    let mut say = debounce(PAUSE, move |words: String| said.set(words));
    // Said while typing and choosing, and never on leaving the field: words that appear under a finger on its way to
    // the button would move the button away.
    let listen = move |event: Event| {
        let Some(form) = typed::form(&event) else { return };
        let text = typed::value(&form, "input[name=amount]").unwrap_or_default();
        let chosen = typed::value(&form, "input[name=from]:checked");
        say(echo(&text, chosen.as_deref(), &signs, style, &understood, &problems));
    };
    view! {
        <div on:input=listen>
            {children()}
            <p class="echo" role="status">{said}</p>
        </div>
    }
}

fn echo(
    typed: &str,
    chosen: Option<&str>,
    signs: &[Sign],
    style: NumberStyle,
    understood: &str,
    problems: &[(ErrorCode, String)],
) -> String {
    let sign = signs.iter().find(|sign| Some(sign.account.as_str()) == chosen).or(signs.first());
    let Some(Sign { currency, pattern, .. }) = sign else { return String::new() };
    match amount::parse_payment(typed, *currency) {
        Ok(money) => {
            let mut digits = String::with_capacity(16);
            style.amount(&mut digits, money);
            understood.replace('%', &pattern.replace('%', &digits))
        }
        Err(problem) => {
            problems.iter().find(|(code, _)| *code == problem).map(|(_, said)| said.clone()).unwrap_or_default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(typed: &str, chosen: Option<&str>) -> String {
        let sign = |account: &str, currency, pattern: &str| Sign {
            account: account.into(),
            currency,
            pattern: pattern.into(),
        };
        let signs = [sign("a", Currency::Gbp, "£%"), sign("b", Currency::Cny, "¥%"), sign("c", Currency::Eur, "% €")];
        let problems =
            [(ErrorCode::AmountUnclear, "unclear".to_owned()), (ErrorCode::AmountDecimals, "decimals".to_owned())];
        let spanish = NumberStyle { decimal: ',', group: '.', least: 2, ..NumberStyle::ENGLISH };
        let style = if chosen == Some("c") { spanish } else { NumberStyle::ENGLISH };
        echo(typed, chosen, &signs, style, "That is %.", &problems)
    }

    #[test]
    fn an_amount_is_said_back_as_it_will_be_paid() {
        assert_eq!(said("1234.5", None), "That is £1,234.50.");
        assert_eq!(said("１２３", Some("a")), "That is £123.00.");
        assert_eq!(said("12万", Some("b")), "That is ¥120,000.00.");
        assert_eq!(said("1000000", Some("a")), "That is £1,000,000.00.");
        assert_eq!(said("12,5", Some("a")), "That is £12.50.");
        assert_eq!(said("1234,5", Some("c")), "That is 1234,50 €.");
    }

    #[test]
    fn what_is_not_understood_is_said_and_nothing_is_said_of_nothing() {
        assert_eq!(said("twelve", None), "unclear");
        assert_eq!(said("1.234", None), "decimals");
        assert_eq!(said("", None), "");
        assert_eq!(echo("1", None, &[], NumberStyle::ENGLISH, "", &[]), "");
    }
}
