//! The files of a statement, each a link.

use bank::accounts::Period;
use leptos::prelude::*;
use model::AccountId;

use crate::{
    papers::{self, Format},
    words::Words,
};

/// The words for a kind of file.
pub(super) fn label(words: Words, format: Format) -> &'static str {
    words.say(match format {
        Format::Pdf => "file-pdf",
        Format::LargePdf => "file-large-pdf",
        Format::Csv => "file-csv",
        Format::Ofx => "file-ofx",
        Format::Camt053 => "file-camt053",
    })
}

/// Where a statement is read.
pub(super) fn page(account: AccountId, period: Period) -> String {
    format!("/accounts/{account}/statements/{period}")
}

/// Where a file is taken.
pub(super) fn address(account: AccountId, period: Period, format: Format) -> String {
    format!("{}/{}", page(account, period), format.code())
}

/// A link to a file that says, for those who hear only links, which time it is of.
pub(super) fn link(words: Words, account: AccountId, period: Period, format: Format) -> impl IntoView {
    let of = format!(", {}", papers::period(words, period));
    view! {
        <a class="alone" href=address(account, period, format)>{label(words, format)}<span class="unseen">{of}</span></a>
    }
}
