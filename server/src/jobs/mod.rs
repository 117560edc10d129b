//! What the bank does by itself, beside the requests: each job on its own, until the program stops.

mod audit;
mod checks;
mod experiments;
mod holds;
mod layouts;
mod models;
mod pictures;
mod post;
mod powers;
mod rails;
mod schedules;
mod sweep;
mod verify;
mod waits;
mod workshop;

use std::{future::Future, sync::Arc, time::Duration};

use app::layouts::Running;
use bank::{Bank, Clock, ports::Upkeep};
use tokio::{
    sync::watch,
    task::JoinSet,
    time::{MissedTickBehavior, interval},
};

use crate::{config::Config, post::Carrier, practice::Practice, shelf::Shelf, state::State, stopped};

pub use experiments::guard;
pub use models::follow;
pub use verify::look_over;

/// What the jobs work with.
#[derive(Clone)]
pub struct Tools {
    bank: Bank,
    upkeep: Arc<dyn Upkeep>,
    practice: Practice,
    running: Running,
    clock: Arc<dyn Clock>,
}

/// Tells the program to stop, and whether something was wrong.
#[derive(Clone)]
pub struct Stop {
    /// Turns true once.
    pub stop: watch::Sender<bool>,
    /// Turns true where the books are not as they must be.
    pub alarm: watch::Sender<bool>,
}

/// Starts every job.
#[must_use]
pub fn start(state: &State, config: &Config, stop: &Stop) -> JoinSet<()> {
    let bank = state.bank.clone();
    let tools = Tools {
        upkeep: Arc::clone(&state.upkeep),
        practice: state.practice.clone(),
        running: state.site.running.clone(),
        clock: Arc::clone(&bank.clock),
        bank,
    };
    let mut jobs = JoinSet::new();
    jobs.spawn(audit::run(tools.clone(), stop.stop.subscribe()));
    if let Some(checker) = checks::Checker::of(config, &state.site) {
        jobs.spawn(checks::run(tools.clone(), checker, stop.stop.subscribe()));
    }
    jobs.spawn(experiments::run(tools.clone(), stop.stop.subscribe()));
    jobs.spawn(holds::run(tools.clone(), stop.stop.subscribe()));
    jobs.spawn(layouts::run(tools.clone(), state.site.clone(), stop.stop.subscribe()));
    jobs.spawn(models::run(tools.clone(), Shelf::of(config), stop.stop.subscribe()));
    if let Some(carrier) = Carrier::of(config, tools.bank.calendar.clone()) {
        jobs.spawn(post::run(tools.clone(), carrier, stop.stop.subscribe()));
    }
    jobs.spawn(powers::run(tools.clone(), stop.stop.subscribe()));
    jobs.spawn(rails::tell(tools.clone(), stop.stop.subscribe()));
    jobs.spawn(rails::listen(tools.clone(), stop.stop.subscribe()));
    jobs.spawn(schedules::run(tools.clone(), stop.stop.subscribe()));
    jobs.spawn(sweep::run(tools.clone(), stop.stop.subscribe()));
    jobs.spawn(waits::run(tools.clone(), stop.stop.subscribe()));
    if let Some(watched) = state.workshop.clone() {
        jobs.spawn(workshop::run(tools.clone(), state.site.clone(), watched, stop.stop.subscribe()));
    }
    jobs.spawn(verify::run(tools, config.verify_at_start, stop.clone()));
    jobs
}

/// Does `work` every `period`, the first time at once, until `stop` turns true. What fails is tried again when
/// it is due again.
async fn every<F, W>(period: Duration, mut stop: watch::Receiver<bool>, mut work: F)
where
    F: FnMut() -> W,
    W: Future<Output = ()>,
{
    let mut ticks = interval(period);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = ticks.tick() => work().await,
            () = stopped(&mut stop) => return,
        }
    }
}
