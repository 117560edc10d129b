//! Figures, as programs read them, and words, as people do.

use std::borrow::Cow;

use serde::Serialize;

/// One measured figure.
#[derive(Debug, Serialize)]
pub struct Figure {
    name: Cow<'static, str>,
    value: f64,
    unit: &'static str,
    goal: String,
}

impl Figure {
    /// A figure that is good from `goal` up.
    #[must_use]
    pub fn at_least(name: impl Into<Cow<'static, str>>, value: f64, unit: &'static str, goal: f64) -> Self {
        Self { name: name.into(), value: rounded(value), unit, goal: format!(">= {goal}") }
    }

    /// A figure that is good from `goal` down.
    #[must_use]
    pub fn at_most(name: impl Into<Cow<'static, str>>, value: f64, unit: &'static str, goal: f64) -> Self {
        Self { name: name.into(), value: rounded(value), unit, goal: format!("<= {goal}") }
    }

    /// A figure that says how another came about and has no goal of its own.
    #[must_use]
    pub fn aside(name: impl Into<Cow<'static, str>>, value: f64, unit: &'static str) -> Self {
        Self { name: name.into(), value: rounded(value), unit, goal: "none".to_owned() }
    }

    /// Prints it as one line of JSON on standard output.
    ///
    /// # Panics
    /// Never: a figure is text and numbers.
    pub fn print(&self) {
        println!("{}", serde_json::to_string(self).expect("a figure is text and finite numbers"));
    }
}

/// Three decimals say all that two runs have in common; of what is smaller, three digits.
fn rounded(value: f64) -> f64 {
    if value != 0.0 && value.abs() < 0.001 {
        format!("{value:.2e}").parse().unwrap_or(value)
    } else {
        (value * 1_000.0).round() / 1_000.0
    }
}

/// Says one line to people.
#[expect(clippy::print_stderr, reason = "standard output belongs to the figures")]
pub fn say(line: &str) {
    eprintln!("      {line}");
}
