//! Answers from the customer's own books, with the lines they rest on.

use assistant::{
    dialogue::{Heard, Question, Who},
    entities::{Category, Days},
};
use jiff::ToSpan as _;
use model::{AccountId, CustomerId, Money, forms::HistoryKind};

use super::{Known, errands, name};
use crate::{
    Error,
    accounts::{Account, Transaction, home},
    conversations::reply::{ErrandKind, Fact, Limit, LineTold, Planned, Reply, Standing, Sum, Waits},
    limits::{self, LimitKind},
    schedules, waits,
};

/// How many lines of an account are looked through at most.
const MOST_LINES: i64 = 3_000;
/// How many lines an answer shows.
const SHOWN: usize = 5;
/// How far back a payment is looked for, in days.
const BACK: i64 = 400;

/// Which lines are meant; all of what is there has to fit.
#[derive(Default)]
struct Wanted {
    /// Part of the other party's name, in small letters.
    names: Vec<String>,
    category: Option<&'static str>,
    amount: Option<Money>,
    /// Only what came in, or only what went out.
    coming_in: Option<bool>,
}

impl Wanted {
    fn fits(&self, line: &Transaction) -> bool {
        let party = line.party.to_lowercase();
        let reference = line.reference.to_lowercase();
        // Between own accounts nothing is spent, and nothing comes in; what came back can be found, and is neither.
        line.own.is_none()
            && self.coming_in.is_none_or(|coming_in| line.counts() && line.amount.is_negative() != coming_in)
            && self.names.iter().all(|name| party.contains(name) || reference.contains(name))
            && self.category.is_none_or(|category| line.category.code() == category)
            && self.amount.is_none_or(|amount| {
                line.amount.currency == amount.currency && line.amount.minor.abs() == amount.minor.abs()
            })
    }
}

impl Known<'_> {
    pub(super) async fn answer(&self, owner: CustomerId, question: Question) -> Result<Reply, Error> {
        let go = |kind, href: String| Reply::Go(errands::plain(kind, href));
        Ok(match question {
            Question::Balance { account } | Question::Available { account } => {
                Reply::Told(Fact::Balances(self.accounts_of(account).map(standing).collect()))
            }
            Question::Spending { place, to, category, days } => {
                let wanted = self.wanted(place, to, category, Some(false));
                Reply::Told(Fact::Spent(self.sum(owner, days, &wanted).await?))
            }
            Question::SpendingCompare { place, to, category, days, before } => {
                let wanted = self.wanted(place, to, category, Some(false));
                let (now, then) = (self.sum(owner, days, &wanted).await?, self.sum(owner, before, &wanted).await?);
                Reply::Told(Fact::Compared(now, then))
            }
            Question::Income { from, days } => {
                let wanted = self.wanted(None, from, None, Some(true));
                Reply::Told(Fact::CameIn(self.sum(owner, days, &wanted).await?))
            }
            Question::IncomeArrived { from, days } => {
                let wanted = self.wanted(None, from, Some(Category::Income), Some(true));
                Reply::Told(Fact::CameIn(self.sum(owner, days, &wanted).await?))
            }
            Question::Recent { account, days } => {
                let lines = self.lines(owner, account, days.unwrap_or_else(|| self.back())).await?;
                Reply::Told(Fact::Lines(shown(&lines)))
            }
            Question::FindPayment { who, place, amount, days } => {
                Reply::Told(Fact::Lines(self.found(owner, (who, place, amount), days, None).await?))
            }
            Question::PaymentArrived { to, amount, days } => {
                let waiting = self.waiting(owner, to.as_ref()).await?;
                if waiting.is_empty() {
                    Reply::Told(Fact::Lines(self.found(owner, (to, None, amount), days, Some(false)).await?))
                } else {
                    Reply::Told(Fact::Waiting(waiting))
                }
            }
            Question::PaymentWaiting { to } => Reply::Told(Fact::Waiting(self.waiting(owner, to.as_ref()).await?)),
            Question::ComingUp { account, days } => Reply::Told(Fact::Coming(self.coming(owner, account, days).await?)),
            Question::NextPayment { to, place } => Reply::Told(Fact::Coming(self.planned(owner, to, place).await?)),
            Question::Limits { account } => Reply::Told(Fact::Limits(self.limits(owner, account).await?)),
            Question::AccountDetails { account } | Question::Interest { account, .. } => {
                go(ErrandKind::Account, account.map_or_else(|| "/accounts".to_owned(), |id| format!("/accounts/{id}")))
            }
            Question::RequestPaid { .. } => go(ErrandKind::Request, "/pay/requests".to_owned()),
            Question::MessageStatus => go(ErrandKind::Messages, "/help/tickets".to_owned()),
        })
    }

    fn accounts_of(&self, only: Option<AccountId>) -> impl Iterator<Item = &Account> {
        self.accounts.iter().filter(move |account| only.is_none_or(|only| only == account.id))
    }

    fn wanted(
        &self,
        place: Option<String>,
        who: Option<Who>,
        category: Option<Category>,
        coming_in: Option<bool>,
    ) -> Wanted {
        let names = place.into_iter().chain(who.map(|who| self.called(&who)));
        Wanted {
            names: names.map(|name| name.to_lowercase()).collect(),
            category: category.map(Category::code),
            amount: None,
            coming_in,
        }
    }

    /// As far back as it is looked.
    fn back(&self) -> Days {
        Days { first: self.person.today.saturating_sub(BACK.days()), last: self.person.today }
    }

    /// The lines of these days, the newest first.
    async fn lines(&self, owner: CustomerId, only: Option<AccountId>, days: Days) -> Result<Vec<Transaction>, Error> {
        let (from, before) = (self.bank.calendar.start_of(days.first), self.bank.calendar.end_of(days.last));
        let mut lines = Vec::new();
        for account in self.accounts_of(only) {
            let Some(span) = self.bank.accounts.span(owner, account.id, from, before).await? else { continue };
            let after = span.after.max(span.until.saturating_sub(MOST_LINES));
            if after < span.until {
                lines.extend(self.bank.accounts.lines(owner, account.id, after, span.until).await?);
            }
        }
        lines.sort_by_key(|line| std::cmp::Reverse((line.booked_at, line.version)));
        Ok(lines)
    }

    async fn sum(&self, owner: CustomerId, days: Days, wanted: &Wanted) -> Result<Sum, Error> {
        let mut lines = self.lines(owner, None, days).await?;
        without_what_came_back(&mut lines);
        lines.retain(|line| wanted.fits(line));
        let mut totals: Vec<Money> = Vec::new();
        for line in &lines {
            let minor = line.amount.minor.saturating_abs();
            match totals.iter_mut().find(|total| total.currency == line.amount.currency) {
                Some(total) => total.minor = total.minor.saturating_add(minor),
                None => totals.push(Money::new(minor, line.amount.currency)),
            }
        }
        if totals.is_empty() {
            totals.push(Money::new(0, self.person.currency));
        }
        Ok(Sum { days, totals, count: lines.len(), lines: shown(&lines) })
    }

    async fn found(
        &self,
        owner: CustomerId,
        (who, place, amount): (Option<Who>, Option<String>, Option<Heard>),
        days: Option<Days>,
        coming_in: Option<bool>,
    ) -> Result<Vec<LineTold>, Error> {
        let amount = amount.map(|heard| heard.money);
        let wanted = Wanted { amount, ..self.wanted(place, who, None, coming_in) };
        let mut lines = self.lines(owner, None, days.unwrap_or_else(|| self.back())).await?;
        lines.retain(|line| wanted.fits(line));
        Ok(shown(&lines))
    }

    async fn waiting(&self, owner: CustomerId, to: Option<&Who>) -> Result<Vec<Waits>, Error> {
        let name = to.map(|who| self.called(who).to_lowercase());
        let waiting = waits::waiting(self.bank, owner).await?.into_iter();
        let waiting = waiting.filter(|one| name.as_ref().is_none_or(|name| one.payee.to_lowercase().contains(name)));
        Ok(waiting
            .filter_map(|one| {
                // What waits for a person has no time at which it leaves.
                let until = one.wait.filter(|wait| !wait.reason.is_for_a_person())?.until;
                Some(Waits { payment: one.id, payee: one.payee, amount: one.amount, until })
            })
            .collect())
    }

    async fn coming(
        &self,
        owner: CustomerId,
        only: Option<AccountId>,
        days: Option<Days>,
    ) -> Result<Vec<Planned>, Error> {
        let coming = home(self.bank, owner).await?.coming.into_iter();
        let coming = coming.filter(|one| only.is_none_or(|only| only == one.account));
        let coming = coming.filter(|one| days.is_none_or(|days| (days.first..=days.last).contains(&one.day)));
        let planned = |one: crate::accounts::Coming| Planned {
            schedule: None,
            account: one.account,
            party: one.party,
            amount: one.amount,
            day: one.day,
        };
        Ok(coming.map(planned).take(SHOWN).collect())
    }

    /// What its owner planned, and what follows from the lines of every month.
    async fn planned(&self, owner: CustomerId, to: Option<Who>, place: Option<String>) -> Result<Vec<Planned>, Error> {
        let names = self.wanted(place, to, None, None).names;
        let fits = |party: &str| names.iter().all(|name| party.to_lowercase().contains(name));
        let schedules = schedules::list(self.bank, owner).await?.into_iter();
        let mut planned: Vec<Planned> = schedules
            .filter(|one| fits(&one.payee))
            .filter_map(|one| {
                let (day, amount) = (one.next()?, Money::new(-one.amount.minor, one.amount.currency));
                Some(Planned { schedule: Some(one.id), account: one.from, party: one.payee, amount, day })
            })
            .collect();
        let regular = self.coming(owner, None, None).await?.into_iter();
        planned.extend(regular.filter(|one| one.amount.is_negative() && fits(&one.party)));
        planned.sort_by_key(|one| one.day);
        planned.truncate(SHOWN);
        Ok(planned)
    }

    async fn limits(&self, owner: CustomerId, only: Option<AccountId>) -> Result<Vec<Limit>, Error> {
        let now = self.bank.clock.now();
        let limits = limits::overview(self.bank, owner).await?.into_iter();
        let limits = limits.filter(|one| only.is_none_or(|only| only == one.account.id));
        let limit = |one: limits::AccountLimits| Limit {
            payment: one.account.limit(LimitKind::Payment, now),
            day: one.account.limit(LimitKind::Day, now),
            used: one.spent,
            account: name(&one.account),
        };
        Ok(limits.map(limit).collect())
    }
}

fn standing(account: &Account) -> Standing {
    Standing { account: name(account), balance: account.balance, available: account.available() }
}

/// Takes what came back out of `lines`, the newest first, with what it is that came back.
fn without_what_came_back(lines: &mut Vec<Transaction>) {
    let mut back: Vec<Transaction> = Vec::new();
    lines.retain(|line| {
        if line.kind == HistoryKind::Reversal {
            back.push(line.clone());
            return false;
        }
        let undone = back.iter().position(|back| {
            (back.account, back.amount.minor) == (line.account, line.amount.minor.saturating_neg())
                && (&back.party, &back.reference) == (&line.party, &line.reference)
        });
        undone.map(|undone| back.swap_remove(undone)).is_none()
    });
}

fn shown(lines: &[Transaction]) -> Vec<LineTold> {
    let told = |line: &Transaction| LineTold {
        account: line.account,
        version: line.version,
        party: line.party.clone(),
        amount: line.amount,
        at: line.booked_at,
    };
    lines.iter().take(SHOWN).map(told).collect()
}

#[cfg(test)]
mod tests {
    use model::{Currency, Timestamp};

    use super::*;
    use crate::accounts;

    fn line(version: i64, minor: i64, kind: HistoryKind) -> Transaction {
        Transaction {
            account: AccountId::new(1),
            version,
            booked_at: Timestamp::from_micros(version),
            amount: Money::new(minor, Currency::Gbp),
            balance_after: Money::new(0, Currency::Gbp),
            kind,
            category: accounts::Category::Transfers,
            party: "Ruth Adler".to_owned(),
            reference: "chairs".to_owned(),
            own: None,
        }
    }

    #[test]
    fn what_came_back_is_neither_income_nor_spending() {
        let back = line(4, 500, HistoryKind::Reversal);
        for coming_in in [true, false] {
            assert!(!Wanted { coming_in: Some(coming_in), ..Wanted::default() }.fits(&back));
        }
        assert!(Wanted::default().fits(&back), "it is found all the same");
        let paid = |version, minor| line(version, minor, HistoryKind::Payment);
        let mut lines = vec![paid(5, -500), back, paid(3, -700), paid(2, -500), paid(1, -500)];
        without_what_came_back(&mut lines);
        assert_eq!(lines.iter().map(|line| line.version).collect::<Vec<_>>(), [5, 3, 1]);
    }
}
