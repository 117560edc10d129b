//! Every form's verdict as text, so that the WebAssembly build and the server's build of the same
//! rules can be asked the same and must answer the same.

use std::fmt::Debug;

use model::forms::{
    ActForm, AliasForm, AmountForm, ApproveForm, AskForm, BeFoundForm, CallBackForm, CallTimes, CodeForm, CodeTextForm,
    CoolingOffForm, FeedbackForm, FilterForm, Form, LimitForm, MandateForm, NicknameForm, NoticesForm, PayeeForm,
    PeopleForm, PlanAmountForm, PreferencesForm, PurposeForm, RatingForm, ReachForm, RefusalForm, SayForm, SignInForm,
    TicketForm, TicketMessageForm, TroubleForm, TwoPeopleForm, WhenForm,
};
use model::{AccountId, Currency, Preferences, time};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::wasm_bindgen;

/// One form as it was typed, with what its check needs to know besides.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "form", rename_all = "kebab-case")]
pub enum Case {
    /// Finding somebody by a telephone number or an e-mail address.
    Alias {
        /// What was typed.
        input: AliasForm,
    },
    /// How much, from which account.
    Amount {
        /// What was typed.
        input: AmountForm,
        /// The accounts that may be paid from.
        accounts: Vec<(AccountId, Currency)>,
    },
    /// Approving a payment.
    Approve {
        /// What was typed.
        input: ApproveForm,
    },
    /// Asking for money.
    Ask {
        /// What was typed.
        input: AskForm,
        /// The accounts that may be paid into.
        accounts: Vec<(AccountId, Currency)>,
    },
    /// By what somebody wants to be found.
    BeFound {
        /// What was chosen.
        input: BeFoundForm,
        /// The accounts that can be chosen.
        accounts: Vec<AccountId>,
    },
    /// Asking to be called.
    CallBack {
        /// What was typed.
        input: CallBackForm,
        /// The day it was typed, as a date field writes it.
        today: String,
        /// The hour it was typed.
        hour: i8,
        /// Whether the bank knows who is asking.
        known: bool,
    },
    /// A one-time code.
    Code {
        /// What was typed.
        input: CodeForm,
    },
    /// The text of a QR code.
    CodeText {
        /// What was put in.
        input: CodeTextForm,
    },
    /// What was hard.
    Feedback {
        /// What was typed.
        input: FeedbackForm,
    },
    /// Looking for transactions.
    Filter {
        /// What was typed.
        input: FilterForm,
        /// The day it was typed, as a date field writes it.
        today: String,
        /// The currency of the account.
        currency: Currency,
    },
    /// How much a limit is to be.
    Limit {
        /// What was typed.
        input: LimitForm,
        /// The currency of the account.
        currency: Currency,
    },
    /// How much something planned is to be.
    PlanAmount {
        /// What was typed.
        input: PlanAmountForm,
        /// The currency of the account.
        currency: Currency,
    },
    /// Who may act for the account of a business.
    Act {
        /// What was typed.
        input: ActForm,
        /// The currency of the account.
        currency: Currency,
    },
    /// From how much on a payment takes two people.
    TwoPeople {
        /// What was typed.
        input: TwoPeopleForm,
        /// The currency of the account.
        currency: Currency,
    },
    /// Why a payment is not approved.
    Refusal {
        /// What was typed.
        input: RefusalForm,
    },
    /// Who may look at which accounts.
    Mandate {
        /// What was typed.
        input: MandateForm,
        /// The day it was typed, as a date field writes it.
        today: String,
        /// The accounts that may be shown.
        accounts: Vec<AccountId>,
    },
    /// What somebody calls a payee.
    Nickname {
        /// What was typed.
        input: NicknameForm,
    },
    /// How somebody wants to be told things.
    Notices {
        /// What was chosen.
        input: NoticesForm,
    },
    /// To whom.
    Payee {
        /// What was typed.
        input: PayeeForm,
    },
    /// Looking for a payee.
    People {
        /// What was typed.
        input: PeopleForm,
    },
    /// Language, text size, colours.
    Preferences {
        /// What was chosen.
        input: PreferencesForm,
        /// What held before.
        now: Preferences,
    },
    /// How long payments to somebody new wait.
    CoolingOff {
        /// What was chosen.
        input: CoolingOffForm,
    },
    /// What a payment is for.
    Purpose {
        /// What was chosen.
        input: PurposeForm,
    },
    /// How something went that was written to the bank.
    Rating {
        /// What was chosen and typed.
        input: RatingForm,
    },
    /// Where a card pays.
    Reach {
        /// What was chosen.
        input: ReachForm,
    },
    /// Saying something in a conversation.
    Say {
        /// What was typed.
        input: SayForm,
    },
    /// Writing to the bank.
    Ticket {
        /// What was chosen and typed.
        input: TicketForm,
    },
    /// Writing more.
    TicketMessage {
        /// What was chosen and typed.
        input: TicketMessageForm,
        /// Whether it was closed.
        closed: bool,
    },
    /// What has become of a card.
    Trouble {
        /// What was chosen.
        input: TroubleForm,
    },
    /// When a payment is made.
    When {
        /// What was typed.
        input: WhenForm,
        /// Today, in the bank's time zone.
        today: String,
    },
    /// Name and password.
    SignIn {
        /// What was typed.
        input: SignInForm,
    },
}

impl Case {
    /// The values the form means, or everything wrong with it; and what would be shown again.
    #[must_use]
    pub fn verdict(&self) -> String {
        match self {
            Self::Alias { input } => told(input, &()),
            Self::Amount { input, accounts } => told(input, accounts),
            Self::BeFound { input, accounts } => told(input, accounts),
            Self::Approve { input } => told(input, &()),
            Self::Ask { input, accounts } => told(input, accounts),
            Self::CallBack { input, today, hour, known } => match time::parse_date(today) {
                Some(today) => told(input, &CallTimes { today, hour: *hour, known: *known }),
                None => format!("no day: {today}"),
            },
            Self::Code { input } => told(input, &()),
            Self::CodeText { input } => told(input, &()),
            Self::CoolingOff { input } => told(input, &()),
            Self::Feedback { input } => told(input, &()),
            Self::Filter { input, today, currency } => match time::parse_date(today) {
                Some(today) => told(input, &(today, *currency)),
                None => format!("no day: {today}"),
            },
            Self::Limit { input, currency } => told(input, currency),
            Self::PlanAmount { input, currency } => told(input, currency),
            Self::Act { input, currency } => told(input, currency),
            Self::TwoPeople { input, currency } => told(input, currency),
            Self::Refusal { input } => told(input, &()),
            Self::Mandate { input, today, accounts } => match time::parse_date(today) {
                Some(today) => told(input, &(today, accounts.clone())),
                None => format!("no day: {today}"),
            },
            Self::Nickname { input } => told(input, &()),
            Self::Notices { input } => told(input, &()),
            Self::Payee { input } => told(input, &()),
            Self::People { input } => told(input, &()),
            Self::Preferences { input, now } => told(input, now),
            Self::Purpose { input } => told(input, &()),
            Self::Rating { input } => told(input, &()),
            Self::Reach { input } => told(input, &()),
            Self::Say { input } => told(input, &()),
            Self::SignIn { input } => told(input, &()),
            Self::Ticket { input } => told(input, &()),
            Self::TicketMessage { input, closed } => told(input, closed),
            Self::Trouble { input } => told(input, &()),
            Self::When { input, today } => match time::parse_date(today) {
                Some(today) => told(input, &today),
                None => format!("no day: {today}"),
            },
        }
    }
}

fn told<F: Form>(form: &F, context: &F::Context) -> String
where
    F::Value: Debug,
{
    let kept = serde_json::to_string(&form.kept()).unwrap_or_else(|error| error.to_string());
    format!("{:?} keeps {kept}", form.check(context))
}

/// The verdicts of many cases, one JSON object on each line, one verdict on each line.
#[wasm_bindgen]
#[must_use]
pub fn verdicts(cases: &str) -> String {
    let told: Vec<String> = cases
        .lines()
        .map(|line| match serde_json::from_str::<Case>(line) {
            Ok(case) => case.verdict(),
            Err(error) => format!("unreadable: {error}"),
        })
        .collect();
    told.join("\n")
}
