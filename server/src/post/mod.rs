//! Mails and short messages leave the bank here: to a mail server, or into a folder where they can be read.
//!
//! Short messages go as mails to a gateway, which is what providers of them have in common.

mod message;
#[cfg(test)]
mod tests;
mod way;

use std::{error::Error as _, fs::DirBuilder, os::unix::fs::DirBuilderExt as _, time::Duration};

use async_trait::async_trait;
use bank::{
    Calendar,
    notices::post::{Carried, Due},
    ports::Post,
    security::Channel,
};
use lettre::{
    AsyncFileTransport, AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor,
    message::Mailbox,
    transport::smtp::{self, AsyncSmtpTransportBuilder, extension::ClientId, response::Code},
};
use tokio::time::timeout;

pub use way::Way;

use crate::config::Config;

/// What a mail server answers that knows no such mailbox: the reply and, behind it, what it means (RFC 5321 section 4.2.3,
/// RFC 3463 section 3.2). Everything else may be about the server or about us, and passes once somebody has put it right.
const NO_SUCH_MAILBOX: ([u16; 4], [&str; 6]) =
    ([550, 551, 553, 556], ["5.1.1 ", "5.1.2 ", "5.1.3 ", "5.1.6 ", "5.1.10 ", "5.2.1 "]);

/// How long a mail server may take for one mail, shorter than for how long nobody else tries it.
const PATIENCE: Duration = Duration::from_mins(1);

/// Whoever carries the mails of this bank.
pub struct Carrier {
    transport: Transport,
    from: Mailbox,
    /// The domain of the gateway to telephones.
    gateway: Option<String>,
    calendar: Calendar,
}

enum Transport {
    Folder(AsyncFileTransport<Tokio1Executor>),
    Server(AsyncSmtpTransport<Tokio1Executor>),
}

impl Carrier {
    /// As `config` says; `None` where nothing is sent.
    #[must_use]
    pub fn of(config: &Config, calendar: Calendar) -> Option<Self> {
        let (way, from) = (config.mail.as_ref()?, config.mail_from.clone()?);
        let transport = match way {
            Way::Folder(folder) => {
                // What is in it may let somebody in.
                if let Err(error) = DirBuilder::new().recursive(true).mode(0o700).create(folder) {
                    tracing::warn!(%error, "there is no folder for mails, and none can be made");
                }
                Transport::Folder(AsyncFileTransport::new(folder))
            }
            Way::Server { line, .. } => Transport::Server(reached_by(line, &from)),
        };
        Some(Self { transport, from, gateway: config.sms_gateway.clone(), calendar })
    }

    /// By which ways it carries.
    #[must_use]
    pub fn channels(&self) -> &'static [Channel] {
        if self.gateway.is_some() { &[Channel::Email, Channel::Sms] } else { &[Channel::Email] }
    }

    /// Whom `due` is for, as a mail server knows them.
    fn to(&self, due: &Due) -> Option<Mailbox> {
        let address = &due.sent.notice.address;
        let address = match (due.sent.notice.channel, &self.gateway) {
            (Channel::Email, _) => address.clone(),
            (Channel::Sms, Some(gateway)) => {
                let digits: String = address.chars().filter(char::is_ascii_digit).collect();
                format!("{digits}@{gateway}")
            }
            _ => return None,
        };
        address.parse().ok().map(|address| Mailbox::new(None, address))
    }

    async fn hand_over(&self, number: i64, message: Message) -> Carried {
        match &self.transport {
            Transport::Folder(folder) => match folder.send(message).await {
                Ok(_) => Carried::Taken,
                Err(error) => not_now(number, &error, None),
            },
            Transport::Server(server) => match timeout(PATIENCE, server.send(message)).await {
                Ok(Ok(_)) => Carried::Taken,
                Ok(Err(error)) if refuses(&error) => Carried::Refused,
                Ok(Err(error)) => not_now(number, &error, error.status()),
                Err(error) => not_now(number, &error, None),
            },
        }
    }
}

#[async_trait]
impl Post for Carrier {
    async fn carry(&self, due: &Due) -> Carried {
        // What is no address at all reaches nobody.
        let Some(to) = self.to(due) else { return Carried::Refused };
        match message::of(due, self.from.clone(), to, &self.calendar) {
            Ok(message) => self.hand_over(due.id, message).await,
            Err(error) => not_now(due.id, &error, None),
        }
    }
}

/// The server at the other end of `line`, which is told that we are of the domain that mails are from.
fn reached_by(line: &AsyncSmtpTransportBuilder, from: &Mailbox) -> AsyncSmtpTransport<Tokio1Executor> {
    line.clone().hello_name(ClientId::Domain(from.email.domain().to_owned())).build()
}

/// Whether the mailbox is none.
fn refuses(error: &smtp::Error) -> bool {
    let (codes, meanings) = NO_SUCH_MAILBOX;
    let said = error.source().map(ToString::to_string).unwrap_or_default();
    error.status().is_some_and(|code| codes.contains(&u16::from(code)))
        && meanings.iter().any(|meaning| said.starts_with(meaning))
}

/// Says so, without what the other end says: it repeats addresses.
fn not_now(notice: i64, error: &dyn std::error::Error, code: Option<Code>) -> Carried {
    let (why, code) = (error.to_string(), code.map(u16::from));
    let why = why.split([':', '(']).next().unwrap_or_default().trim();
    tracing::warn!(notice, why, code, "a message could not be handed over; it is tried again");
    Carried::NotNow
}
