//! Asking for money: the list, a new request, one of them with its link, and what the link leads to.

mod actions;
mod ask;
mod asked;
mod list;
mod one;

pub use actions::{Answer, Ask, CallOffRequest};
pub use ask::AskPage;
pub use asked::AskedPage;
pub use list::RequestsPage;
pub use one::RequestPage;

use bank::requests::{PaymentRequest, Standing};
use model::{RequestId, Timestamp};

use crate::{context, words::Words};

/// Where everything that was asked for is.
pub(super) const REQUESTS: &str = "/pay/requests";
/// Where something is asked for.
const NEW: &str = "/pay/requests/new";

/// Where one of them is.
fn of(id: RequestId) -> String {
    format!("{REQUESTS}/{id}")
}

/// Where the link with this token leads.
fn asked_at(token: &str) -> String {
    format!("/pay/asked/{token}")
}

/// How a request stands, in words.
fn told(words: Words, request: &PaymentRequest, now: Timestamp) -> String {
    match request.standing(now) {
        Standing::Open(until) => {
            let (until, paid) = (words.day(context::calendar().day(until)), request.paid.len());
            if request.times > 1 {
                let counts = [("paid", paid.into()), ("all", request.times.into()), ("day", until.into())];
                return words.with("request-open-shared", &counts);
            }
            words.with("request-open", &[("day", until.into())])
        }
        Standing::Paid => words.say("request-paid").to_owned(),
        Standing::CalledOff => words.say("request-off").to_owned(),
        Standing::Lapsed => words.say("request-lapsed").to_owned(),
    }
}
