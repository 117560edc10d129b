//! What somebody chooses about a card of theirs.

use serde::{Deserialize, Serialize};

use super::Form;
use crate::{ErrorCode, Problems};

crate::coded! {
    /// Where in the world a card pays, the narrowest first.
    CardReach {
        /// In the country of the bank.
        Home = "home",
        /// And in the rest of Europe.
        Europe = "europe",
        /// And in all other countries.
        Everywhere = "everywhere",
    }

    /// Why somebody needs another card.
    CardTrouble {
        /// They do not know where it is.
        Lost = "lost",
        /// Somebody has taken it.
        Stolen = "stolen",
        /// It is broken or does not work.
        Damaged = "damaged",
    }
}

/// What somebody chooses of where their card pays.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReachForm {
    /// A [`CardReach`] code.
    pub reach: String,
}

impl Form for ReachForm {
    type Context = ();
    type Value = CardReach;

    fn check(&self, (): &()) -> Result<CardReach, Problems> {
        CardReach::from_code(&self.reach).ok_or_else(|| Problems::one("reach", ErrorCode::ChoiceUnknown))
    }
}

/// What has become of a card, as its holder says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TroubleForm {
    /// A [`CardTrouble`] code; empty where nothing was chosen.
    pub trouble: String,
}

impl Form for TroubleForm {
    type Context = ();
    type Value = CardTrouble;

    fn check(&self, (): &()) -> Result<CardTrouble, Problems> {
        let wrong = if self.trouble.is_empty() { ErrorCode::TroubleMissing } else { ErrorCode::ChoiceUnknown };
        CardTrouble::from_code(&self.trouble).ok_or_else(|| Problems::one("trouble", wrong))
    }
}
