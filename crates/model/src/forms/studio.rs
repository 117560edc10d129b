//! What designers fill in: how a page is arranged, and to whom an arrangement is shown.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Form, staff_ticket::version, ticket::message};
use crate::{ErrorCode, Language, Problems, text};

/// The most characters of an arrangement as it is written: many times what one takes.
const BODY_LENGTH: usize = 4_096;
/// The most choices of a form that writes one.
const MOST_PLACES: usize = 64;
/// The most characters of a choice.
const PLACE_LENGTH: usize = 40;
/// On how many of a hundred it is tried out at most: without somebody who sees the page as it is there is nothing to
/// compare it with. Everybody sees it once somebody else has agreed to that.
const MOST_SHARE: u16 = 99;
/// The longest that an arrangement is tried out, in days.
const MOST_DAYS: u16 = 180;

/// An arrangement as somebody writes it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ArrangeForm {
    /// What it is called.
    pub name: String,
    /// What it says.
    pub body: String,
    /// The version that was seen, where it is there already.
    pub seen: String,
}

impl Form for ArrangeForm {
    type Context = ();
    /// The name, what it says, and the version that was seen.
    type Value = (String, String, i64);

    fn check(&self, (): &()) -> Result<Self::Value, Problems> {
        let mut problems = Problems::none();
        let name = problems.keep("name", name(&self.name));
        let fits = text::length(&self.body) <= BODY_LENGTH;
        let body = problems.keep("body", if fits { Ok(self.body.clone()) } else { Err(ErrorCode::ArrangementLength) });
        match (name, body) {
            (Some(name), Some(body)) => Ok((name, body, version(&self.seen))),
            _ => Err(problems),
        }
    }

    fn kept(&self) -> Self {
        Self { body: self.body.chars().take(BODY_LENGTH).collect(), ..self.clone() }
    }
}

/// An arrangement as somebody chooses it: for each part of each size where it stands and how it looks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PlacesForm {
    /// What it is called.
    pub name: String,
    /// What was chosen, by the name of the field.
    pub places: BTreeMap<String, String>,
    /// The version that was seen, where it is there already.
    pub seen: String,
}

impl Form for PlacesForm {
    type Context = ();
    /// The name, what was chosen, and the version that was seen.
    type Value = (String, BTreeMap<String, String>, i64);

    fn check(&self, (): &()) -> Result<Self::Value, Problems> {
        let name = name(&self.name).map_err(|code| Problems::one("name", code))?;
        Ok((name, self.kept().places, version(&self.seen)))
    }

    /// Nobody types what the fields hold: what is longer than any choice is none.
    fn kept(&self) -> Self {
        let fits = |(field, chosen): &(&String, &String)| field.len() <= PLACE_LENGTH && chosen.len() <= PLACE_LENGTH;
        let places = self.places.iter().filter(fits).take(MOST_PLACES);
        Self { places: places.map(|(field, chosen)| (field.clone(), chosen.clone())).collect(), ..self.clone() }
    }
}

/// A name as files have them: it is part of a plan, and never read by a customer.
fn name(typed: &str) -> Result<String, ErrorCode> {
    let name = text::one_line(&text::half_width(typed)).to_lowercase();
    let plain = name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    let within = (2..=32).contains(&name.len()) && name.starts_with(|c: char| c.is_ascii_lowercase());
    if plain && within { Ok(name) } else { Err(ErrorCode::ArrangementName) }
}

/// Not agreeing to an arrangement.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RefuseForm {
    /// Why.
    pub why: String,
    /// The version that was seen.
    pub seen: String,
}

impl Form for RefuseForm {
    type Context = ();
    type Value = (String, i64);

    fn check(&self, (): &()) -> Result<(String, i64), Problems> {
        let why = message(&self.why).map_err(|code| Problems::one("why", code))?;
        Ok((why, version(&self.seen)))
    }
}

crate::coded! {
    /// Whom an arrangement is for, by how they read.
    Audience {
        /// Everybody.
        Everybody = "everybody",
        /// Those who read in the standard size.
        Standard = "standard",
        /// Those who read in large text.
        Large = "large",
    }

    /// Whom an arrangement is for, by what they hold in their hands.
    DeviceClass {
        /// Whatever they use.
        Any = "any",
        /// A telephone.
        Phone = "phone",
        /// Something larger: a computer or a tablet.
        Computer = "computer",
    }

    /// Whom an arrangement is for, by how long they have been customers.
    Tenure {
        /// However long.
        Any = "any",
        /// Those who have come lately.
        New = "new",
        /// Those who know the page as it is.
        Known = "known",
    }

    /// What an arrangement is tried out for. It is said before it begins, so that nobody looks for what went well
    /// afterwards.
    Goal {
        /// More of what is begun is finished.
        Finished = "finished",
        /// What is finished takes less time.
        Quicker = "quicker",
        /// Fewer mistakes are shown.
        FewerErrors = "fewer-errors",
        /// Fewer people need help.
        LessHelp = "less-help",
    }
}

/// Showing an arrangement to customers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LaunchForm {
    /// To how many of a hundred; the others see the page as it is.
    pub share: String,
    /// An [`Audience`] code.
    pub audience: String,
    /// A [`DeviceClass`] code; empty for whatever they use.
    pub device: String,
    /// A [`Tenure`] code; empty for however long.
    pub tenure: String,
    /// The code of the one language it is for; empty for all.
    pub language: String,
    /// In how many days it begins; empty or 0 for at once.
    pub wait: String,
    /// For how many days.
    pub days: String,
    /// A [`Goal`] code.
    pub goal: String,
    /// The version that was seen.
    pub seen: String,
}

/// The same, as it is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Launching {
    /// To how many of a hundred: 1 to 99.
    pub share: u16,
    /// By how they read.
    pub audience: Audience,
    /// By what they use.
    pub device: DeviceClass,
    /// By how long they have been customers.
    pub tenure: Tenure,
    /// The one language it is for.
    pub language: Option<Language>,
    /// In how many days it begins.
    pub wait: u16,
    /// For how many days.
    pub days: u16,
    /// What it is tried out for.
    pub goal: Goal,
    /// The version that was seen.
    pub seen: i64,
}

impl Form for LaunchForm {
    type Context = ();
    type Value = Launching;

    fn check(&self, (): &()) -> Result<Launching, Problems> {
        let mut problems = Problems::none();
        let share = problems.keep("share", number(&self.share, 1, MOST_SHARE).ok_or(ErrorCode::ShareWrong));
        let audience = Audience::from_code(&self.audience).ok_or(ErrorCode::ChoiceUnknown);
        let audience = problems.keep("audience", audience);
        let device = if self.device.is_empty() { Some(DeviceClass::Any) } else { DeviceClass::from_code(&self.device) };
        let device = problems.keep("device", device.ok_or(ErrorCode::ChoiceUnknown));
        let tenure = if self.tenure.is_empty() { Some(Tenure::Any) } else { Tenure::from_code(&self.tenure) };
        let tenure = problems.keep("tenure", tenure.ok_or(ErrorCode::ChoiceUnknown));
        let language = problems.keep("language", self.language());
        let wait = if self.wait.trim().is_empty() { Some(0) } else { number(&self.wait, 0, MOST_DAYS) };
        let wait = problems.keep("wait", wait.ok_or(ErrorCode::DaysWrong));
        let days = problems.keep("days", number(&self.days, 1, MOST_DAYS).ok_or(ErrorCode::DaysWrong));
        let goal = problems.keep("goal", Goal::from_code(&self.goal).ok_or(ErrorCode::GoalMissing));
        let whom = audience.zip(device).zip(tenure).zip(language);
        match (share, whom, wait, days, goal) {
            (Some(share), Some((((audience, device), tenure), language)), Some(wait), Some(days), Some(goal)) => {
                let seen = version(&self.seen);
                Ok(Launching { share, audience, device, tenure, language, wait, days, goal, seen })
            }
            _ => Err(problems),
        }
    }
}

impl LaunchForm {
    fn language(&self) -> Result<Option<Language>, ErrorCode> {
        if self.language.is_empty() {
            return Ok(None);
        }
        Language::from_code(&self.language).map(Some).ok_or(ErrorCode::ChoiceUnknown)
    }
}

fn number(typed: &str, least: u16, most: u16) -> Option<u16> {
    text::one_line(&text::half_width(typed)).parse().ok().filter(|number| (least..=most).contains(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_that_a_file_could_have() {
        let named = |name: &str| ArrangeForm { name: name.to_owned(), ..ArrangeForm::default() }.check(&());
        assert_eq!(named(" Actions-First２ ").unwrap().0, "actions-first2");
        for wrong in ["", "a", "2a", "two words", "über", "a/b", &"a".repeat(33)] {
            assert_eq!(named(wrong).unwrap_err().of("name"), Some(ErrorCode::ArrangementName), "{wrong}");
        }
    }

    #[test]
    fn what_is_far_too_long_is_refused_and_not_kept_whole() {
        let form = ArrangeForm { name: "long".to_owned(), body: " ".repeat(BODY_LENGTH + 1), seen: String::new() };
        assert_eq!(form.check(&()).unwrap_err().of("body"), Some(ErrorCode::ArrangementLength));
        assert_eq!(form.kept().body.len(), BODY_LENGTH);
    }

    #[test]
    fn choices_that_nobody_can_have_made_are_dropped() {
        let places = [("a".to_owned(), "b".to_owned()), ("a".repeat(41), "b".to_owned())].into();
        let form = PlacesForm { name: "short".to_owned(), places, seen: "3".to_owned() };
        let (_, kept, seen) = form.check(&()).unwrap();
        assert_eq!((kept.len(), seen), (1, 3));
    }

    #[test]
    fn whoever_refuses_says_why() {
        assert_eq!(RefuseForm::default().check(&()).unwrap_err().of("why"), Some(ErrorCode::TicketWordsMissing));
        let form = RefuseForm { why: " Too close. ".to_owned(), seen: "3".to_owned() };
        assert_eq!(form.check(&()), Ok(("Too close.".to_owned(), 3)));
    }

    #[test]
    fn a_launch_says_to_whom_how_long_and_how_it_is_judged() {
        let problems = LaunchForm::default().check(&()).unwrap_err();
        let codes = ["share", "audience", "language", "wait", "days", "goal"].map(|field| problems.of(field));
        let wrong = [ErrorCode::ShareWrong, ErrorCode::ChoiceUnknown, ErrorCode::DaysWrong, ErrorCode::GoalMissing];
        assert_eq!(codes, [Some(wrong[0]), Some(wrong[1]), None, None, Some(wrong[2]), Some(wrong[3])]);
        let form = LaunchForm {
            share: "２0".to_owned(),
            audience: "large".to_owned(),
            device: "phone".to_owned(),
            tenure: String::new(),
            language: "zh".to_owned(),
            wait: String::new(),
            days: "14".to_owned(),
            goal: "finished".to_owned(),
            seen: "7".to_owned(),
        };
        let launching = form.check(&()).unwrap();
        assert_eq!((launching.share, launching.wait, launching.days, launching.seen), (20, 0, 14, 7));
        assert_eq!((launching.audience, launching.language), (Audience::Large, Some(Language::Zh)));
        assert_eq!((launching.device, launching.tenure), (DeviceClass::Phone, Tenure::Any));
        let form = LaunchForm { tenure: "old".to_owned(), ..form };
        assert_eq!(form.check(&()).unwrap_err().of("tenure"), Some(ErrorCode::ChoiceUnknown));
        let form = LaunchForm { tenure: "new".to_owned(), ..form };
        assert_eq!(form.check(&()).unwrap().tenure, Tenure::New);
        for wrong in ["0", "100", "101", "-1", "1.5", "x"] {
            let form = LaunchForm { share: wrong.to_owned(), ..form.clone() };
            assert_eq!(form.check(&()).unwrap_err().of("share"), Some(ErrorCode::ShareWrong), "{wrong}");
        }
    }
}
