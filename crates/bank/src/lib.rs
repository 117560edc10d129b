//! The rules of the bank and the use cases that people carry out, with the ports they need from the world.
//!
//! Nothing here knows a database, a web framework or a screen. A use case takes the [`Bank`], says who is
//! asking, checks the rules and writes through a port. Money moves only through [`ledger`].

pub mod abroad;
pub mod accounts;
pub mod aliases;
pub mod audit;
pub mod business;
pub mod calendar;
pub mod cards;
pub mod clock;
pub mod conversations;
pub mod customers;
pub mod error;
pub mod experiments;
pub mod feedback;
pub mod few;
pub mod help;
pub mod ids;
pub mod invitations;
pub mod layouts;
pub mod ledger;
pub mod limits;
pub mod mandates;
pub mod misses;
pub mod models;
pub mod notices;
pub mod passkeys;
pub mod payments;
pub mod policy;
pub mod ports;
pub mod powers;
pub mod practice;
pub mod quality;
pub mod rails;
pub mod recovery;
pub mod replies;
pub mod requests;
pub mod schedules;
pub mod security;
pub mod sessions;
pub mod staff;
pub mod step_up;
pub mod tickets;
pub mod waits;

use std::sync::Arc;

pub use calendar::Calendar;
pub use clock::{Clock, Rng};
pub use error::{Error, StorageError};
pub use ids::IdMint;
pub use policy::Policy;

/// Everything a use case may reach: the ports, the clock, the dice, and the policy of this bank.
///
/// Cheap to clone; every clone is the same bank.
#[derive(Clone)]
pub struct Bank {
    /// Moves money.
    pub ledger: Arc<dyn ports::Ledger>,
    /// Reads accounts and their history, always for one owner.
    pub accounts: Arc<dyn ports::Accounts>,
    /// Reads and keeps what is known of customers.
    pub customers: Arc<dyn ports::Customers>,
    /// Keeps unfinished payments and reads finished ones.
    pub payments: Arc<dyn ports::Payments>,
    /// Finds the people who were paid, and keeps what is said of them.
    pub payees: Arc<dyn ports::Payees>,
    /// Keeps what people ask one another for.
    pub requests: Arc<dyn ports::Requests>,
    /// Keeps payments that are planned.
    pub schedules: Arc<dyn ports::Schedules>,
    /// Keeps payments to other banks on their way.
    pub sendings: Arc<dyn ports::Sendings>,
    /// Speaks with other banks. `None` where nothing is sent to any.
    pub other_banks: Option<Arc<dyn ports::OtherBanks>>,
    /// Says what currencies are worth. `None` where nothing is exchanged.
    pub rates: Option<Arc<dyn ports::Rates>>,
    /// Keeps which payments wait, and for how long people want them to.
    pub waits: Arc<dyn ports::Waits>,
    /// Keeps what may leave accounts, and since when payees are known.
    pub limits: Arc<dyn ports::Limits>,
    /// Keeps who may look at accounts of somebody else, and what they looked at.
    pub mandates: Arc<dyn ports::Mandates>,
    /// Keeps who may act for accounts of businesses, and what they have made.
    pub business: Arc<dyn ports::Business>,
    /// Keeps powers of attorney.
    pub powers: Arc<dyn ports::Powers>,
    /// Keeps by what people are found who want to be paid.
    pub aliases: Arc<dyn ports::Aliases>,
    /// Keeps cards, and what they were presented for.
    pub cards: Arc<dyn ports::Cards>,
    /// Makes cards and knows their PINs. `None` where nobody does.
    pub card_processor: Option<Arc<dyn ports::CardProcessor>>,
    /// Keeps the calls that people asked for.
    pub call_backs: Arc<dyn ports::CallBacks>,
    /// Keeps what customers have written to the bank.
    pub tickets: Arc<dyn ports::Tickets>,
    /// Keeps arrangements of pages that the bank's own people have written.
    pub arrangements: Arc<dyn ports::Arrangements>,
    /// Keeps what people and the bank say to one another.
    pub conversations: Arc<dyn ports::Conversations>,
    /// Keeps the answers that the bank's own people give often.
    pub replies: Arc<dyn ports::Replies>,
    /// Keeps what the program learns from.
    pub misses: Arc<dyn ports::Misses>,
    /// Keeps the models that were offered.
    pub models: Arc<dyn ports::Models>,
    /// Keeps people's passkeys.
    pub passkeys: Arc<dyn ports::Passkeys>,
    /// Keeps what people are asked to approve.
    pub step_ups: Arc<dyn ports::StepUps>,
    /// Keeps what concerns the safety of accounts, and sends word of it.
    pub security: Arc<dyn ports::Security>,
    /// Keeps what people were told on their own pages, and how they want to be told.
    pub notices: Arc<dyn ports::Notices>,
    /// Keeps the ways back in that people have asked for.
    pub recoveries: Arc<dyn ports::Recoveries>,
    /// Keeps who is signed in.
    pub sessions: Arc<dyn ports::Sessions>,
    /// Keeps the bank's own people.
    pub staff: Arc<dyn ports::Staff>,
    /// Keeps which of them are signed in.
    pub staff_sessions: Arc<dyn ports::StaffSessions>,
    /// Reads what they may see of customers.
    pub desk: Arc<dyn ports::Desk>,
    /// Adds to the audit chain, and reads it.
    pub audit: Arc<dyn ports::Audit>,
    /// Keeps what people say was hard.
    pub feedback: Arc<dyn ports::Feedback>,
    /// Keeps what people were shown of pages that are tried out, and what is counted of them.
    pub experiments: Arc<dyn ports::Experiments>,
    /// What the program that talks with people has learnt of how they put things. Without it goes by rules, by what can
    /// be pressed and by articles.
    pub assistant: models::Serving,
    /// Asks a person to approve exactly what is shown.
    pub approver: Arc<dyn ports::Approver>,
    /// Where secrets come from.
    pub rng: Arc<dyn Rng>,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// Makes ids.
    pub ids: Arc<IdMint>,
    /// Days and months as this bank counts them.
    pub calendar: Calendar,
    /// Limits and periods this bank has set.
    pub policy: Policy,
    /// First pages of histories, remembered under the version of their account.
    pub remembered: Arc<accounts::Remembered>,
}
