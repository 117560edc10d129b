//! What follows on what.

use model::PaymentId;

use super::{
    finish,
    gather::{Named, Unsure, odd_slot},
    phrases::{self, Phrase},
    state::{Dialogue, Known, Topic, Waiting},
    step::Press,
    turn::{Choice, Note, Slot, Turn, Who, Why},
};
use crate::{
    entities::{Odd, Person},
    intent::{Intent, Kind},
    knowledge,
    lane::Lane,
    understand::Understanding,
};

/// From which confidence on something is done at once.
const SURE: f32 = 0.90;

/// From which on it is one of two things to choose from.
const LIKELY: f32 = 0.55;

/// How much likelier than the next it has to be.
const MARGIN: f32 = 0.15;

/// How much of a question an article has to speak of.
const COVERED: f32 = 0.60;

/// After how many messages in a row that were not understood a person is fetched.
const FAILURES: u8 = 2;

/// How many words besides what was asked for an answer may have. More is a sentence of its own.
const ASIDE: usize = 2;

/// A conversation while one message is dealt with.
pub struct Talk<'a> {
    pub state: Dialogue,
    pub person: &'a Person,
    /// What was written; nothing where a button was pressed.
    pub text: &'a str,
}

impl Talk<'_> {
    /// Deals with a message.
    pub fn hear(&mut self, said: &Understanding) -> Vec<Turn> {
        self.state.language = said.language.unwrap_or(self.state.language);
        if let Some(turns) = self.urgent(&said.lanes) {
            return turns;
        }
        let text = self.text;
        if let Some(turns) = phrases::phrase(text).and_then(|phrase| self.steered(phrase)) {
            return turns;
        }
        let named = Named::of(said, self.asked());
        let sure = sure(said);
        if let Some(intent) = sure
            && !self.belongs(text, intent, &named)
        {
            return self.begin(intent, named);
        }
        if let Some(intent) = self.also(text, &named) {
            return self.begin(intent, named);
        }
        if self.is_correction(text, &named) || self.goes_on(text, &named) || self.refines(&named) {
            return self.correct(text, named);
        }
        if self.state.topic.is_some() && !named.is_empty() {
            return self.add(named);
        }
        if let Some(name) = self.name(text) {
            return self
                .add(Named { known: Known { who: Some(Who::Named(name)), ..Known::default() }, ..Named::default() });
        }
        self.perhaps(said, named)
    }

    /// Deals with a button.
    pub fn press(&mut self, press: Press) -> Vec<Turn> {
        let known = |known: Known| Named { known, ..Named::default() };
        match press {
            Press::Person => self.fetch(Why::Asked),
            Press::Cancel => self.cancel(),
            Press::NotThis => self.not_this(),
            Press::Yes => self.steered(Phrase::Yes).unwrap_or_else(|| self.ask_again()),
            Press::No => self.steered(Phrase::No).unwrap_or_else(|| self.ask_again()),
            Press::Intent(intent) => {
                let offered = match self.state.waiting.take() {
                    Some(Waiting::Choose { known, .. }) => known,
                    other => {
                        self.state.waiting = other;
                        Known::default()
                    }
                };
                self.begin(intent, known(offered))
            }
            Press::Payee(payment) => self.add(known(Known { who: Some(Who::Payee(payment)), ..Known::default() })),
            Press::Account(account) if self.asked() == Some(Slot::ToAccount) => {
                self.add(known(Known { to_account: Some(account), ..Known::default() }))
            }
            Press::Account(account) => self.add(known(Known { account: Some(account), ..Known::default() })),
        }
    }

    /// What never waits, whatever was being done.
    fn urgent(&mut self, lanes: &[Lane]) -> Option<Vec<Turn>> {
        let why = lanes.iter().find_map(|lane| match lane {
            Lane::Emergency => Some(Why::Emergency),
            Lane::Scam => Some(Why::Scam),
            Lane::Person => Some(Why::Asked),
            Lane::Dispute | Lane::Complaint => None,
        })?;
        let mut turns = self.fetch(why);
        if why == Why::Scam {
            turns.insert(0, Turn::Warn);
        }
        Some(turns)
    }

    /// Fetches a person. What was begun is theirs to take up.
    fn fetch(&mut self, why: Why) -> Vec<Turn> {
        self.state = Dialogue { language: self.state.language, ..Dialogue::default() };
        vec![Turn::Person { why }]
    }

    /// What a phrase does that is all somebody says; `None` where it means nothing here.
    fn steered(&mut self, phrase: Phrase) -> Option<Vec<Turn>> {
        match (phrase, self.state.waiting.clone()) {
            (Phrase::Cancel, _) => Some(self.cancel()),
            // Neither of these: then who, or which.
            (Phrase::No | Phrase::NotThis, Some(Waiting::Which { slot, .. })) => {
                self.state.waiting = Some(Waiting::Slot(slot));
                Some(self.ask_again())
            }
            (Phrase::NotThis, _) | (Phrase::No, Some(Waiting::Choose { .. })) => Some(self.not_this()),
            (Phrase::Yes, Some(Waiting::DidYouMean { payee })) => Some(self.press(Press::Payee(payee))),
            (Phrase::No, Some(Waiting::DidYouMean { .. })) => {
                self.state.waiting = Some(Waiting::Slot(Slot::Payee));
                Some(self.ask_again())
            }
            (Phrase::No, None) if self.state.done.is_some() => Some(self.not_this()),
            (Phrase::Skip, Some(Waiting::Slot(slot) | Waiting::Which { slot, .. })) => Some(self.skip(slot)),
            (Phrase::First | Phrase::Second, Some(Waiting::Which { choices, .. })) => {
                let choice = choices.get(usize::from(phrase == Phrase::Second))?;
                Some(self.press(match *choice {
                    Choice::Payee(payment) => Press::Payee(payment),
                    Choice::Account(account) => Press::Account(account),
                }))
            }
            (Phrase::First | Phrase::Second, Some(Waiting::Choose { intents, .. })) => {
                Some(self.press(Press::Intent(intents[usize::from(phrase == Phrase::Second)])))
            }
            _ => None,
        }
    }

    /// The slot that was asked for.
    const fn asked(&self) -> Option<Slot> {
        match &self.state.waiting {
            Some(Waiting::Slot(slot) | Waiting::Which { slot, .. }) => Some(*slot),
            Some(Waiting::DidYouMean { .. }) => Some(Slot::Payee),
            Some(Waiting::Choose { .. }) | None => None,
        }
    }

    /// Whether a message belongs to what is being done although it could begin something else: it is a short answer to
    /// what was asked, or corrects it.
    fn belongs(&self, text: &str, intent: Intent, named: &Named) -> bool {
        let current = self.state.topic.as_ref().or(self.state.done.as_ref());
        let same = current.is_some_and(|topic| topic.intent == intent);
        let short = named.rest <= ASIDE;
        let odd = |slot: Slot| named.odd.iter().any(|odd| odd_slot(*odd) == Some(slot));
        let answers = self.asked().is_some_and(|slot| named.known.has(slot) || named.unsure.is_some() || odd(slot));
        if intent.kind() == Kind::Talk {
            return answers && short;
        }
        let corrects = self.is_correction(text, named) || self.goes_on(text, named);
        (answers || corrects) && (same || short)
    }

    /// Whether a message puts something right that was said before.
    fn is_correction(&self, text: &str, named: &Named) -> bool {
        let current = self.state.topic.is_some() || self.state.done.is_some();
        let negates = !named.negated.is_empty();
        current && (negates || (phrases::corrects(text) && !named.is_empty()) || phrases::other_account(text))
    }

    /// Whether a message asks what was answered last about something else: "and in October?".
    fn goes_on(&self, text: &str, named: &Named) -> bool {
        let answered = self.state.done.as_ref().is_some_and(|topic| topic.intent.kind() == Kind::Answer);
        let short = phrases::goes_on(text) || named.rest <= ASIDE;
        answered && self.state.topic.is_none() && short && !named.is_empty()
    }

    /// What is begun once more for somebody else after a payment was prepared: "and £30 to Thomas".
    fn also(&self, text: &str, named: &Named) -> Option<Intent> {
        let prepared = self.state.done.as_ref().filter(|topic| finish::pays(topic.intent))?;
        let more = named.known.amount.is_some() && named.known.who.is_some() && named.unsure.is_none();
        (self.state.topic.is_none() && phrases::goes_on(text) && more).then_some(prepared.intent)
    }

    /// Whether a message only adds from where, when or how often to what was prepared last: "from savings".
    fn refines(&self, named: &Named) -> bool {
        let prepared = self.state.done.as_ref().is_some_and(|topic| topic.intent.kind() == Kind::Prepare);
        let Known { account, to_account, time, every, reference, .. } = &named.known;
        let adds =
            account.is_some() || to_account.is_some() || time.is_some() || every.is_some() || reference.is_some();
        let other = named.unsure.is_some() || named.known.amount.is_some() || named.known.has(Slot::Payee);
        prepared && self.state.topic.is_none() && adds && !other && named.rest <= ASIDE
    }

    /// Puts right what was said before, and goes on from there.
    fn correct(&mut self, text: &str, named: Named) -> Vec<Turn> {
        let Some(mut topic) = self.state.topic.take().or_else(|| self.state.done.take()) else {
            return self.ask_again();
        };
        named.forgotten().for_each(|slot| topic.known.forget(slot));
        let mut unsure = named.unsure;
        topic.take(named.known);
        if phrases::other_account(text) {
            unsure = unsure.or_else(|| another(&mut topic, self.person));
        }
        self.state.topic = Some(topic);
        self.noted(&named.odd, |talk| talk.proceed(unsure))
    }

    /// Takes up what was named, for what is being done.
    fn add(&mut self, named: Named) -> Vec<Turn> {
        let Some(topic) = &mut self.state.topic else { return self.ask_again() };
        named.forgotten().for_each(|slot| topic.known.forget(slot));
        topic.take(named.known);
        self.noted(&named.odd, |talk| talk.proceed(named.unsure))
    }

    /// Goes on, after it was said what cannot be taken as it was said. That is asked for then.
    fn noted(&mut self, odd: &[Odd], go_on: impl FnOnce(&mut Self) -> Vec<Turn>) -> Vec<Turn> {
        let Some(topic) = self.state.topic.as_mut().filter(|topic| finish::pays(topic.intent)) else {
            return go_on(self);
        };
        topic.wanted.extend(odd.iter().filter_map(|odd| odd_slot(*odd)));
        let mut turns: Vec<Turn> = odd.iter().map(|odd| Turn::Note(note(*odd))).collect();
        turns.dedup();
        turns.extend(go_on(self));
        turns
    }

    /// Begins something; what was being collected waits for its turn.
    fn begin(&mut self, intent: Intent, mut named: Named) -> Vec<Turn> {
        if intent.kind() == Kind::Talk {
            return self.small_talk(intent);
        }
        let pair = named.pair.take().filter(|_| finish::pays(intent) && intent != Intent::TransferOwn);
        if let Some(pair) = pair {
            return self.begin_both(intent, *pair, named.odd);
        }
        match &mut self.state.topic {
            Some(topic) if topic.intent == intent => topic.take(named.known),
            _ => {
                self.state.park();
                self.state.topic = Some(Topic::new(intent, named.known));
            }
        }
        self.noted(&named.odd, |talk| talk.proceed(named.unsure))
    }

    /// Begins two payments: one at a time, the second when the first is prepared.
    fn begin_both(&mut self, intent: Intent, (one, other): (Known, Known), mut odd: Vec<Odd>) -> Vec<Turn> {
        if self.state.topic.as_ref().is_some_and(|topic| topic.intent == intent) {
            self.state.topic = None;
            self.state.waiting = None;
        }
        self.state.park();
        self.state.parked.push(Topic::new(intent, other));
        self.state.topic = Some(Topic::new(intent, one));
        odd.insert(0, Odd::Times);
        self.noted(&odd, |talk| talk.proceed(None))
    }

    fn small_talk(&mut self, intent: Intent) -> Vec<Turn> {
        if intent == Intent::NotThis {
            return self.not_this();
        }
        self.state.failed = 0;
        let mut turns = vec![if intent == Intent::Repeat { Turn::Repeat } else { Turn::Smalltalk(intent) }];
        turns.extend(self.question());
        turns
    }

    /// Asks for what is missing, or does what there is to do.
    fn proceed(&mut self, unsure: Option<Unsure>) -> Vec<Turn> {
        self.state.failed = 0;
        let Some(mut topic) = self.state.topic.take() else { return self.ask_again() };
        finish::deduce(&mut topic, self.person);
        let before = self.asked();
        self.state.waiting = match unsure {
            Some(Unsure::DidYouMean { payee, .. }) if topic.intent.kind() == Kind::Answer => {
                topic.known.who = Some(Who::Payee(payee));
                None
            }
            Some(Unsure::DidYouMean { heard, payee }) if finish::takes(topic.intent, Slot::Payee) => {
                self.state.waiting = Some(Waiting::DidYouMean { payee });
                self.state.topic = Some(topic);
                return vec![Turn::DidYouMean { heard, payee }];
            }
            Some(Unsure::Which { slot, choices }) if finish::takes(topic.intent, slot) => {
                Some(Waiting::Which { slot, choices })
            }
            _ => None,
        };
        if self.state.waiting.is_none() {
            self.state.waiting = finish::missing(&topic, self.person).map(Waiting::Slot);
        }
        if self.state.waiting.is_some() {
            topic.again = if before == self.asked() { topic.again.saturating_add(1) } else { 0 };
            self.state.topic = Some(topic);
            return self.question().into_iter().collect();
        }
        let turn = finish::turn(&topic, self.person, self.text, self.state.language);
        if let Turn::Person { why } = turn {
            return self.fetch(why);
        }
        self.state.done = Some(topic);
        let mut turns = vec![turn];
        turns.extend(self.resume());
        turns
    }

    /// Goes back to what was interrupted, with its question; the second of two payments may need none.
    fn resume(&mut self) -> Vec<Turn> {
        let Some(mut topic) = self.state.parked.pop() else { return Vec::new() };
        let asked = topic.asked.take();
        self.state.waiting = asked.or_else(|| finish::missing(&topic, self.person).map(Waiting::Slot));
        self.state.topic = Some(topic);
        if self.state.waiting.is_none() { self.proceed(None) } else { self.question().into_iter().collect() }
    }

    /// The question that waits for an answer.
    fn question(&self) -> Option<Turn> {
        match (self.state.waiting.as_ref()?, &self.state.topic) {
            (Waiting::Slot(slot), Some(topic)) => {
                Some(Turn::Ask { intent: topic.intent, slot: *slot, again: topic.again })
            }
            (Waiting::Which { slot, choices }, _) => Some(Turn::Which { slot: *slot, choices: choices.clone() }),
            (Waiting::DidYouMean { payee }, _) => Some(Turn::DidYouMean { heard: self.called(*payee), payee: *payee }),
            (Waiting::Choose { intents, .. }, _) => Some(Turn::Choose { intents: *intents }),
            (Waiting::Slot(_), None) => None,
        }
    }

    /// The name of somebody they have paid.
    fn called(&self, payment: PaymentId) -> String {
        let payee = self.person.payees.iter().find(|payee| payee.payment == payment);
        payee.map(|payee| payee.name.clone()).unwrap_or_default()
    }

    /// Does without what was asked for.
    fn skip(&mut self, slot: Slot) -> Vec<Turn> {
        let Some(topic) = &mut self.state.topic else { return self.ask_again() };
        topic.skipped.push(slot);
        self.state.waiting = None;
        self.proceed(None)
    }

    /// Puts down what was begun, and goes back to what that had interrupted.
    fn cancel(&mut self) -> Vec<Turn> {
        self.state.failed = 0;
        self.state.waiting = None;
        let prepared = self.state.done.take().filter(|topic| topic.intent.kind() == Kind::Prepare);
        let Some(topic) = self.state.topic.take().or(prepared) else { return vec![Turn::NothingToCancel] };
        let mut turns = vec![Turn::Cancelled(topic.intent)];
        turns.extend(self.resume());
        turns
    }

    /// The last answer was not what was meant.
    fn not_this(&mut self) -> Vec<Turn> {
        self.state.refused = self.state.refused.saturating_add(1);
        self.state.waiting = None;
        self.state.topic = None;
        self.state.done = None;
        if self.state.refused >= FAILURES { self.fetch(Why::NotThis) } else { vec![Turn::NotUnderstood { turns: 1 }] }
    }

    /// Nobody is sure what was said: two things to choose from, an article, or a question once more.
    fn perhaps(&mut self, said: &Understanding, named: Named) -> Vec<Turn> {
        let best = said.guesses.first().filter(|best| said.in_scope && best.confidence >= LIKELY);
        if let Some(best) = best
            && self.state.topic.is_none()
        {
            let next = said.guesses.get(1).map(|next| next.intent);
            return match next {
                Some(next) if best.intent.kind() != Kind::Talk => {
                    self.state.failed = 0;
                    let intents = [best.intent, next];
                    self.state.waiting = Some(Waiting::Choose { intents, known: named.known });
                    vec![Turn::Choose { intents }]
                }
                _ => self.begin(best.intent, named),
            };
        }
        // An amount alone asks nothing that is written down, nor does a yes.
        let silent = (named.rest == 0 && named.known.amount.is_some()) || phrases::phrase(self.text).is_some();
        let hit = knowledge::search(self.text, self.state.language, 1).pop();
        let hit = hit.filter(|hit| hit.coverage >= COVERED && !silent);
        self.state.failed = self.state.failed.saturating_add(1);
        match hit {
            _ if self.state.failed >= FAILURES => self.fetch(Why::NotUnderstood),
            Some(hit) if self.state.topic.is_none() => {
                self.state.done = None;
                vec![Turn::Article { slug: hit.slug.to_owned() }]
            }
            _ => self.ask_again(),
        }
    }

    /// The question once more, or that nothing was understood.
    fn ask_again(&mut self) -> Vec<Turn> {
        if let Some(topic) = &mut self.state.topic {
            topic.again = topic.again.saturating_add(1);
        }
        let turns = self.state.failed.max(1);
        vec![self.question().unwrap_or(Turn::NotUnderstood { turns })]
    }

    /// A name that is all the answer to the question for one, of somebody who is not on the list.
    fn name(&self, text: &str) -> Option<String> {
        (self.asked() == Some(Slot::Payee)).then(|| phrases::name(text)).flatten()
    }
}

const fn note(odd: Odd) -> Note {
    match odd {
        Odd::Day => Note::NoDay,
        Odd::Rhythm => Note::NoRhythm,
        Odd::Share => Note::NoShare,
        Odd::Times => Note::OneAtATime,
    }
}

/// What somebody surely wants. What the rules heard counts for more than what was learnt.
#[must_use]
pub fn sure(said: &Understanding) -> Option<Intent> {
    let best = said.guesses.first();
    if said.lanes.contains(&Lane::Dispute) {
        let kinds = [Intent::WrongPerson, Intent::DuplicatePayment];
        return Some(
            best.map(|best| best.intent).filter(|intent| kinds.contains(intent)).unwrap_or(Intent::DisputePayment),
        );
    }
    if said.lanes.contains(&Lane::Complaint) {
        return Some(Intent::Complaint);
    }
    let best = best?;
    let next = said.guesses.get(1).map_or(0.0, |next| next.confidence);
    (said.in_scope && best.confidence >= SURE && best.confidence - next >= MARGIN).then_some(best.intent)
}

/// Another account than the one that is known: the only one there is, or one to choose.
fn another(topic: &mut Topic, person: &Person) -> Option<Unsure> {
    let known = &mut topic.known;
    let (slot, fixed) = match known.to_account {
        Some(_) => (Slot::ToAccount, known.account),
        None => (Slot::Account, None),
    };
    let now = if slot == Slot::ToAccount { known.to_account } else { known.account };
    let others: Vec<_> =
        person.accounts.iter().map(|account| account.id).filter(|id| Some(*id) != now && Some(*id) != fixed).collect();
    match others[..] {
        // Of two accounts the other way round is meant.
        [] => std::mem::swap(&mut known.account, &mut known.to_account),
        [one] if slot == Slot::ToAccount => known.to_account = Some(one),
        [one] => known.account = Some(one),
        _ => {
            let choices = others.into_iter().map(Choice::Account).collect();
            return Some(Unsure::Which { slot, choices });
        }
    }
    None
}
