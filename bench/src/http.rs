//! The smallest HTTP/1.1 client that keeps a connection: what measures should not cost.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

/// A connection that is kept over many requests.
#[derive(Debug)]
pub struct Connection {
    stream: TcpStream,
    /// What has been read; what belongs to no response yet begins at `used`.
    buffer: Vec<u8>,
    used: usize,
}

/// What came back.
#[derive(Debug, Default)]
pub struct Response {
    /// The status code.
    pub status: u16,
    /// The lines of the head, as sent.
    pub head: String,
    /// The body, put together where it came in chunks.
    pub body: Vec<u8>,
}

impl Response {
    /// The values of a header, in the order in which they came; `name` in lower case.
    pub fn headers<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let named = |line: &'a str| line.split_once(':').filter(|(found, _)| found.eq_ignore_ascii_case(name));
        self.head.lines().filter_map(named).map(|(_, value)| value.trim())
    }

    /// The first value of a header.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let named = |line: &str| line.split_once(':').is_some_and(|(found, _)| found.eq_ignore_ascii_case(name));
        self.head.lines().find(|line| named(line)).and_then(|line| line.split_once(':')).map(|(_, value)| value.trim())
    }

    /// The body as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Connection {
    /// Connects to a server.
    ///
    /// # Errors
    /// Where nobody listens.
    pub fn open(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        Ok(Self { stream, buffer: Vec::with_capacity(128 * 1024), used: 0 })
    }

    /// Sends `request`, a whole HTTP/1.1 request, and reads what comes back into `response`.
    ///
    /// # Errors
    /// Where the connection breaks or the answer is not HTTP/1.1 with a length.
    pub fn send(&mut self, request: &[u8], response: &mut Response) -> io::Result<()> {
        self.stream.write_all(request)?;
        let head_end = self.read_until(b"\r\n\r\n")?;
        let head = &self.buffer[self.used..head_end];
        response.head = std::str::from_utf8(head).map_err(io::Error::other)?.to_owned();
        self.used = head_end;
        let status = response.head.get(9..12).and_then(|digits| digits.parse().ok());
        response.status = status.ok_or_else(|| io::Error::other("not HTTP/1.1"))?;
        response.body.clear();
        if let Some(length) = response.header("content-length") {
            let length = length.parse().map_err(io::Error::other)?;
            self.take(length, &mut response.body)?;
        } else if response.header("transfer-encoding") == Some("chunked") {
            self.take_chunks(&mut response.body)?;
        }
        self.buffer.drain(..self.used);
        self.used = 0;
        Ok(())
    }

    fn take_chunks(&mut self, body: &mut Vec<u8>) -> io::Result<()> {
        loop {
            let line_end = self.read_until(b"\r\n")?;
            let line = std::str::from_utf8(&self.buffer[self.used..line_end]).map_err(io::Error::other)?;
            let digits = line.trim().split(';').next().unwrap_or_default();
            let length = usize::from_str_radix(digits, 16).map_err(io::Error::other)?;
            self.used = line_end;
            self.take(length, body)?;
            let end = self.read_until(b"\r\n")?;
            self.used = end;
            if length == 0 {
                return Ok(());
            }
        }
    }

    /// The end of the next `mark`, which is read up to if it is not here yet.
    fn read_until(&mut self, mark: &[u8]) -> io::Result<usize> {
        let mut from = self.used;
        loop {
            if let Some(at) = self.buffer[from..].windows(mark.len()).position(|window| window == mark) {
                return Ok(from + at + mark.len());
            }
            from = self.buffer.len().saturating_sub(mark.len() - 1).max(self.used);
            self.fill()?;
        }
    }

    fn take(&mut self, length: usize, body: &mut Vec<u8>) -> io::Result<()> {
        while self.buffer.len() < self.used + length {
            self.fill()?;
        }
        body.extend_from_slice(&self.buffer[self.used..self.used + length]);
        self.used += length;
        Ok(())
    }

    fn fill(&mut self) -> io::Result<()> {
        let mut piece = [0; 16 * 1024];
        match self.stream.read(&mut piece)? {
            0 => Err(io::ErrorKind::UnexpectedEof.into()),
            length => {
                self.buffer.extend_from_slice(&piece[..length]);
                Ok(())
            }
        }
    }
}

/// A GET request for `path`; a cookie and the accepted encodings are left out where they are empty.
#[must_use]
pub fn get(path: &str, cookie: &str, encodings: &str) -> Vec<u8> {
    let mut request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n");
    for (name, value) in [("Cookie", cookie), ("Accept-Encoding", encodings)] {
        if !value.is_empty() {
            request.extend([name, ": ", value, "\r\n"]);
        }
    }
    request.push_str("\r\n");
    request.into_bytes()
}

/// A form for `path`, sent from a page of `origin`.
#[must_use]
pub fn post(path: &str, cookie: &str, origin: &str, form: &str) -> Vec<u8> {
    let mut request = format!(
        "POST {path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nOrigin: {origin}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n",
        form.len()
    );
    if !cookie.is_empty() {
        request.extend(["Cookie: ", cookie, "\r\n"]);
    }
    request.extend(["\r\n", form]);
    request.into_bytes()
}
