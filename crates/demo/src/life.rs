//! The words in which a life is told: paid, bought, drawn, saved.

use bank::{
    accounts::{Category, Regular, occurrences},
    ledger::Line,
};
use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};
use model::{
    AccountId, Money, Timestamp,
    forms::{Direction, Every, HistoryKind, Timing},
};

use crate::{
    dice::Dice,
    town::{Amount, Entry, House, Other, Pending, Slot, StandingOrder, Town},
};

/// How many wages ahead are expected.
const WAGES_AHEAD: i64 = 6;

/// One person's life, with their own luck.
pub(crate) struct Life<'a> {
    pub(crate) town: &'a mut Town,
    pub(crate) dice: Dice,
    /// Days on which they are not at home to do what they always do.
    pub(crate) away: Vec<Date>,
}

/// Something paid or received on the same day of each month, or each week.
pub(crate) struct Standing {
    pub(crate) party: &'static str,
    pub(crate) reference: &'static str,
    pub(crate) category: Category,
    pub(crate) kind: HistoryKind,
    /// Above zero comes in, below goes out.
    pub(crate) minor: i64,
    /// How far a single one may be from that, in per cent.
    pub(crate) vary: i64,
}

/// Wages or a pension.
pub(crate) struct Wage {
    pub(crate) employer: &'static str,
    pub(crate) reference: &'static str,
    pub(crate) pay_day: PayDay,
    pub(crate) minor: i64,
    pub(crate) vary: i64,
}

/// When wages are paid.
#[derive(Clone, Copy)]
pub(crate) enum PayDay {
    /// On this day of the month, or the last working day before it.
    Day(i8),
    /// On the last working day of the month.
    Last,
    /// On this day of the month, whatever day of the week it is.
    Exactly(i8),
}

/// What the bank itself writes on statements, in the language of the account's owner.
pub(crate) struct Speech {
    pub(crate) bank: &'static str,
    pub(crate) opening: &'static str,
    pub(crate) cash: &'static str,
    pub(crate) interest: fn(Date) -> String,
}

pub(crate) const ENGLISH: Speech = Speech {
    bank: "Banyan",
    opening: "Balance brought forward",
    cash: "Cash machine",
    interest: |month| format!("Interest for {}", month.strftime("%B %Y")),
};

pub(crate) const CHINESE: Speech = Speech {
    bank: "榕树银行",
    opening: "期初余额",
    cash: "自动取款机",
    interest: |month| format!("{}年{}月利息", month.year(), month.month()),
};

pub(crate) fn line(party: &str, reference: &str, category: Category) -> Line {
    Line { party: party.to_owned(), reference: reference.to_owned(), category }
}

/// Whether banks move money on `day`: no weekend, none of the holidays that are the same every year.
fn works(day: Date) -> bool {
    let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    !weekend && !matches!((day.month(), day.day()), (1, 1) | (12, 25 | 26))
}

impl PayDay {
    /// The day in the month that begins with `month`.
    pub(crate) fn of(self, month: Date) -> Date {
        let on = |day: i8| month.saturating_add(i64::from(day - 1).days()).min(month.last_of_month());
        let mut day = match self {
            Self::Exactly(day) => return on(day),
            Self::Day(day) => on(day),
            Self::Last => month.last_of_month(),
        };
        while !works(day) {
            day = day.saturating_sub(1.day());
        }
        day
    }
}

impl Life<'_> {
    /// A moment on `day` from the hour `from` to just before the hour `to`. Today has only just begun: what is
    /// regular has been done in its first minute, in the same order, and nothing else has happened yet.
    pub(crate) fn at(&mut self, day: Date, (from, to): (i64, i64)) -> Timestamp {
        let in_a_day = self.dice.between(from * 3_600, to * 3_600 - 1);
        let second = if day == self.town.today { in_a_day / 1_800 } else { in_a_day };
        let latest = self.town.calendar.end_of(day).micros() - 1;
        Timestamp::from_micros(self.town.calendar.start_of(day).plus_seconds(second).micros().min(latest))
    }

    fn add(&mut self, entry: Entry) {
        self.town.entries.push(entry);
    }

    fn entry(slot: Slot, at: Timestamp, minor: i64, house: House, kind: HistoryKind, line: Line) -> Entry {
        Entry {
            at,
            slot,
            way: if minor < 0 { Direction::Out } else { Direction::In },
            amount: Amount::Exactly(minor.abs()),
            other: Other::House(house),
            kind,
            line,
            original: None,
            must: true,
            by_hand: false,
        }
    }

    /// What was there when the account was opened.
    pub(crate) fn opening(&mut self, slot: Slot, minor: i64, speech: &Speech) {
        let at = self.town.calendar.start_of(self.town.first).plus_seconds(60);
        let line = line(speech.opening, "", Category::Transfers);
        let entry = Self::entry(slot, at, minor, House::OtherBanks, HistoryKind::Payment, line);
        self.add(entry);
    }

    /// Bought with a card; `must` where it is bought however little is left.
    pub(crate) fn card(&mut self, slot: Slot, at: Timestamp, line: Line, minor: i64, must: bool) {
        let entry = Self::entry(slot, at, -minor, House::Cards, HistoryKind::Card, line);
        self.add(Entry { must, ..entry });
    }

    /// Bought with a card in another currency.
    pub(crate) fn card_abroad(&mut self, slot: Slot, at: Timestamp, line: Line, minor: i64, original: Money) {
        let entry = Self::entry(slot, at, -minor, House::Cards, HistoryKind::Card, line);
        self.add(Entry { original: Some(original), must: false, ..entry });
    }

    /// Bought, and given back after some days in part or whole.
    pub(crate) fn returned(&mut self, slot: Slot, day: Date, line: Line, minor: i64, back: i64) {
        let bought = self.at(day, (9, 22));
        self.card(slot, bought, line.clone(), minor, true);
        let later = day.saturating_add(self.dice.between(4, 12).days());
        if later < self.town.today {
            let at = self.at(later, (6, 18));
            let entry = Self::entry(slot, at, back, House::Cards, HistoryKind::Refund, line);
            self.add(entry);
        }
    }

    /// Cash from a machine.
    pub(crate) fn cash(&mut self, slot: Slot, day: Date, place: &str, minor: i64, speech: &Speech) {
        let at = self.at(day, (9, 20));
        let line = line(speech.cash, place, Category::Cash);
        let entry = Self::entry(slot, at, -minor, House::Cash, HistoryKind::Cash, line);
        self.add(Entry { must: false, ..entry });
    }

    /// Money to or from somebody who banks elsewhere, by hand.
    pub(crate) fn elsewhere(&mut self, slot: Slot, day: Date, line: Line, minor: i64) {
        let at = self.at(day, (8, 22));
        let entry = Self::entry(slot, at, minor, House::OtherBanks, HistoryKind::Payment, line);
        self.add(Entry { must: minor > 0, ..entry });
    }

    /// As [`Self::elsewhere`], and cannot be done without.
    pub(crate) fn elsewhere_must(&mut self, slot: Slot, day: Date, line: Line, minor: i64) {
        let at = self.at(day, (8, 11));
        let entry = Self::entry(slot, at, minor, House::OtherBanks, HistoryKind::Payment, line);
        self.add(entry);
    }

    /// Whatever is above `keep`, in whole `step`s, to somewhere else.
    pub(crate) fn rest_elsewhere(&mut self, slot: Slot, day: Date, line: Line, (keep, step): (i64, i64)) {
        let at = self.at(day, (19, 22));
        let entry = Self::entry(slot, at, -1, House::OtherBanks, HistoryKind::Payment, line);
        self.add(Entry { amount: Amount::Above { keep, step }, must: false, ..entry });
    }

    /// Paid in by customers, through another bank.
    pub(crate) fn received(&mut self, slot: Slot, at: Timestamp, line: Line, minor: i64) {
        let entry = Self::entry(slot, at, minor, House::OtherBanks, HistoryKind::Payment, line);
        self.add(entry);
    }

    /// Cash paid in at the counter.
    pub(crate) fn cash_in(&mut self, slot: Slot, at: Timestamp, line: Line, minor: i64) {
        let entry = Self::entry(slot, at, minor, House::Cash, HistoryKind::Cash, line);
        self.add(entry);
    }

    /// What happens every month on the day `day` (of a month that has it), and goes on doing so.
    pub(crate) fn every_month(&mut self, slot: Slot, day: i8, standing: &Standing) {
        let first = self.town.first.saturating_add(i64::from(day - 1).days());
        self.regularly(slot, first, Every::Month, standing);
    }

    /// What happens every week on `weekday`, and goes on doing so.
    pub(crate) fn every_week(&mut self, slot: Slot, weekday: Weekday, standing: &Standing) {
        let before = self.town.first.saturating_sub(1.day());
        let first = before.nth_weekday(1, weekday).unwrap_or(before);
        self.regularly(slot, first, Every::Week, standing);
    }

    fn regularly(&mut self, slot: Slot, first: Date, every: Every, standing: &Standing) {
        self.town.expect(slot, standing.party, standing.minor, standing.kind, first, every);
        let account = AccountId::new(0);
        let amount = Money::new(standing.minor, self.town.plans[slot.0].currency);
        let party = standing.party.to_owned();
        let timing = Timing { first, every, last: None };
        let regular = Regular { account, party, amount, kind: standing.kind, timing, done: 0 };
        for coming in occurrences(&regular, self.town.first.saturating_sub(1.day()), self.town.today) {
            let at = self.at(coming.day, (3, 6));
            let minor = self.dice.around(standing.minor, standing.vary);
            let line = line(standing.party, standing.reference, standing.category);
            let entry = Self::entry(slot, at, minor, House::OtherBanks, standing.kind, line);
            self.add(entry);
        }
    }

    /// Wages on each pay day, and those of the next months.
    pub(crate) fn wages(&mut self, slot: Slot, wage: &Wage) {
        for month in self.town.months() {
            let day = wage.pay_day.of(month);
            if day <= self.town.today {
                let minor = self.dice.around(wage.minor, wage.vary);
                self.wage(slot, day, wage, minor);
            }
        }
        let coming =
            (0..=WAGES_AHEAD).map(|n| wage.pay_day.of(self.town.today.first_of_month().saturating_add(n.months())));
        for day in coming.filter(|day| *day > self.town.today).collect::<Vec<_>>() {
            self.town.expect(slot, wage.employer, wage.minor, HistoryKind::Salary, day, Every::Once);
        }
    }

    /// One pay packet.
    pub(crate) fn wage(&mut self, slot: Slot, day: Date, wage: &Wage, minor: i64) {
        let at = self.at(day, (0, 3));
        let line = line(wage.employer, wage.reference, Category::Income);
        let entry = Self::entry(slot, at, minor, House::Salaries, HistoryKind::Salary, line);
        self.add(entry);
    }

    /// Interest on the first of each month for the month before.
    pub(crate) fn interest(&mut self, slot: Slot, speech: &Speech) {
        for month in self.town.months().into_iter().skip(1) {
            let at = self.town.calendar.start_of(month).plus_seconds(5 * 60);
            let earned = month.saturating_sub(1.day());
            let line = line(speech.bank, &(speech.interest)(earned), Category::Bank);
            let entry = Self::entry(slot, at, 1, House::Interest, HistoryKind::Interest, line);
            self.add(Entry { amount: Amount::Interest, ..entry });
        }
    }

    /// A charge of the bank on the day `day` of each month.
    pub(crate) fn monthly_fee(&mut self, slot: Slot, day: i8, reference: &str, minor: i64, speech: &Speech) {
        for month in self.town.months() {
            let on = PayDay::Exactly(day).of(month);
            if on <= self.town.today {
                let at = self.at(on, (1, 3));
                let line = line(speech.bank, reference, Category::Bank);
                let entry = Self::entry(slot, at, -minor, House::Fees, HistoryKind::Fee, line);
                self.add(entry);
            }
        }
    }

    /// From one account of the town to another, once.
    pub(crate) fn pay(
        &mut self,
        (from, to): (Slot, Slot),
        day: Date,
        amount: Amount,
        lines: (Line, Line),
        by_hand: bool,
    ) {
        let hours = if by_hand { (9, 21) } else { (3, 6) };
        let at = self.at(day, hours);
        self.add(Entry {
            at,
            slot: from,
            way: Direction::Out,
            amount,
            other: Other::Neighbour { slot: to, line: lines.1 },
            kind: if by_hand { HistoryKind::Payment } else { HistoryKind::StandingOrder },
            line: lines.0,
            original: None,
            must: !by_hand,
            by_hand,
        });
    }

    /// A standing order between two accounts of the town on the day `day` of each month.
    pub(crate) fn monthly_order(&mut self, (from, to): (Slot, Slot), day: i8, minor: i64, lines: &(Line, Line)) {
        let first = self.town.first.saturating_add(i64::from(day - 1).days());
        let (timing, reference) = (Timing { first, every: Every::Month, last: None }, lines.0.reference.clone());
        self.town.orders.push(StandingOrder { from, to, minor, reference, timing });
        self.town.expect(to, &lines.1.party, minor, HistoryKind::StandingOrder, first, Every::Month);
        for month in self.town.months() {
            let on = PayDay::Exactly(day).of(month);
            if on <= self.town.today {
                self.pay((from, to), on, Amount::Exactly(minor), lines.clone(), false);
            }
        }
    }

    /// Puts what is above `keep` aside, in whole `step`s, on the day `day` of each month: by hand, as people do.
    pub(crate) fn put_aside(&mut self, (from, to): (Slot, Slot), day: i8, (keep, step): (i64, i64), reference: &str) {
        for month in self.town.months() {
            let on = PayDay::Exactly(day).of(month);
            if on < self.town.today {
                let name = |slot: Slot| self.town.plans[slot.0].name;
                let lines = (name(to), name(from));
                let lines =
                    (line(lines.0, reference, Category::Transfers), line(lines.1, reference, Category::Transfers));
                self.pay((from, to), on, Amount::Above { keep, step }, lines, true);
            }
        }
    }

    /// Money set aside for a card payment that has not come in yet, since yesterday evening.
    pub(crate) fn pending(&mut self, slot: Slot, party: &'static str, minor: i64, days: i64) {
        let yesterday = self.town.today.saturating_sub(1.day());
        let placed_at = self.at(yesterday, (18, 22));
        let expires_at = placed_at.plus_seconds(days * 86_400);
        self.town.pending.push(Pending { slot, amount: minor, party, placed_at, expires_at });
    }
}
