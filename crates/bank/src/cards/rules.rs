//! What a card may pay for: how much a day in which way, in which countries, and what it does not pay for at all.
//!
//! What is narrower holds at once, what is wider waits, by the one rule there is for limits ([`Limit`]). What is blocked
//! ends only some days after its end was asked for, which follows from when that was, and is kept nowhere.

use model::{Currency, Timestamp, forms::CardReach};
use serde::{Deserialize, Serialize};

use crate::limits::Limit;

/// How long a category stays blocked after the end of that was asked for, in seconds: two nights, because whoever has
/// blocked gambling has done so for the evening on which they want it back.
pub const UNBLOCK_WAIT_S: i64 = 48 * 60 * 60;

model::coded! {
    /// In which way a card pays.
    CardUse {
        /// In a shop, with the card in the hand.
        Shop = "shop",
        /// Online, or over the telephone.
        Online = "online",
        /// At a cash machine.
        Cash = "cash",
    }

    /// What a holder can have a card not pay for.
    Blockable {
        /// Bets, casinos, lotteries.
        Gambling = "gambling",
        /// Currencies that no state issues, and where they are bought.
        Crypto = "crypto",
        /// What is for adults only.
        Adult = "adult",
        /// Things in games that are bought with money.
        Games = "games",
        /// Sending money on: vouchers, and those who pass it to somebody else.
        MoneyTransfer = "money-transfer",
    }
}

/// Something a card does not pay for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What.
    pub what: Blockable,
    /// When the end of it was asked for.
    pub end_asked_at: Option<Timestamp>,
}

impl Block {
    /// When it ends, where that was asked for.
    #[must_use]
    pub fn ends_at(self) -> Option<Timestamp> {
        self.end_asked_at.map(|asked| asked.plus_seconds(UNBLOCK_WAIT_S))
    }

    /// Whether it holds at `now`.
    #[must_use]
    pub fn holds(self, now: Timestamp) -> bool {
        self.ends_at().is_none_or(|ends| ends > now)
    }
}

/// What a card may pay for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardRules {
    /// The most a day in shops, in minor units; nothing is a limit as well.
    pub shop: Limit,
    /// The most a day online.
    pub online: Limit,
    /// The most a day from cash machines.
    pub cash: Limit,
    /// Where it pays: how far down the list of [`CardReach`].
    reach: Limit,
    /// What it does not pay for.
    blocks: Vec<Block>,
}

/// How far down the list somewhere is.
fn place(reach: CardReach) -> i64 {
    CardReach::ALL.iter().zip(0..).find(|(known, _)| **known == reach).map_or(0, |(_, place)| place)
}

/// What is that far down the list; what is not on it is the narrowest.
fn at_place(place: i64) -> CardReach {
    usize::try_from(place).ok().and_then(|place| CardReach::ALL.get(place)).copied().unwrap_or(CardReach::Home)
}

impl CardRules {
    /// Limits in minor units that nobody wants to raise, and nothing blocked.
    #[must_use]
    pub fn new(shop: i64, online: i64, cash: i64, reach: CardReach) -> Self {
        let [shop, online, cash, reach] = [shop, online, cash, place(reach)].map(Limit::of);
        Self { shop, online, cash, reach, blocks: Vec::new() }
    }

    /// The limit of this way to pay.
    #[must_use]
    pub const fn of(&self, way: CardUse) -> Limit {
        match way {
            CardUse::Shop => self.shop,
            CardUse::Online => self.online,
            CardUse::Cash => self.cash,
        }
    }

    /// With another limit of this way to pay.
    #[must_use]
    pub fn with(mut self, way: CardUse, limit: Limit) -> Self {
        match way {
            CardUse::Shop => self.shop = limit,
            CardUse::Online => self.online = limit,
            CardUse::Cash => self.cash = limit,
        }
        self
    }

    /// Where it pays at `now`.
    #[must_use]
    pub fn reach(&self, now: Timestamp) -> CardReach {
        at_place(self.reach.at(now))
    }

    /// Where it will pay as well, and from when.
    #[must_use]
    pub fn reach_waiting(&self, now: Timestamp) -> Option<(CardReach, Timestamp)> {
        self.reach.waiting(now).map(|raise| (at_place(raise.to), raise.holds_from()))
    }

    /// Narrowed to `to` at once; `None` where that is wider.
    #[must_use]
    pub fn narrowed(&self, to: CardReach, now: Timestamp) -> Option<Self> {
        self.reach.lowered(place(to), now).map(|reach| Self { reach, ..self.clone() })
    }

    /// Widened to `to`, later.
    #[must_use]
    pub fn widened(&self, to: CardReach, now: Timestamp) -> Self {
        Self { reach: self.reach.raised(place(to), now), ..self.clone() }
    }

    /// Without what waits to widen it; `None` where nothing does.
    #[must_use]
    pub fn kept_narrow(&self, now: Timestamp) -> Option<Self> {
        self.reach.called_off(now).map(|reach| Self { reach, ..self.clone() })
    }

    /// The block of `what`, where it holds at `now`.
    #[must_use]
    pub fn block_of(&self, what: Blockable, now: Timestamp) -> Option<Block> {
        self.blocks.iter().copied().find(|block| block.what == what && block.holds(now))
    }

    /// With `what` blocked, from now on and until its end is asked for.
    #[must_use]
    pub fn blocking(&self, what: Blockable) -> Self {
        self.with_block(Block { what, end_asked_at: None })
    }

    /// With the end of the block of `what` asked for at `now`; `None` where there is none, or it was asked for.
    #[must_use]
    pub fn unblocking(&self, what: Blockable, now: Timestamp) -> Option<Self> {
        let block = self.block_of(what, now).filter(|block| block.end_asked_at.is_none())?;
        Some(self.with_block(Block { end_asked_at: Some(now), ..block }))
    }

    fn with_block(&self, block: Block) -> Self {
        let others = self.blocks.iter().filter(|known| known.what != block.what).copied();
        Self { blocks: others.chain([block]).collect(), ..self.clone() }
    }

    /// No wider at `now` than `others`: a card that comes in the place of another pays for nothing that the other did not.
    #[must_use]
    pub fn within(&self, others: &Self, now: Timestamp) -> Self {
        let least = |own: Limit, other: Limit| {
            if other.at(now) < own.at(now) { own.lowered(other.at(now), now).unwrap_or(own) } else { own }
        };
        let narrow = Self {
            shop: least(self.shop, others.shop),
            online: least(self.online, others.online),
            cash: least(self.cash, others.cash),
            reach: least(self.reach, others.reach),
            blocks: self.blocks.clone(),
        };
        let missing = others.blocks.iter().filter(|block| block.holds(now) && self.block_of(block.what, now).is_none());
        missing.fold(narrow, |rules, block| rules.with_block(*block))
    }

    /// Without anything that waits at `now` to be wider; `None` where nothing does.
    #[must_use]
    pub fn calmed(&self, now: Timestamp) -> Option<Self> {
        let calm = |limit: Limit| limit.called_off(now).unwrap_or(limit);
        let still = |block: &Block| if block.holds(now) { Block { end_asked_at: None, ..*block } } else { *block };
        let calmed = Self {
            shop: calm(self.shop),
            online: calm(self.online),
            cash: calm(self.cash),
            reach: calm(self.reach),
            blocks: self.blocks.iter().map(still).collect(),
        };
        (calmed != *self).then_some(calmed)
    }
}

/// What was counted of a card on one day: what is of another day is nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// The day, in days since 1970.
    day: i64,
    /// What was paid in shops, in minor units.
    shop: i64,
    /// What was paid online.
    online: i64,
    /// What was drawn.
    cash: i64,
    /// How often the PIN was shown.
    pins: u32,
}

impl Counted {
    /// As it is on `day`: a day that has begun does not end again, whichever server's clock says so.
    #[must_use]
    pub fn on(self, day: i64) -> Self {
        if self.day >= day { self } else { Self { day, ..Self::default() } }
    }

    /// What was paid in this way, in minor units.
    #[must_use]
    pub const fn of(self, way: CardUse) -> i64 {
        match way {
            CardUse::Shop => self.shop,
            CardUse::Online => self.online,
            CardUse::Cash => self.cash,
        }
    }

    /// With so much as paid in this way.
    #[must_use]
    pub const fn with(mut self, way: CardUse, minor: i64) -> Self {
        match way {
            CardUse::Shop => self.shop = minor,
            CardUse::Online => self.online = minor,
            CardUse::Cash => self.cash = minor,
        }
        self
    }

    /// How often the PIN was shown.
    #[must_use]
    pub const fn pins(self) -> u32 {
        self.pins
    }

    /// With the PIN shown once more.
    #[must_use]
    pub const fn with_pin_shown(self) -> Self {
        Self { pins: self.pins.saturating_add(1), ..self }
    }
}

/// The country in which money of this currency is at home, for those who bank here.
const fn home(currency: Currency) -> &'static str {
    match currency {
        Currency::Gbp | Currency::Eur => "GB",
        Currency::Usd => "US",
        Currency::Cny => "CN",
        Currency::Jpy => "JP",
    }
}

/// The countries of Europe, as ISO 3166 writes them: of the European Economic Area, and those that lie beside and among them.
const EUROPE: [&str; 46] = [
    "AD", "AL", "AT", "BA", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GG", "GI", "GR",
    "HR", "HU", "IE", "IM", "IS", "IT", "JE", "LI", "LT", "LU", "LV", "MC", "MD", "ME", "MK", "MT", "NL", "NO", "PL",
    "PT", "RO", "RS", "SE", "SI", "SK", "SM", "VA",
];

/// Which of the three a card on an account in this currency has to reach to pay in this country. A country that nobody
/// knows is a far one.
#[must_use]
pub fn country_reach(country: &str, currency: Currency) -> CardReach {
    if country == home(currency) {
        CardReach::Home
    } else if EUROPE.contains(&country) {
        CardReach::Europe
    } else {
        CardReach::Everywhere
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reach_is_kept_as_its_place_and_read_as_itself() {
        for reach in CardReach::ALL {
            assert_eq!(at_place(place(*reach)), *reach);
        }
        assert_eq!((at_place(-1), at_place(99)), (CardReach::Home, CardReach::Home));
    }

    #[test]
    fn countries_are_near_or_far() {
        let reached = ["GB", "PT", "SK", "US", "gb", ""].map(|country| country_reach(country, Currency::Gbp));
        let [home, near, far] = [CardReach::Home, CardReach::Europe, CardReach::Everywhere];
        assert_eq!(reached, [home, near, near, far, far, far]);
        assert_eq!(country_reach("CN", Currency::Cny), home, "yuan are at home there");
    }
}
