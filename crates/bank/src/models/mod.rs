//! The models that the bank has been offered: which answers people, which did before, and which may next.
//!
//! Whoever runs the bank trains one and offers it at the command line, where it is compared with the one that answers. One
//! of the bank proposes it, another agrees, and one takes it back at once. Without any of that the release's own answers.

mod by_staff;
mod drift;
mod serving;

use assistant::compare::{Comparison, Refusal};
use model::{ModelId, StaffId, Timestamp};
use serde::{Deserialize, Serialize};

pub use by_staff::{all, decide, offer, propose, roll_back, standing};
pub use drift::{Drift, Row, Sum, Test, drift};
pub use serving::{Named, Serving, Trouble};

model::coded! {
    /// How far a model has come.
    Stage {
        /// It may answer, and nobody has proposed it.
        Offered = "offered",
        /// It may not: what it was compared with is better.
        Refused = "refused",
        /// Somebody wants it to answer.
        Proposed = "proposed",
        /// Somebody else did not.
        Declined = "declined",
        /// Two wanted it: it answers, or another does that came after it.
        Promoted = "promoted",
        /// It has answered, and was taken back.
        RolledBack = "rolled-back",
    }
}

/// What a model has learnt from, as whoever trained it has written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Learnt {
    /// From so many utterances.
    pub utterances: u32,
    /// Of which so many were agreed on by two of the bank.
    pub agreed: u32,
    /// To tell so many labels.
    pub labels: u32,
}

/// A model that was offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Which one.
    pub id: ModelId,
    /// The SHA-256 of its file, in 64 hexadecimal digits.
    pub sha256: String,
    /// What it was compared with when it was offered, and what came of it.
    pub comparison: Comparison,
    /// What it has learnt from, where that is known.
    pub learnt: Option<Learnt>,
    /// How far it has come.
    pub stage: Stage,
    /// Since when.
    pub offered_at: Timestamp,
    /// When something was done about it last.
    pub changed_at: Timestamp,
    /// Who wants it to answer.
    pub proposed_by: Option<StaffId>,
    /// Who agreed, or did not.
    pub decided_by: Option<StaffId>,
    /// Who took it back.
    pub rolled_back_by: Option<StaffId>,
}

impl Candidate {
    /// A new one. Whether it may answer follows from what it was compared with.
    #[must_use]
    pub fn new(id: ModelId, sha256: String, comparison: Comparison, learnt: Option<Learnt>, at: Timestamp) -> Self {
        let stage = if comparison.refusals().is_empty() { Stage::Offered } else { Stage::Refused };
        Self {
            id,
            sha256,
            comparison,
            learnt,
            stage,
            offered_at: at,
            changed_at: at,
            proposed_by: None,
            decided_by: None,
            rolled_back_by: None,
        }
    }

    /// What the model is called.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.comparison.candidate.model
    }

    /// What the model is called that it was compared with; empty where none answered.
    #[must_use]
    pub fn against(&self) -> &str {
        self.comparison.live.as_ref().map_or("", |live| &live.model)
    }

    /// Why it may not answer; nothing where it may.
    #[must_use]
    pub fn refusals(&self) -> Vec<Refusal> {
        self.comparison.refusals()
    }
}

/// The model that answers, as far as a server has to know to fetch it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Which one.
    pub id: ModelId,
    /// What the model is called.
    pub name: String,
    /// The SHA-256 of its file.
    pub sha256: String,
}
