//! Questions answered by typing.

use leptos::prelude::*;
use model::ErrorCode;

use super::{
    Example, Hint, Part,
    field::{described, field_class, wrong},
};
use crate::words::Words;

/// What a text field is for: decides the keyboard and what the browser may fill in (WCAG 2.2 criterion 1.3.5).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Kind {
    /// Any words.
    #[default]
    Text,
    /// An amount of money.
    Amount,
    /// An amount to look for, no larger than other fields.
    SmallAmount,
    /// Digits that are no number: an account number.
    Digits,
    /// The name of the person typing.
    OwnName,
    /// The number on which the person typing is called.
    Phone,
    /// Somebody's name who is not the person typing.
    Name,
    /// A day.
    Date,
    /// The name to sign in with.
    Username,
    /// The password.
    Password,
    /// A new password.
    NewPassword,
    /// A one-time code.
    Code,
}

impl Kind {
    const fn input(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Password | Self::NewPassword => "password",
            Self::Phone => "tel",
            _ => "text",
        }
    }

    const fn mode(self) -> Option<&'static str> {
        match self {
            Self::Amount | Self::SmallAmount => Some("decimal"),
            Self::Digits | Self::Code => Some("numeric"),
            _ => None,
        }
    }

    const fn autocomplete(self) -> Option<&'static str> {
        match self {
            // Browsers offer passkeys beside the names they know (WebAuthn level 3, conditional mediation).
            Self::Username => Some("username webauthn"),
            Self::Password => Some("current-password"),
            Self::NewPassword => Some("new-password"),
            Self::Code => Some("one-time-code"),
            Self::OwnName => Some("name"),
            Self::Phone => Some("tel"),
            Self::Date => None,
            _ => Some("off"),
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Amount => "amount",
            Self::Code => "code",
            _ => "line",
        }
    }
}

/// A question answered by typing.
#[component]
pub fn TextField(
    /// The name in the form; also the id that an error summary links to.
    name: &'static str,
    /// The question.
    #[prop(into)]
    label: String,
    /// What is in the field.
    #[prop(optional, into)]
    value: String,
    /// How to answer.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What is wrong with the answer.
    #[prop(optional_no_strip)]
    problem: Option<String>,
    /// What the field is for.
    #[prop(optional)]
    kind: Kind,
    /// What stands under the field, as an island that says back what was understood.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let invalid = problem.is_some();
    let described = described(name, hint.is_some(), invalid);
    view! {
        <div class=field_class(invalid)>
            <label for=name>{label}</label>
            {hint.map(|hint| view! { <Hint id=format!("{name}-hint") text=hint/> })}
            {problem.map(|problem| wrong(name, problem))}
            <input
                id=name
                name=name
                type=kind.input()
                class=kind.class()
                inputmode=kind.mode()
                autocomplete=kind.autocomplete()
                spellcheck="false"
                value=value
                aria-describedby=described
                aria-invalid=invalid.then_some("true")
            />
            {children.map(|children| children())}
        </div>
    }
}

/// As the gallery shows it: words, and what makes a field for them.
pub(super) const PART: Part = Part {
    name: "part-text-field",
    about: "part-text-field-about",
    examples: &[
        Example::new("example-plain", plain),
        Example::new("example-filled", filled),
        Example::new("example-wrong", wrong_number),
    ],
};

/// As the gallery shows it: amounts.
pub(super) const AMOUNT: Part = Part {
    name: "part-amount-field",
    about: "part-amount-field-about",
    examples: &[Example::new("example-plain", amount), Example::new("example-wrong", wrong_amount)],
};

/// As the gallery shows it: days.
pub(super) const DATE: Part =
    Part { name: "part-date-field", about: "part-date-field-about", examples: &[Example::new("example-plain", date)] };

/// As the gallery shows it: one-time codes.
pub(super) const CODE: Part = Part {
    name: "part-code-field",
    about: "part-code-field-about",
    examples: &[Example::new("example-plain", code), Example::new("example-wrong", wrong_code)],
};

fn plain(words: Words) -> AnyView {
    view! { <TextField name="text-plain" label=words.say("payee-name") hint=words.say("payee-name-hint") kind=Kind::Name/> }
        .into_any()
}

fn filled(words: Words) -> AnyView {
    view! { <TextField name="text-filled" label=words.say("payee-reference") value="Birthday tea"/> }.into_any()
}

fn wrong_number(words: Words) -> AnyView {
    let problem = Some(words.error(ErrorCode::AccountNumberLength).to_owned());
    view! {
        <TextField name="text-wrong" label=words.say("payee-number") hint=words.say("payee-number-hint") value="2207"
            kind=Kind::Digits problem=problem/>
    }
    .into_any()
}

fn amount(words: Words) -> AnyView {
    view! {
        <TextField name="amount-plain" label=words.say("amount-label") hint=words.say("amount-hint") value="1,234.50"
            kind=Kind::Amount/>
    }
    .into_any()
}

fn wrong_amount(words: Words) -> AnyView {
    let problem = Some(words.error(ErrorCode::AmountDecimals).to_owned());
    view! {
        <TextField name="amount-wrong" label=words.say("amount-label") hint=words.say("amount-hint") value="1.234"
            kind=Kind::Amount problem=problem/>
    }
    .into_any()
}

fn date(words: Words) -> AnyView {
    view! { <TextField name="date-plain" label=words.say("filter-from") value="2026-11-22" kind=Kind::Date/> }
        .into_any()
}

fn code(words: Words) -> AnyView {
    view! {
        <TextField name="code-plain" label=words.say("sign-in-code") hint=words.say("sign-in-code-hint") kind=Kind::Code/>
    }
    .into_any()
}

fn wrong_code(words: Words) -> AnyView {
    let problem = Some(words.error(ErrorCode::CodeRefused).to_owned());
    view! { <TextField name="code-wrong" label=words.say("sign-in-code") kind=Kind::Code problem=problem/> }.into_any()
}
