//! The folder that is carried to a server, and the proof that it needs nothing else: a copy of it
//! is started in an empty place, with an environment that says nothing but where to keep things.

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::house::House;
use crate::setup::{self, Purpose};
use crate::shell::{Shell, say};
use crate::{Outcome, site};

/// How often the copy is asked whether it is ready, ten times a second.
const ASKED_READY: u32 = 200;

/// Builds the folder and starts a copy of it.
pub fn run(house: &House) -> Outcome {
    setup::run(house, Purpose::Run)?;
    site::build(house)?;
    let place = house.root.join("target/release-proof");
    let outcome = prove(house, &place);
    if place.exists() {
        fs::remove_dir_all(&place).map_err(|error| format!("Cannot remove {}: {error}.", place.display()))?;
    }
    outcome?;
    say(&format!("{} is ready to be carried to a server; docs/DEPLOY.md says how.", house.dist().display()));
    Ok(())
}

fn prove(house: &House, place: &Path) -> Outcome {
    let failed = |error: std::io::Error| format!("Cannot use {}: {error}.", place.display());
    if place.exists() {
        fs::remove_dir_all(place).map_err(failed)?;
    }
    let (copy, empty) = (place.join("banyan"), place.join("elsewhere"));
    site::copy_folder(&house.dist(), &copy).map_err(failed)?;
    fs::create_dir_all(&empty).map_err(failed)?;
    let port = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).map_err(failed)?.port();
    let database = format!("sqlite:{}", place.join("banyan.db").display());
    let bare = |word: &str| {
        let mut command = Command::new(copy.join("banyan"));
        command
            .arg(word)
            .current_dir(&empty)
            .env_clear()
            .env("BANYAN_DATABASE", &database)
            .env("BANYAN_ADDRESS", format!("127.0.0.1:{port}"))
            .env("BANYAN_PUBLIC_URL", format!("http://localhost:{port}"))
            .env("BANYAN_METRICS_ADDRESS", "off");
        command
    };
    let migrated = bare("migrate").status().map_err(failed)?;
    if !migrated.success() {
        return Err(format!("The copy could not make its database ({migrated}).").into());
    }
    let log = fs::File::create(place.join("log")).map_err(failed)?;
    let mut server = bare("serve")
        .stdout(log.try_clone().map_err(failed)?)
        .stderr(log)
        .stdin(Stdio::null())
        .spawn()
        .map_err(failed)?;
    let answered = ask(port, &mut server);
    Shell::new("kill").arg("-TERM").arg(server.id().to_string()).run()?;
    let ended = server.wait().map_err(failed)?;
    let log = || fs::read_to_string(place.join("log")).unwrap_or_default();
    answered.map_err(|failure| format!("{}\n{}", failure.0, log()))?;
    if !ended.success() {
        return Err(format!("The copy did not end well when it was told to ({ended}).\n{}", log()).into());
    }
    Ok(())
}

/// Waits until the copy is ready, then fetches a page and the style sheet the page names.
fn ask(port: u16, server: &mut Child) -> Outcome {
    let mut asked = 0;
    while !fetch(port, "/health/ready").is_ok_and(|answer| answer.starts_with("HTTP/1.1 200")) {
        asked += 1;
        if asked == ASKED_READY || server.try_wait().is_ok_and(|ended| ended.is_some()) {
            return Err("The copy in an empty place did not become ready.".into());
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    let page = fetch(port, "/sign-in")?;
    let sheet = page
        .split('"')
        .find(|word| word.starts_with("/pkg/") && word.contains(".css"))
        .ok_or("The copy's sign-in page names no style sheet.")?;
    for path in ["/sign-in", sheet] {
        let answer = fetch(port, path)?;
        if !answer.starts_with("HTTP/1.1 200") {
            return Err(format!("The copy answered {path} with {}.", answer.lines().next().unwrap_or("nothing")).into());
        }
    }
    say(&format!("a copy in an empty place became ready and answered /sign-in and {sheet}."));
    Ok(())
}

/// The whole answer to one GET.
fn fetch(port: u16, path: &str) -> Outcome<String> {
    let mut answer = Vec::new();
    TcpStream::connect(("127.0.0.1", port))
        .and_then(|mut stream| {
            stream.set_read_timeout(Some(Duration::from_secs(5)))?;
            write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n")?;
            stream.read_to_end(&mut answer)
        })
        .map_err(|error| format!("GET {path}: {error}."))?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}
