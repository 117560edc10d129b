//! Talking to a person: asking to be called, and what becomes of it.

mod by_staff;
mod call_back;

pub use by_staff::{CallLook, called, look_at_caller, looking_at_call};
pub use call_back::{Asker, CallBack, CallBackState, ask, call, calls, cancel, finish, times, waiting};
