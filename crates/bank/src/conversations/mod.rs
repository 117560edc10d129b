//! What people and the bank say to one another, at the moment or over days.
//!
//! A conversation begins with the program, which answers or fetches a person, and goes on with a person until one of the
//! two ends it. Everything said in it stands in one row under one version, which is the number of the last entry: what
//! is added to an older one is added again to the newer, so that nothing is lost, doubled or out of its order, and of two
//! of the bank who answer at the same moment one reads the other first.

mod answers;
mod by_owner;
mod by_staff;
mod conversation;
mod reply;

pub use by_owner::{Pressed, Whose, adopt, ask_for_person, close, current, new_key, of, prepared, press, read, say};
pub use by_staff::{
    ConversationLook, answer, colleagues, end, give_back, hand, key_after, look, looking, note, queue, seen, take,
    waiting,
};
pub use conversation::{Conversation, ConversationHead, ConversationState, Entry, HandOver, Reading, Said, Speaker};
pub use reply::{AccountName, Errand, ErrandKind, Fact, Limit, LineTold, Offer, Planned, Reply, Standing, Sum, Waits};
