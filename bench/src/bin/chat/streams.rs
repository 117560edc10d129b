//! Pages that listen, as browsers do: a line that ends is taken up again from where it was (Server-Sent Events, HTML
//! standard section 9.2).

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use bench::people::People;
use bench::site;
use model::ConversationId;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::sync::mpsc::UnboundedSender;
use tokio::time::sleep;

/// What a page has heard: which page, how much was said by then, and when it heard that.
pub type Told = (usize, i64, Instant);

/// How soon a browser comes back where nobody has told it.
const USUAL: Duration = Duration::from_secs(3);

/// Listens as the page of the person with this number until nobody wants to know.
pub async fn listen(address: SocketAddr, nth: u32, conversation: ConversationId, tell: UnboundedSender<Told>) {
    let mut page = Page { nth, conversation, last: None, again: USUAL };
    while !tell.is_closed() {
        // A line that breaks is one that ended.
        let _ = page.hear(address, &tell).await;
        sleep(page.again).await;
    }
}

/// A page that listens.
struct Page {
    nth: u32,
    conversation: ConversationId,
    /// The last that it has heard.
    last: Option<i64>,
    /// How soon it comes back.
    again: Duration,
}

impl Page {
    async fn hear(&mut self, address: SocketAddr, tell: &UnboundedSender<Told>) -> std::io::Result<()> {
        let mut stream = BufReader::new(TcpStream::connect(address).await?);
        stream.write_all(self.asking().as_bytes()).await?;
        let mut line = String::new();
        loop {
            line.clear();
            if stream.read_line(&mut line).await? == 0 {
                return Ok(());
            }
            // An answer that comes in pieces ends with one of no length; the connection stays open after it (RFC 9112,
            // section 7.1).
            if line.trim_end() == "0" {
                return Ok(());
            }
            let Some((name, value)) = line.trim_end().split_once(':') else { continue };
            match (name, value.trim().parse::<i64>()) {
                ("retry", Ok(ms)) => self.again = Duration::from_millis(ms.unsigned_abs()),
                ("id", Ok(version)) => {
                    self.last = Some(version);
                    let _ = tell.send((self.nth as usize, version, Instant::now()));
                }
                _ => {}
            }
        }
    }

    fn asking(&self) -> String {
        let (of, cookie) = (self.conversation, site::cookie(People::customer(self.nth)));
        let last = self.last.map(|last| format!("Last-Event-ID: {last}\r\n")).unwrap_or_default();
        format!(
            "GET /help/chat/stream?of={of}&seen=1 HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\
             Cookie: {cookie}\r\n{last}\r\n"
        )
    }
}
