//! Arrangements of pages that the bank's own people write, from the first draft to the day nobody is shown them any more.
//!
//! What an arrangement can say is decided in [`experiments::layout`]. Here is what has to happen before a customer is
//! shown one: a browser has looked at exactly what was written, and somebody else than its author has agreed.

mod arrangement;
mod picture;
mod results;
mod stages;
mod write;

pub use arrangement::{
    Arrangement, ArrangementHead, Entry, Finding, Launch, MOST_FINDINGS, NEW_DAYS, Report, Stage, Step, StopReason,
    VIEWS,
};
pub use picture::{Picture, Pictures, Window, keep_pictures, pictures, wide_pictures};
pub use results::{ByDay, Group, Results, results};
pub use stages::{
    Halt, approve, checked, end_what_is_over, halt, is_halted, launch, promote, refuse, remark, resume, retire, stop,
    submit,
};
pub use write::{all, begin, live, one, rewrite};
