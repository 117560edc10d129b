//! A bank with a thousand people, each in a conversation of their own.

use std::sync::Arc;

use bank::conversations::{Conversation, Entry, Said, Speaker};
use bank::{Clock, IdMint};
use bench::cluster::Cluster;
use bench::folder::Folder;
use bench::people::{self, People, SystemClock};
use bench::process::Server;
use bench::site;
use model::{ConversationId, CustomerId, Language};
use store::{Ports, Store};

use crate::Outcome;

/// How many pages listen.
pub const PAGES: u32 = 1_000;

/// More connections than there are pages, all from this machine.
const SETTINGS: [(&str, &str); 2] = [("BANYAN_CONNECTIONS_PER_ADDRESS", "4000"), ("BANYAN_CONNECTIONS", "8192")];

/// One server or two, on one database.
pub struct House {
    /// To whom the pages listen.
    pub listened: Server,
    /// Where what is said comes in, where that is another.
    other: Option<Server>,
    /// The conversations, by the number of the person.
    pub conversations: Vec<ConversationId>,
    /// The database itself.
    pub ports: Ports,
    _cluster: Option<Cluster>,
    _folder: Folder,
}

impl House {
    /// One server, on SQLite.
    pub async fn on_one_server() -> Outcome<Self> {
        let folder = Folder::new("chat")?;
        let path = folder.path().join("bank.db");
        let ids = people::ids();
        let (ports, conversations) = fill(&format!("sqlite:{}", path.display()), &ids).await?;
        let listened = site::serve_with(&path, &SETTINGS)?;
        Ok(Self { listened, other: None, conversations, ports, _cluster: None, _folder: folder })
    }

    /// Two servers, on PostgreSQL.
    pub async fn on_two_servers() -> Outcome<Self> {
        let (folder, cluster) = (Folder::new("chat")?, Cluster::start()?);
        let url = cluster.database("chat")?;
        let ids = people::ids();
        let (ports, conversations) = fill(&url, &ids).await?;
        let serve = |node| {
            let settings = [SETTINGS[0], SETTINGS[1], ("BANYAN_DATABASE", url.as_str()), ("BANYAN_NODE", node)];
            site::serve_with(&folder.path().join("none"), &settings)
        };
        let (listened, other) = (serve("2")?, serve("3")?);
        Ok(Self { listened, other: Some(other), conversations, ports, _cluster: Some(cluster), _folder: folder })
    }

    /// Where what is said comes in.
    pub fn taking(&self) -> &Server {
        self.other.as_ref().unwrap_or(&self.listened)
    }
}

/// The people, signed in, each with a conversation in which one thing was said.
async fn fill(url: &str, ids: &Arc<IdMint>) -> Outcome<(Ports, Vec<ConversationId>)> {
    People { count: PAGES, each: 100_000 }.fill(url, ids).await?;
    let ports = Store::open(url, people::options(ids)).await?.ports();
    let mut conversations = Vec::new();
    for nth in 0..PAGES {
        let customer = People::customer(nth);
        site::sign_in(ports.sessions.as_ref(), customer).await?;
        let conversation = begun(ConversationId::new(ids.next()), customer)?;
        ports.conversations.keep(&conversation).await?;
        conversations.push(conversation.head.id);
    }
    Ok((ports, conversations))
}

fn begun(id: ConversationId, customer: CustomerId) -> Outcome<Conversation> {
    let now = SystemClock.now();
    let said = Said::Wrote("Is anybody there?".to_owned());
    Ok(Conversation::new(id, Some(customer), Language::En, now)
        .next(Entry { by: Speaker::Owner, said, at: now, key: None, about: None, reading: None })
        .map_err(|code| format!("nothing can be said: {code:?}"))?)
}
