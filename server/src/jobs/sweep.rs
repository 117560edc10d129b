//! Forgetting what nobody needs any more.

use std::time::Duration;

use bank::ports::{SweepBefore, Upkeep};
use tokio::{sync::watch, time::sleep};

use super::{Tools, every};

const PERIOD: Duration = Duration::from_hours(1);
const DAY_S: i64 = 86_400;
/// How long keys, challenges, sessions and counts of tries are kept after their end, in seconds: a day, so that a
/// payment sent again finds its receipt, and a form typed into a lapsed session finds its owner.
const KEPT_S: i64 = DAY_S;
/// How many rows of each kind are forgotten in one go.
const AT_ONCE: u32 = 500;
/// How long whoever else writes has the writer to themselves in between.
const PAUSE: Duration = Duration::from_millis(20);

pub(super) async fn run(tools: Tools, stop: watch::Receiver<bool>) {
    every(PERIOD, stop.clone(), || sweep(&tools, &stop)).await;
}

async fn sweep(tools: &Tools, stop: &watch::Receiver<bool>) {
    let (now, policy) = (tools.clock.now(), tools.bank.policy);
    let before = SweepBefore {
        ended: now.plus_seconds(-KEPT_S),
        drafts: now.plus_seconds(-policy.draft_days * DAY_S),
        outbox: now.plus_seconds(-policy.outbox_days * DAY_S),
        feedback: now.plus_seconds(-policy.feedback_days * DAY_S),
        call_backs: now.plus_seconds(-policy.call_back_days * DAY_S),
        tickets: now.plus_seconds(-policy.ticket_days * DAY_S),
        notices: now.plus_seconds(-policy.notice_days * DAY_S),
        conversations: now.plus_seconds(-policy.chat_days * DAY_S),
        pictures: now.plus_seconds(-policy.picture_days * DAY_S),
        misses: now.plus_seconds(-policy.miss_days * DAY_S),
    };
    sweep_one(tools.upkeep.as_ref(), before, stop).await;
    if let Some(play) = tools.practice.opened() {
        sweep_one(play.upkeep.as_ref(), before, stop).await;
    }
}

async fn sweep_one(upkeep: &dyn Upkeep, before: SweepBefore, stop: &watch::Receiver<bool>) {
    while !*stop.borrow() {
        match upkeep.sweep(before, AT_ONCE).await {
            Ok(true) => sleep(PAUSE).await,
            Ok(false) => return,
            Err(error) => {
                tracing::warn!(%error, "what is out of date was not swept; it is tried again");
                return;
            }
        }
    }
}
