//! Demo data that looks like life, from a seed.
//!
//! The same seed and the same day give the same rows: nothing here reads a clock, the network or the system's dice.
//! The people's lives are told in `lives` in words like "wages" and "habits"; `settle` turns them into rows;
//! `scale` makes up as many more customers as a benchmark wants, a few at a time.

mod cards;
mod dice;
mod habits;
mod life;
#[expect(clippy::inconsistent_digit_grouping, reason = "1_284_61 is £1,284.61: the last group is the pence")]
mod lives;
mod load;
mod mint;
mod people;
mod scale;
mod settle;
mod town;
mod trial;

pub use cards::Cards;
pub use load::{Plan, Progress, seed};
pub use people::{DemoPerson, DemoStaff, STAFF, people};
pub use scale::{
    GROWTH_LONG, GROWTH_SHORT, GROWTH_USERNAME, MOST_CUSTOMERS, MOST_POSTINGS, SCALE_PASSWORD, Scale, scale_secret,
    scale_username,
};
pub use trial::{BEFORE_DAYS, Trial, counted};
