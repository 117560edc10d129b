//! What the people of the demo pay one another.

use bank::accounts::Category::{EatingOut, Groceries, Leisure, Transfers};
use jiff::ToSpan;

use super::life;
use crate::{
    life::line,
    people::PEOPLE,
    town::{Amount, Slot, Town},
};

/// The accounts they pay from and to.
pub(super) struct Street {
    pub(super) maya: Slot,
    pub(super) daniel: Slot,
    pub(super) bakery: Slot,
    pub(super) tom: Slot,
    pub(super) anna: Slot,
    pub(super) chen: Slot,
    pub(super) li: Slot,
}

pub(super) fn live(town: &mut Town, street: &Street) {
    let mut life = life(town, "neighbours");
    let chances = [
        (street.maya, street.daniel, 24, "Concert ticket", Leisure, &[18_50, 24_00, 32_50][..]),
        (street.daniel, street.maya, 26, "Pizza", EatingOut, &[9_75, 12_00, 14_40]),
        (street.daniel, street.bakery, 42, "Office breakfast", EatingOut, &[64_80, 86_40, 97_20]),
        (street.daniel, street.tom, 46, "Five-a-side", Leisure, &[6_00, 12_00]),
        (street.anna, street.bakery, 58, "Bread order", Groceries, &[17_60, 24_50, 28_10]),
        (street.anna, street.tom, 30, "Half of the present", Transfers, &[22_50, 30_00]),
        (street.tom, street.bakery, 8, "Ivy's birthday cake", EatingOut, &[38_00, 42_00]),
        (street.tom, street.anna, 28, "Cinema", Leisure, &[13_00, 26_00]),
        (street.chen, street.li, 36, "新米和青菜", Groceries, &[88_00, 126_00, 168_00]),
    ];
    for month in life.town.months() {
        for (from, to, percent, reference, category, sums) in chances {
            let happens = life.dice.chance(percent);
            let day = month.saturating_add(life.dice.between(0, 26).days());
            let minor = *life.dice.pick(sums);
            if happens && day < life.town.today {
                let lines = (
                    line(&holder(life.town, to), reference, category),
                    line(&holder(life.town, from), reference, category),
                );
                life.pay((from, to), day, Amount::Exactly(minor), lines, true);
            }
        }
    }
}

/// The name a payer sees: that of the business, or of the person.
fn holder(town: &Town, slot: Slot) -> String {
    let plan = &town.plans[slot.0];
    if plan.kind == bank::accounts::AccountKind::Business {
        return plan.name.to_owned();
    }
    let owner = PEOPLE.iter().find(|who| plan.owners.contains(&who.username));
    owner.map(|who| who.name.to_owned()).unwrap_or_default()
}
