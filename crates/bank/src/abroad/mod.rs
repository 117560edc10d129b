//! Money in another currency: what it costs before it is sent, how it is booked, and what comes back.
//!
//! A payment abroad is a payment to another bank ([`crate::rails`]) whose payer and payee keep different currencies. What
//! leaves the payer goes into the account that stands for the payee's, like any payment to another bank; the same commit
//! moves it on ([`Exchange::with`]): into the bank's position in the payer's currency and its income from fees, and as much
//! as arrives out of its position in the payee's currency. Each currency comes to nothing by itself.

mod back;
mod leave;
mod offer;
mod quote;

pub use back::Back;
pub(crate) use back::{Righting, give_back};
pub use leave::{Exchange, Legs, Places};
pub use offer::{Held, Offer, Terms, currencies, offer};
pub use quote::Quote;
