//! Saying something in one conversation after the other, at a pace, and waiting until its page has heard of it.

use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use bench::http::{Connection, Response, post};
use bench::people::People;
use bench::site;
use tokio::sync::mpsc::unbounded_channel;
use tokio::task::spawn_blocking;
use tokio::time::sleep;

use crate::Outcome;
use crate::house::{House, PAGES};
use crate::streams::{Told, listen};

/// How many things are said, one in each conversation before one comes to its second.
const SAID: u32 = 2_000;
/// How many a second.
const PACE: u32 = 40;
/// How many people write at the same time.
const WRITERS: u32 = 8;
/// How long the pages take to come, and what was said last to be heard.
const SETTLE: Duration = Duration::from_secs(5);

/// What was heard.
#[derive(Debug, Default)]
pub struct Heard {
    /// How long it took from the press of a button until the page was told, for everything that was said.
    pub times: Vec<Duration>,
    /// How much was said.
    pub said: u32,
    /// What a page was never told of.
    pub lost: u32,
    /// What a page was told of twice.
    pub doubled: u32,
    /// What a page was told of after something later.
    pub out_of_order: u32,
}

/// Measures it in this house.
pub async fn measure(house: &House) -> Outcome<Heard> {
    let (tell, mut told) = unbounded_channel();
    for (nth, conversation) in (0..PAGES).zip(&house.conversations) {
        tokio::spawn(listen(house.listened.address, nth, *conversation, tell.clone()));
    }
    drop(tell);
    sleep(SETTLE).await;
    let (address, origin) = (house.taking().address, site::origin(house.taking()));
    let pressed = spawn_blocking(move || say_all(address, &origin).map_err(|error| error.to_string())).await??;
    sleep(SETTLE).await;
    let mut heard: Vec<Vec<(i64, Instant)>> = vec![Vec::new(); PAGES as usize];
    while let Ok((nth, version, at)) = told.try_recv() as Result<Told, _> {
        heard[nth].push((version, at));
    }
    told.close();
    judge(house, &pressed, &heard).await
}

/// Who pressed a button, and when.
type Pressed = (usize, Instant);

fn say_all(address: std::net::SocketAddr, origin: &str) -> std::io::Result<Vec<Pressed>> {
    let (begun, pressed) = (Instant::now(), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        let writing: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let pressed = &pressed;
                scope.spawn(move || -> std::io::Result<()> {
                    let (mut connection, mut answer) = (Connection::open(address)?, Response::default());
                    for nth in (writer..SAID).step_by(WRITERS as usize) {
                        let due = begun + Duration::from_secs(1) * nth / PACE;
                        thread::sleep(due.saturating_duration_since(Instant::now()));
                        let page = nth % PAGES;
                        let cookie = site::cookie(People::customer(page));
                        let form = format!("words=What+is+my+balance%3F&key={nth}");
                        // From when it was due: whoever waits for their turn waits.
                        pressed.lock().expect("nobody panics").push((page as usize, due));
                        connection.send(&post("/do/help/chat/say", &cookie, origin, &form), &mut answer)?;
                        if answer.status >= 400 || answer.header("location").is_some_and(|to| to.contains("sign-in")) {
                            return Err(std::io::Error::other(format!(
                                "saying something was answered {}",
                                answer.status
                            )));
                        }
                    }
                    Ok(())
                })
            })
            .collect();
        writing.into_iter().try_for_each(|one| one.join().expect("writing does not panic"))
    })?;
    Ok(pressed.into_inner().expect("nobody panics"))
}

async fn judge(house: &House, pressed: &[Pressed], heard: &[Vec<(i64, Instant)>]) -> Outcome<Heard> {
    let mut all = Heard { said: SAID, ..Heard::default() };
    for (page, at) in pressed {
        match heard[*page].iter().find(|(_, when)| when >= at) {
            Some((_, when)) => all.times.push(*when - *at),
            None => all.lost += 1,
        }
    }
    for (page, conversation) in heard.iter().zip(&house.conversations) {
        for pair in page.windows(2) {
            all.doubled += u32::from(pair[0].0 == pair[1].0);
            all.out_of_order += u32::from(pair[0].0 > pair[1].0);
        }
        // In the end a page has heard of all there is.
        let kept = house.ports.conversations.any(*conversation).await?.ok_or("a conversation is gone")?;
        all.lost += u32::from(page.last().is_some_and(|(last, _)| *last != kept.head.version));
    }
    Ok(all)
}
