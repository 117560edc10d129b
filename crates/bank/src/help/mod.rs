//! Talking to a person: asking to be called, and what becomes of it.

mod call_back;

pub use call_back::{Asker, CallBack, CallBackState, ask, call, calls, cancel, finish, times, waiting};
