//! Looks at an account number once its eight digits are typed: a wrong digit is found before the page is sent.

use leptos::{prelude::*, web_sys::Event};
use model::{AccountNumber, ErrorCode};

use super::typed;

/// Put around the field of an account number.
#[island]
pub fn AccountNumberCheck(
    /// What is said of a number with a wrong digit.
    #[prop(into)]
    wrong: String,
    /// What is said of a number that can be one.
    #[prop(into)]
    right: String,
    /// The field.
    children: Children,
) -> impl IntoView {
    let said = RwSignal::new(String::new());
    // Said while typing and never on leaving the field: words that appear under a finger on its way to a button
    // would move the button away.
    let typing = move |event: Event| {
        let Some(form) = typed::form(&event) else { return };
        let text = typed::value(&form, "input[name=number]").unwrap_or_default();
        said.set(verdict(&text, &wrong, &right));
    };
    view! {
        <div on:input=typing>
            {children()}
            <p class="echo" role="status">{said}</p>
        </div>
    }
}

/// Nothing is said of a number that is still being typed.
fn verdict(typed: &str, wrong: &str, right: &str) -> String {
    match AccountNumber::from_typed(typed) {
        Ok(_) => right,
        Err(ErrorCode::AccountNumberWrong) => wrong,
        Err(_) => "",
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_digit_is_said_and_an_unfinished_number_is_left_alone() {
        let number = AccountNumber::from_serial(1_234_567).unwrap().to_string();
        assert_eq!(verdict(&number, "wrong digit", "right"), "right");
        assert_eq!(verdict(&number.replace('1', "2"), "wrong digit", "right"), "wrong digit");
        for unfinished in ["", "1234", "1234 567"] {
            assert_eq!(verdict(unfinished, "wrong digit", "right"), "", "{unfinished}");
        }
    }
}
