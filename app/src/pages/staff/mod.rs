//! Where the bank's own people work: their sign-in, the customers they may look at, and what was done.
//!
//! Whoever comes here has a session of theirs or none (`visit.rs` in the server): that of a customer is not looked at,
//! and theirs opens no page of a customer's.

mod actions;
mod audit;
mod calls;
mod chat;
mod customer;
mod customers;
mod design;
mod desk;
mod enrol;
mod frame;
mod labels;
mod look_actions;
mod models;
mod outbox;
mod power;
mod power_actions;
mod quality;
mod queues;
mod replies;
mod sessions;
mod sign_in;
mod tickets;
mod why;

pub use audit::AuditPage;
pub use calls::{StaffCallPage, StaffCallsPage};
pub use chat::{StaffChatPage, StaffChatsPage};
pub use customer::CustomerPage;
pub use customers::CustomersPage;
pub use design::{ArrangementPage, EditArrangementPage, NewArrangementPage, PreviewPage, StudioPage};
pub(super) use design::{Asked, Shown, frames};
pub use desk::DeskPage;
pub use enrol::EnrolPage;
pub use frame::StaffFrame;
pub use labels::LabelsPage;
pub use models::ModelsPage;
pub use outbox::OutboxPage;
pub use power::TakePowerPage;
pub use quality::QualityPage;
pub use replies::{NewReplyPage, RepliesPage, ReplyPage};
pub use sessions::StaffSessionsPage;
pub use sign_in::StaffSignInPage;
pub use tickets::{StaffTicketPage, StaffTicketsPage};

use model::CustomerId;

use crate::{
    addresses::{STAFF, is_for_staff},
    context,
};

/// Where they sign in.
const SIGN_IN: &str = "/staff/sign-in";
/// Under what a form of the page with a link waits. The link itself is a secret, and is kept nowhere.
const ENROL: &str = "/staff/enrol";
/// Where customers are looked for.
const CUSTOMERS: &str = "/staff/customers";
/// Where what customers have written is.
const TICKETS: &str = "/staff/tickets";
/// Where the calls are that were asked for.
const CALLS: &str = "/staff/calls";
/// Where the conversations are.
const CHATS: &str = "/staff/desk";
/// Where the answers are that are kept ready.
const REPLIES: &str = "/staff/replies";
/// Where it is seen how well people are served.
const QUALITY: &str = "/staff/quality";
/// Where it is said what was meant.
const LABELS: &str = "/staff/labels";
/// Where it is seen and said which model answers.
const MODELS: &str = "/staff/models";
/// Where the audit chain is.
const AUDIT: &str = "/staff/audit";
/// Where the studio is.
const DESIGN: &str = "/staff/design";
/// Where the messages of the demonstration are.
const OUTBOX: &str = "/staff/outbox";
/// Where their own sessions are.
const SESSIONS: &str = "/staff/sessions";

/// Where the file of a customer is.
fn customer_address(id: CustomerId) -> String {
    format!("{CUSTOMERS}/{id}")
}

/// The address to go on to after signing in, if `next` is one of theirs; otherwise their first page.
fn onward(next: &str) -> &str {
    let elsewhere = next.starts_with(SIGN_IN) || next.starts_with(ENROL);
    if context::is_own_page(next) && is_for_staff(next) && !elsewhere { next } else { STAFF }
}

#[cfg(test)]
mod tests {
    use super::onward;

    #[test]
    fn only_their_own_pages_are_gone_on_to() {
        for next in ["", "/", "/you", "//evil.example", "/staff/sign-in", "/staff/enrol/0", "/do/staff/look"] {
            assert_eq!(onward(next), "/staff", "{next}");
        }
        for next in ["/staff", "/staff/customers/0abc", "/staff/audit?deed=frozen"] {
            assert_eq!(onward(next), next);
        }
    }
}
