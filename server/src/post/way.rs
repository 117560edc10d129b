//! Where mails go, as it is set.

use std::{fmt, path::PathBuf};

use lettre::{AsyncSmtpTransport, Tokio1Executor, transport::smtp::AsyncSmtpTransportBuilder};

/// Where mails go. It shows nothing of an address, which may hold a password.
#[derive(Clone)]
pub enum Way {
    /// Into a folder, a file each.
    Folder(PathBuf),
    /// To a mail server.
    Server {
        /// The line to it.
        line: AsyncSmtpTransportBuilder,
        /// Whether what is sent could be read on the way.
        in_the_clear: bool,
    },
}

impl fmt::Debug for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Folder(_) => "folder:…",
            Self::Server { .. } => "smtp:…",
        })
    }
}

impl Way {
    /// What is written where something else was.
    pub const ADVICE: &'static str = "write smtps://USER:PASSWORD@HOST, smtp://USER:PASSWORD@HOST?tls=required, \
                                      smtp://localhost:PORT, or folder:PATH";

    /// Reads it from what was written.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        if let Some(folder) = text.strip_prefix("folder:").filter(|folder| !folder.is_empty()) {
            return Some(Self::Folder(PathBuf::from(folder)));
        }
        let rest = text.strip_prefix("smtps://").or_else(|| text.strip_prefix("smtp://"))?;
        let authority = rest.split(['/', '?']).next().unwrap_or(rest);
        let host = authority.rsplit('@').next().unwrap_or(authority);
        let local = ["localhost", "127.0.0.1", "[::1]"]
            .iter()
            .any(|name| host.strip_prefix(name).is_some_and(|port| port.is_empty() || port.starts_with(':')));
        let in_the_clear = !(local || text.starts_with("smtps://") || text.contains("?tls=required"));
        let line = AsyncSmtpTransport::<Tokio1Executor>::from_url(text).ok()?;
        Some(Self::Server { line, in_the_clear })
    }
}
