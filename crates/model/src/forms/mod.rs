//! Every form, with its rules: the same code gives the verdict in the browser and on the server.
//!
//! A form is what was typed, all text. [`Form::check`] turns it into values, or says what is wrong with which
//! field. [`Form::kept`] is the form as a failed page may show it again: everything typed, save secrets.

mod alias;
mod approve;
mod ask;
mod business;
mod call_back;
mod card;
mod chat;
mod code_text;
mod cooling_off;
mod factors;
mod feedback;
mod filter;
mod limit;
mod mandate;
mod notices;
mod passkey;
mod pay;
mod pay_abroad;
mod people;
mod plan_amount;
mod power;
mod practice;
mod preferences;
mod purpose;
mod ready_reply;
mod recovery;
mod sign_in;
mod staff;
mod staff_ticket;
mod studio;
mod ticket;
mod trusted;
mod when;

pub use alias::{AliasForm, BeFoundForm};
pub use approve::{Approval, ApproveForm};
pub use ask::{AskForm, Asking, SHARERS};
pub use business::{ActForm, ActRole, Acting, REFUSAL_LENGTH, RefusalForm, TwoPeopleForm};
pub use call_back::{CALL_DAYS, CALLER_LENGTH, CallBackForm, CallTimes, CallWish, DayPart, Whereabouts};
pub use card::{CardReach, CardTrouble, ReachForm, TroubleForm};
pub use chat::{NewMessage, SayForm};
pub use code_text::CodeTextForm;
pub use cooling_off::{CoolingOff, CoolingOffForm};
pub use factors::{NewPasswordForm, PASSWORD_LONGEST, PASSWORD_SHORTEST, RecoveryCodeForm, check_length};
pub use feedback::{FeedbackForm, HARD_LENGTH, LINE_LENGTH, Told};
pub use filter::{Direction, Filter, FilterForm, HistoryKind, Period};
pub use limit::LimitForm;
pub use mandate::{Invitation, LOOKING_YEARS, MandateForm};
pub use notices::{By, NoticeChoices, NoticesForm, QuietHours};
pub use passkey::{NewPasskeyForm, PASSKEY_NAME_LENGTH, PasskeyNameForm, PasskeySignInForm};
pub use pay::{AmountForm, NAME_LENGTH, Payee, PayeeForm, PayeeKind, REFERENCE_LENGTH};
pub use pay_abroad::AbroadWay;
pub use people::{NICKNAME_LENGTH, NicknameForm, PeopleForm, Sought};
pub use plan_amount::PlanAmountForm;
pub use power::{DOCUMENT_LENGTH, Document, PowerForm, PowerKind};
pub use practice::{AnswerForm, Pretend, PretendCodeForm, PretendForm};
pub use preferences::PreferencesForm;
pub use purpose::{PaymentPurpose, PurposeForm};
pub use ready_reply::{Chosen, FillForm, Piece, REPLY_TITLE_LENGTH, ReadyReplyForm, ReplyVariable, pieces};
pub use recovery::{Anew, AnewForm, AnyCode, ForgottenForm, Given, Lost, ProofForm};
pub use sign_in::{CodeForm, SignInForm};
pub use staff::{FindForm, Reason, ReasonForm, ReasonKind, Wanted};
pub use staff_ticket::{CloseForm, CloseReason, HandForm, NoteForm, ReplyForm, TakeForm};
pub use studio::{ArrangeForm, Audience, DeviceClass, Goal, LaunchForm, Launching, PlacesForm, RefuseForm, Tenure};
pub use ticket::{Further, LineOf, MESSAGE_LENGTH, NewTicket, RatingForm, TicketForm, TicketKind, TicketMessageForm};
pub use trusted::TrustedForm;
pub use when::{Every, PLAN_YEARS, Timing, WhenForm};

use serde::{Serialize, de::DeserializeOwned};

use crate::Problems;

/// A form as it is typed and checked.
pub trait Form: Clone + Default + Serialize + DeserializeOwned {
    /// What the check needs to know besides what was typed: the currency of an amount, today's date.
    type Context;
    /// What the form means once it is right.
    type Value;

    /// What was typed, as values.
    ///
    /// # Errors
    /// Everything that is wrong, field by field, in the order of the fields.
    fn check(&self, context: &Self::Context) -> Result<Self::Value, Problems>;

    /// The form as it may be shown again or kept for later: secrets are emptied.
    #[must_use]
    fn kept(&self) -> Self {
        self.clone()
    }
}
