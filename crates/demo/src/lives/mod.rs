//! The lives of the people of the demo, one file each. Every shop and employer in them is invented.

mod amelia;
mod chen;
mod daniel;
mod li;
mod maya;
mod neighbours;
#[cfg(test)]
mod tests;
mod whitfields;

use bank::{Calendar, accounts::AccountKind};
use jiff::civil::Date;
use model::{Currency, forms::HistoryKind};

use crate::{
    dice::Dice,
    life::{Life, Standing},
    town::{Plan, Slot, Town},
};

/// Everything that happened to everybody up to the day before `today`.
pub(crate) fn town(seed: u64, today: Date, calendar: Calendar) -> Town {
    let mut town = Town::new(seed, today, calendar);
    let maya = maya::live(&mut town);
    let daniel = daniel::live(&mut town);
    let bakery = amelia::live(&mut town);
    let (tom, anna) = whitfields::live(&mut town);
    let chen = chen::live(&mut town);
    let li = li::live(&mut town);
    neighbours::live(&mut town, &neighbours::Street { maya, daniel, bakery, tom, anna, chen, li });
    town
}

fn life<'a>(town: &'a mut Town, name: &str) -> Life<'a> {
    let dice = Dice::new(town.seed, name);
    Life { town, dice, away: vec![] }
}

/// A current account in pounds; what differs is said over it.
const CURRENT: Plan = Plan {
    owners: &[],
    kind: AccountKind::Current,
    name: "Everyday",
    currency: Currency::Gbp,
    serial: 0,
    payment_limit: 10_000_00,
    daily_limit: 20_000_00,
    new_payee_limit: 5_000_00,
    rate_bp: 0,
    reserve: 150_00,
};

/// A savings account in pounds.
const SAVINGS: Plan = Plan { kind: AccountKind::Savings, name: "Rainy day", rate_bp: 310, reserve: 0, ..CURRENT };

/// A direct debit of about so much.
const DEBIT: Standing = Standing {
    party: "",
    reference: "",
    category: bank::accounts::Category::Home,
    kind: HistoryKind::DirectDebit,
    minor: 0,
    vary: 0,
};

/// Opens the account of somebody.
fn open(town: &mut Town, owners: &'static [&'static str], serial: u32, plan: &Plan) -> Slot {
    town.open(Plan { owners, serial, ..plan.clone() })
}
