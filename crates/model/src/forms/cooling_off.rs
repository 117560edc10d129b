//! How long somebody wants payments to somebody new to wait.

use serde::{Deserialize, Serialize};

use super::Form;
use crate::{ErrorCode, Problems};

crate::coded! {
    /// How long a payment to somebody new waits because its payer wants it to, the shortest first.
    CoolingOff {
        /// Not at all.
        None = "none",
        /// An hour.
        Hour = "hour",
        /// Four hours.
        FourHours = "four-hours",
        /// A day and a night.
        Day = "day",
    }
}

impl CoolingOff {
    /// How long, in seconds.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        match self {
            Self::None => 0,
            Self::Hour => 60 * 60,
            Self::FourHours => 4 * 60 * 60,
            Self::Day => 24 * 60 * 60,
        }
    }
}

/// What somebody chooses of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CoolingOffForm {
    /// A [`CoolingOff`] code.
    pub wait: String,
}

impl Form for CoolingOffForm {
    type Context = ();
    type Value = CoolingOff;

    fn check(&self, (): &()) -> Result<CoolingOff, Problems> {
        CoolingOff::from_code(&self.wait).ok_or_else(|| Problems::one("wait", ErrorCode::ChoiceUnknown))
    }
}
