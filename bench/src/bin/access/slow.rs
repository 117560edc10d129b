//! A thousand connections that are slow on purpose, and whether honest people notice.

use std::{
    io,
    net::SocketAddr,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use bench::{
    figure::{Figure, say},
    http::{self, Connection, Response},
    process::Server,
    site,
    stats::percentile_ms,
};
use tokio::{io::AsyncWriteExt, net::TcpStream, task::JoinSet, time::sleep};

use crate::{
    Outcome,
    house::{House, customer},
};

/// How many slow connections.
const SLOW: usize = 1_000;
/// How long each attack goes on.
const LASTING: Duration = Duration::from_secs(20);
/// How often the honest visitor comes, each time anew.
const PAUSE: Duration = Duration::from_millis(60);

/// Measures and prints the figures.
pub fn measure(house: &House) -> Outcome {
    // All of them come through one proxy, so that no connection is turned away for where it comes from; but what they
    // ask for is counted, as it always is.
    let server = house.serve(&[("BANYAN_BEHIND_PROXY", "true"), ("BANYAN_REQUESTS_PER_MINUTE", "1200")])?;
    let mut worst: f64 = 0.0;
    let quiet = honest(&server, LASTING / 4)?;
    say(&format!("alone: 99 of a hundred answers within {quiet:.1} ms"));
    for (what, words) in [
        ("heads that never end", "-H -i 1"),
        ("forms that never end", "-B -i 1 -s 8192"),
        ("readers that take nothing", "-X -w 1 -y 64 -n 1 -z 32 -k 8"),
    ] {
        let Some(attack) = slowhttptest(&server, words)? else {
            return Err("slowhttptest is not there: `cargo xtask setup` installs it".into());
        };
        worst = worst.max(under(&server, what, attack)?);
    }
    worst = worst.max(under(&server, "forms of our own pages that never end", Attack::Own(trickle(&server)))?);
    Figure::at_most("access.slow_http_p99_ms", worst, "ms", 1_000.0).print();
    Figure::aside("access.slow_http_quiet_p99_ms", quiet, "ms").print();
    Ok(())
}

/// Something that goes on until it is dropped.
enum Attack {
    Program(Child),
    Own(tokio::task::JoinHandle<()>),
}

impl Drop for Attack {
    fn drop(&mut self) {
        match self {
            Self::Program(child) => {
                // It may have ended by itself, which is as good.
                let _ = child.kill();
                let _ = child.wait();
            }
            Self::Own(task) => task.abort(),
        }
    }
}

/// Starts slowhttptest with these words besides where and how many; `None` where there is no such program.
fn slowhttptest(server: &Server, words: &str) -> Outcome<Option<Attack>> {
    let place = if words.starts_with("-B") { "do/sign-in" } else { "sign-in" };
    let url = format!("http://{}/{place}", server.address);
    let mut command = Command::new("slowhttptest");
    command.args(words.split(' ')).args(["-c", "1000", "-r", "500", "-x", "24", "-p", "3", "-l"]);
    command.arg((LASTING + Duration::from_secs(5)).as_secs().to_string()).args(["-u", &url]);
    match command.stdout(Stdio::null()).stderr(Stdio::null()).stdin(Stdio::null()).spawn() {
        Ok(child) => Ok(Some(Attack::Program(child))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Forms that come from a page of ours, as far as the head says, one byte at a time; each begun anew when it is refused.
fn trickle(server: &Server) -> tokio::task::JoinHandle<()> {
    let (address, whole) = (server.address, http::post("/do/sign-in", "", &site::origin(server), &"a".repeat(4_096)));
    let head = whole.len() - 4_096;
    tokio::spawn(async move {
        let mut all = JoinSet::new();
        for _ in 0..SLOW {
            all.spawn(one_slow(address, whole.clone(), head));
        }
        all.join_all().await;
    })
}

async fn one_slow(address: SocketAddr, whole: Vec<u8>, head: usize) {
    loop {
        if let Ok(mut stream) = TcpStream::connect(address).await
            && stream.write_all(&whole[..head]).await.is_ok()
        {
            for byte in &whole[head..] {
                if stream.write_all(&[*byte]).await.is_err() {
                    break;
                }
                sleep(Duration::from_secs(1)).await;
            }
        }
        sleep(Duration::from_millis(100)).await;
    }
}

/// The time that one of a hundred honest answers exceeds while `attack` goes on, in milliseconds.
fn under(server: &Server, what: &str, attack: Attack) -> Outcome<f64> {
    // Until all of them are there.
    thread::sleep(Duration::from_secs(3));
    let p99 = honest(server, LASTING)?;
    drop(attack);
    say(&format!("{what}: 99 of a hundred honest answers within {p99:.1} ms"));
    thread::sleep(Duration::from_secs(1));
    Ok(p99)
}

/// An honest visitor who comes again and again, each time on a connection of their own, to a page of their own; from
/// elsewhere than the slow ones.
fn honest(server: &Server, lasting: Duration) -> Outcome<f64> {
    let mut request = http::get("/you", &site::cookie(customer(0)), "");
    let end = request.len() - 2;
    request.splice(end..end, *b"X-Forwarded-For: 203.0.113.7\r\n");
    let begun = Instant::now();
    let mut times = Vec::new();
    while begun.elapsed() < lasting {
        let asked = Instant::now();
        let mut response = Response::default();
        Connection::open(server.address)?.send(&request, &mut response)?;
        if response.status != 200 {
            return Err(format!("an honest visitor was answered {}", response.status).into());
        }
        times.push(asked.elapsed());
        thread::sleep(PAUSE);
    }
    Ok(percentile_ms(&mut times, 99))
}
