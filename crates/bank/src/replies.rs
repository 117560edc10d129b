//! Answers that the bank's own people give often: kept ready in the languages of customers, put into what somebody
//! writes, and never sent by themselves.

mod suggested;

use assistant::Intent;
use model::{
    ConversationId, ErrorCode, Language, Problems, ReplyId, StaffId, Timestamp,
    forms::{Chosen, FillForm, Form, Piece, ReadyReplyForm, ReplyVariable, pieces},
};

use crate::{
    Bank, Error,
    audit::Deed,
    conversations::{self, ConversationHead},
    staff::{self, StaffMember},
};

pub use suggested::{Suggested, Suggestion, suggested};

/// The most that are kept: nobody finds anything in a longer list.
const MOST: u32 = 200;

/// An answer that is kept ready.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadyReply {
    /// Which one.
    pub id: ReplyId,
    /// What it is called among colleagues.
    pub title: String,
    /// What it says, in one language or more, with what is filled in between braces.
    pub texts: Vec<(Language, String)>,
    /// What customers ask that it answers, where it answers something in particular.
    pub about: Option<Intent>,
    /// Who wrote it last.
    pub changed_by: StaffId,
    /// When.
    pub changed_at: Timestamp,
    /// How often it was written anew.
    pub version: i64,
}

impl ReadyReply {
    /// What it says in `language`.
    #[must_use]
    pub fn text(&self, language: Language) -> Option<&str> {
        self.texts.iter().find(|(known, _)| *known == language).map(|(_, text)| text.as_str())
    }

    /// Whether it fits a conversation: it is there in its language, and does not call somebody by a name that nobody
    /// knows.
    fn fits(&self, head: &ConversationHead) -> bool {
        let names = |text| pieces(text).is_ok_and(|all| all.contains(&Piece::Variable(ReplyVariable::Customer)));
        self.text(head.language).is_some_and(|text| head.customer.is_some() || !names(text))
    }
}

/// All of them, by their titles.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn list(bank: &Bank) -> Result<Vec<ReadyReply>, Error> {
    Ok(bank.replies.all(MOST).await?)
}

/// One of them.
///
/// # Errors
/// [`ErrorCode::NotFound`]; [`Error::Unavailable`].
pub async fn one(bank: &Bank, id: ReplyId) -> Result<ReadyReply, Error> {
    Ok(bank.replies.one(id).await?.ok_or(ErrorCode::NotFound)?)
}

/// Those that can be put into an answer in a conversation.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn offered(bank: &Bank, head: &ConversationHead) -> Result<Vec<ReadyReply>, Error> {
    Ok(list(bank).await?.into_iter().filter(|reply| reply.fits(head)).collect())
}

/// Keeps a new one, or what the one called `id` says from now on.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::RepliesFull`]; [`ErrorCode::NotFound`]; [`ErrorCode::ReplyMoved`] where somebody has
/// written it anew since; [`Error::Unavailable`].
pub async fn write(bank: &Bank, member: StaffId, id: Option<ReplyId>, form: &ReadyReplyForm) -> Result<(), Error> {
    let (title, texts, seen) = form.check(&())?;
    let about = about(&form.about)?;
    let (changed_by, changed_at) = (member, bank.clock.now());
    let (id, deed) = if let Some(id) = id {
        let reply = ReadyReply { version: seen.saturating_add(1), title, texts, about, id, changed_by, changed_at };
        one(bank, id).await?;
        if !bank.replies.update(&reply, seen).await? {
            return Err(ErrorCode::ReplyMoved.into());
        }
        (id, Deed::StaffReplyChanged)
    } else {
        if list(bank).await?.len() >= MOST as usize {
            return Err(ErrorCode::RepliesFull.into());
        }
        let id = ReplyId::new(bank.ids.next());
        bank.replies.keep(&ReadyReply { id, title, texts, about, changed_by, changed_at, version: 0 }).await?;
        (id, Deed::StaffReplyWritten)
    };
    Ok(staff::note(bank, member, deed, id.value()).await?)
}

fn about(code: &str) -> Result<Option<Intent>, Problems> {
    let wrong = || Problems::one("about", ErrorCode::ChoiceUnknown);
    if code.is_empty() { Ok(None) } else { Intent::from_code(code).map(Some).ok_or_else(wrong) }
}

/// Takes one away. Nothing happens where it is gone.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn remove(bank: &Bank, member: StaffId, id: ReplyId) -> Result<(), Error> {
    if bank.replies.remove(id).await? {
        staff::note(bank, member, Deed::StaffReplyRemoved, id.value()).await?;
    }
    Ok(())
}

/// Puts an answer that is kept ready, or an article, behind what `member` has typed so far, in the language of whoever reads it. Nothing is sent.
///
/// # Errors
/// [`Error::Form`]; [`ErrorCode::LookOver`]; [`ErrorCode::NotFound`] where there is no such conversation;
/// [`Error::Unavailable`].
pub async fn fill(bank: &Bank, member: &StaffMember, id: ConversationId, form: &FillForm) -> Result<FillForm, Error> {
    let chosen = form.check(&())?;
    let look = conversations::looking(bank, member.id, id).await?.ok_or(ErrorCode::LookOver)?;
    let head = look.conversation.head;
    let gone = || Problems::one("ready", ErrorCode::ChoiceUnknown);
    let text = match chosen {
        Chosen::Ready(chosen) => {
            let reply = bank.replies.one(chosen).await?.filter(|reply| reply.fits(&head)).ok_or_else(gone)?;
            said(bank, member, &head, look.name, reply.text(head.language).unwrap_or_default()).await?
        }
        Chosen::Article(slug) => suggested::article(&slug, head.language).ok_or_else(gone)?.words(),
    };
    let typed = form.answer.trim_end();
    let answer = if typed.is_empty() { text } else { format!("{typed}\n\n{text}") };
    Ok(FillForm { answer, ..form.clone() })
}

/// `text` with everything filled in, for somebody who is called `name` in their file.
async fn said(
    bank: &Bank,
    member: &StaffMember,
    head: &ConversationHead,
    name: Option<String>,
    text: &str,
) -> Result<String, Error> {
    let customer = match head.customer {
        Some(customer) => bank.customers.customer(customer).await?.map(|known| known.greeting).or(name),
        None => None,
    };
    let value = |variable| match variable {
        ReplyVariable::Customer => customer.clone().unwrap_or_default(),
        ReplyVariable::Agent => member.name.clone(),
        ReplyVariable::Number => head.id.to_string(),
    };
    let said = pieces(text)?.into_iter().map(|piece| match piece {
        Piece::Words(words) => words.to_owned(),
        Piece::Variable(variable) => value(variable),
    });
    Ok(said.collect())
}
