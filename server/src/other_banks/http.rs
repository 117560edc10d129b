//! Asking one server on this machine something over HTTP/1.1, one question a connection.

use std::{net::SocketAddr, time::Duration};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

/// How long a question may take altogether.
const PATIENCE: Duration = Duration::from_secs(3);
/// The longest answer, in bytes.
const LONGEST: u64 = 1024 * 1024;

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// There was no line: nothing was asked.
    NoLine,
    /// The line broke, or took too long: it may have been asked.
    Broken,
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// What it says.
    pub body: Vec<u8>,
}

/// Asks the server at `address`.
///
/// # Errors
/// See [`Failure`].
pub async fn ask(address: SocketAddr, method: &str, path: &str, body: &[u8]) -> Result<Answer, Failure> {
    let line = timeout(PATIENCE, TcpStream::connect(address)).await;
    let stream = line.map_err(|_| Failure::NoLine)?.map_err(|_| Failure::NoLine)?;
    timeout(PATIENCE, over(stream, address, method, path, body)).await.map_err(|_| Failure::Broken)?
}

async fn over(
    mut stream: TcpStream,
    address: SocketAddr,
    method: &str,
    path: &str,
    body: &[u8],
) -> Result<Answer, Failure> {
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: {address}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let broken = |_| Failure::Broken;
    stream.write_all(head.as_bytes()).await.map_err(broken)?;
    stream.write_all(body).await.map_err(broken)?;
    let mut said = Vec::new();
    stream.take(LONGEST).read_to_end(&mut said).await.map_err(broken)?;
    read(&said).ok_or(Failure::Broken)
}

/// The answer in what was said, if all of it is there.
fn read(said: &[u8]) -> Option<Answer> {
    let end = said.windows(4).position(|window| window == b"\r\n\r\n")?;
    let head = str::from_utf8(&said[..end]).ok()?;
    let mut lines = head.split("\r\n");
    let status = lines.next()?.strip_prefix("HTTP/1.1 ")?.get(..3)?.parse().ok()?;
    let length = lines.filter_map(|line| line.split_once(':'));
    let mut length = length.filter(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    let length: usize = length.next().map_or(Some(0), |(_, length)| length.trim().parse().ok())?;
    let body = said.get(end + 4..)?;
    (body.len() == length).then(|| Answer { status, body: body.to_vec() })
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn an_answer_is_all_there_or_none() {
        let said = b"HTTP/1.1 202 Accepted\r\ncontent-length: 2\r\ndate: today\r\n\r\nok";
        let answer = read(said).expect("it is all there");
        assert_eq!((answer.status, answer.body.as_slice()), (202, b"ok".as_slice()));
        assert_eq!(read(b"HTTP/1.1 204 No Content\r\n\r\n").map(|answer| answer.status), Some(204));
        for end in 0..said.len() {
            assert!(read(&said[..end]).is_none(), "{end}");
        }
        assert!(read(b"HTTP/1.1 200 OK\r\ncontent-length: many\r\n\r\n").is_none());
    }
}
