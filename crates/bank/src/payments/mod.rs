//! Payments by customers: from a draft that survives everything to a receipt.
//!
//! `draft → checked → authorised → submitted → settled | cancelled`. A draft keeps what was typed, right or wrong, and
//! [`set_when`] when it is made and [`set_purpose`] what it is for, where that is said. [`review`] checks all of it, [`ask`]
//! asks one question about it; [`confirm`] takes the answer and moves the money, once, however often it is pressed, or plans
//! it ([`crate::schedules`]). Only what waits ([`crate::waits`]) is `submitted` for longer than a commit takes.

mod abroad;
mod again;
mod choices;
mod code;
mod confirm;
mod draft;
mod elsewhere;
mod known;
mod name_check;
mod order;
mod payment;
mod prepared;
mod purpose;
mod when;

pub use again::{choose_again, start_again};
pub use choices::{can_move, destinations, sources};
pub use code::read_code;
pub(crate) use confirm::transfer_of;
pub use confirm::{Made, Making, confirm, made, pay};
pub use draft::{Draft, Steps, delete, open, payable, set_amount, set_payee, start, unfinished};
pub(crate) use draft::{save, vacant};
pub use elsewhere::{Elsewhere, Exchanging};
pub use known::{
    Among, Everybody, KnownPayee, Saying, everybody, known_payee, known_payees, set_favourite, set_listed, set_nickname,
};
pub use name_check::{NameCheck, NameHeard, check_name};
pub use order::{Order, Review, Second, ask, review};
pub(crate) use order::{stays, within_limits};
pub use payment::{Payment, PaymentState, Receipt, receipt};
pub use prepared::{Prepared, Recipient, start_prepared};
pub use purpose::set_purpose;
pub use when::set_when;
