//! What people do over and over, a little different each time.

use bank::accounts::Category;
use jiff::civil::{Date, Weekday};

use crate::{
    dice::Dice,
    life::{Life, Speech, line},
    town::Slot,
};

/// On which days, and how often in a hundred of them.
#[derive(Clone, Copy)]
pub(crate) enum On {
    /// Any day.
    Any(u64),
    /// Monday to Friday.
    Workdays(u64),
    /// Saturday and Sunday.
    Weekends(u64),
    /// One day of the week.
    Each(Weekday, u64),
}

impl On {
    fn happens(self, day: Date, dice: &mut Dice) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        let percent = match self {
            Self::Any(percent) => percent,
            Self::Workdays(percent) => percent * u64::from(!weekend),
            Self::Weekends(percent) => percent * u64::from(weekend),
            Self::Each(weekday, percent) => percent * u64::from(day.weekday() == weekday),
        };
        dice.chance(percent)
    }
}

/// What it costs.
#[derive(Clone, Copy)]
pub(crate) enum Price {
    /// A basket: any sum between the two, mostly nearer the lower.
    Basket(i64, i64),
    /// One or two things from a short list.
    Menu(&'static [i64]),
    /// Things with a price tag: whole units between the two, less a penny or half a unit.
    Tag(i64, i64),
}

impl Price {
    fn throw(self, dice: &mut Dice) -> i64 {
        match self {
            Self::Basket(low, high) => {
                let (a, b) = (dice.between(low, high), dice.between(low, high));
                a.min(b)
            }
            Self::Menu(prices) => {
                let first = *dice.pick(prices);
                if dice.chance(25) { first + *dice.pick(prices) } else { first }
            }
            Self::Tag(low, high) => {
                let whole = dice.between(low, high) / 100 * 100;
                whole - *dice.pick(&[1, 1, 1, 5, 50, 0, 51])
            }
        }
    }
}

/// Something bought with a card now and then.
pub(crate) struct Habit {
    pub(crate) shops: &'static [&'static str],
    pub(crate) category: Category,
    pub(crate) on: On,
    pub(crate) price: Price,
    /// From which hour, until which.
    pub(crate) hours: (i64, i64),
}

impl Life<'_> {
    /// Lives by `habits` on every day of history.
    pub(crate) fn habits(&mut self, slot: Slot, habits: &[Habit]) {
        for day in self.town.days().into_iter().filter(|day| !self.away.contains(day)).collect::<Vec<_>>() {
            // More is bought before the feast at the end of the year.
            let festive = day.month() == 12 && day.day() < 25;
            for habit in habits {
                let again = festive && habit.category == Category::Shopping;
                for _ in 0..=usize::from(again) {
                    if habit.on.happens(day, &mut self.dice) {
                        let minor = habit.price.throw(&mut self.dice);
                        let at = self.at(day, habit.hours);
                        let shop = *self.dice.pick(habit.shops);
                        self.card(slot, at, line(shop, "", habit.category), minor, false);
                    }
                }
            }
        }
    }

    /// Cash now and then, in round sums.
    pub(crate) fn cash_now_and_then(&mut self, slot: Slot, on: On, places: &[&str], sums: &[i64], speech: &Speech) {
        for day in self.town.days() {
            if on.happens(day, &mut self.dice) {
                let (place, minor) = (*self.dice.pick(places), *self.dice.pick(sums));
                self.cash(slot, day, place, minor, speech);
            }
        }
    }
}
