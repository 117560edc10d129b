//! From what somebody wants done to the page that does it.

use assistant::{
    Intent,
    dialogue::{Action, Heard, Payment, Who},
};
use model::AccountId;

use super::{Known, name};
use crate::{
    conversations::reply::{Errand, ErrandKind, Reply},
    payments::{Prepared, Recipient},
};

/// Where `action` is done. Most of it is for people who are signed in.
pub(super) fn to(known: &Known<'_>, action: &Action) -> Reply {
    let errand = errand(known, action);
    let open = matches!(errand.kind, ErrandKind::Recover | ErrandKind::Call | ErrandKind::Feedback);
    if known.owner.is_none() && !open { Reply::SignIn } else { Reply::Go(errand) }
}

pub(super) fn plain(kind: ErrandKind, href: impl Into<String>) -> Errand {
    Errand { kind, href: href.into(), who: None, amount: None, from: None, payment: None }
}

fn errand(known: &Known<'_>, action: &Action) -> Errand {
    let with = |errand: Errand, who: Option<&Who>, amount: Option<&Heard>| Errand {
        who: who.map(|who| known.called(who)).filter(|name| !name.is_empty()),
        amount: amount.map(|heard| heard.money),
        ..errand
    };
    match action {
        Action::Pay(payment) | Action::PayAgain(payment) => {
            let plain = with(plain(ErrandKind::Pay, "/pay"), payment.to.as_ref(), payment.amount.as_ref());
            paid(known, plain, recipient(payment.to.as_ref()), payment)
        }
        Action::Transfer { from, to, amount, day } => {
            let plain = with(plain(ErrandKind::Pay, "/pay"), None, amount.as_ref());
            let payment = Payment { from: *from, amount: *amount, day: *day, ..Payment::default() };
            paid(known, plain, Recipient::Own(*to), &payment)
        }
        Action::ChangePlanned { to, .. } | Action::StopPlanned { to, .. } => {
            with(plain(ErrandKind::Planned, "/pay/scheduled"), to.as_ref(), None)
        }
        Action::CallOff { to, amount } => with(plain(ErrandKind::CallOff, "/pay"), to.as_ref(), amount.as_ref()),
        Action::Request { from, amount, .. } => {
            with(plain(ErrandKind::Request, "/pay/requests/new"), from.as_ref(), amount.as_ref())
        }
        Action::Split { amount, .. } => with(plain(ErrandKind::Request, "/pay/requests/new"), None, amount.as_ref()),
        Action::Limit { amount, .. } => with(plain(ErrandKind::Limit, "/you/limits"), None, amount.as_ref()),
        Action::Freeze | Action::Unfreeze => plain(ErrandKind::Freeze, "/freeze"),
        Action::Dispute { who, amount, .. } => {
            with(plain(ErrandKind::Dispute, "/help/write"), who.as_ref(), amount.as_ref())
        }
        Action::Complaint => plain(ErrandKind::Write, "/help/write"),
        Action::Statement { account, .. } => {
            plain(ErrandKind::Statement, account.map_or_else(|| "/accounts".to_owned(), statements))
        }
        Action::Confirmation { to, amount, .. } => {
            with(plain(ErrandKind::Line, "/accounts"), to.as_ref(), amount.as_ref())
        }
        Action::Payees { who } => with(plain(ErrandKind::Payees, "/pay/people"), who.as_ref(), None),
        Action::Open(intent) => open(*intent),
    }
}

/// The errand with the payment that was talked about: nothing that was said has to be typed again.
fn paid(known: &Known<'_>, errand: Errand, to: Recipient, payment: &Payment) -> Errand {
    let Payment { amount, from, day, every, reference, .. } = payment.clone();
    let prepared = Prepared { to, amount: amount.map(|heard| heard.money), from, day, every, reference };
    Errand { from: from.and_then(|from| known.account(from)).map(name), payment: Some(prepared), ..errand }
}

fn recipient(to: Option<&Who>) -> Recipient {
    match to {
        Some(Who::Payee(payment)) => Recipient::Paid(*payment),
        Some(Who::Named(name)) => Recipient::Named(name.clone()),
        None => Recipient::Unsaid,
    }
}

fn statements(account: AccountId) -> String {
    format!("/accounts/{account}/statements")
}

fn open(intent: Intent) -> Errand {
    let (kind, href) = match intent {
        Intent::Sessions
        | Intent::Passkey
        | Intent::Authenticator
        | Intent::RecoveryCodes
        | Intent::ChangePassword
        | Intent::TrustedContact => (ErrandKind::Security, "/you/security"),
        Intent::Language | Intent::LargerText | Intent::Appearance => (ErrandKind::Preferences, "/you/preferences"),
        Intent::Practice => (ErrandKind::Practice, "/practice"),
        Intent::CallMe => (ErrandKind::Call, "/help/person"),
        Intent::Feedback => (ErrandKind::Feedback, "/help/accessibility/feedback"),
        Intent::LostPhone | Intent::CannotSignIn | Intent::ForgottenPassword => {
            (ErrandKind::Recover, "/sign-in/recover")
        }
        Intent::SetWait => (ErrandKind::Limit, "/you/limits"),
        _ => (ErrandKind::Write, "/help/write"),
    };
    plain(kind, href)
}
