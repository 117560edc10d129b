//! `banyan serve`: the bank, until it is told to stop.

use std::{path::Path, process::ExitCode, time::Duration};

use bank::ports::Credentials;
use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
    sync::watch,
    task::JoinSet,
    time::timeout,
};

use super::{chain, is_demonstration, open, world};
use crate::{
    accept::{self, Limits},
    config::{Config, VerifyAtStart},
    jobs::{self, Stop},
    router,
    site::BuiltSite,
    state::{self, State},
    system,
    telemetry::Figures,
};

/// Serves until SIGTERM or Ctrl-C, finishes what is under way, and closes the ledger.
pub async fn run(config: &Config) -> Result<ExitCode, String> {
    let (world, ids) = world(config);
    let figures = Figures::start().map_err(|error| format!("Nothing can be counted: {error}."))?;
    let built = BuiltSite::find(config.site.as_deref()).map_err(|error| format!("The site was not found: {error}."))?;
    let store = open(config, ids.clone()).await?;
    if config.production {
        refuse_demo_people(store.ports().credentials.as_ref()).await?;
    }
    if let Some(folder) = &config.design_folder {
        refuse_to_design(folder, store.ports().credentials.as_ref()).await?;
    }
    let state = state::assemble(config, store.ports(), &built, &world, ids)
        .map_err(|error| format!("The time zone is not known: {error}."))?;
    if config.verify_at_start == VerifyAtStart::Before {
        look_over(&state).await?;
    }
    make_room(config.connections);
    let router = router::router(config, &state, &built);
    let listener = TcpListener::bind(config.address)
        .await
        .map_err(|error| format!("Nobody can listen on {}: {error}. Set `address` to another port.", config.address))?;
    let (stop, alarm) = (watch::Sender::new(false), watch::Sender::new(false));
    let stop = Stop { stop, alarm };
    let jobs = jobs::start(&state, config, &stop);
    let background = spawn_figures(config, figures, &stop);
    tokio::spawn(wait_for_signal(stop.clone()));
    tracing::info!(address = %config.address, url = config.public_url.origin, "the bank is open");
    let limits = Limits {
        connections: config.connections,
        per_address: (!config.is_behind_proxy()).then_some(config.connections_per_address),
        header_timeout: Duration::from_secs(config.header_timeout_s),
        write_timeout: Duration::from_secs(config.write_timeout_s),
        finish: Duration::from_secs(config.shutdown_s),
    };
    accept::serve(listener, router, limits, stop.stop.subscribe())
        .await
        .map_err(|error| format!("Connections cannot be taken: {error}."))?;
    if timeout(limits.finish, state.under_way.over()).await.is_err() {
        tracing::warn!("something that was begun did not end in time");
    }
    end(jobs, background).await;
    state.bank.ledger.close().await;
    if let Some(play) = state.practice.opened() {
        play.ledger.close().await;
    }
    tracing::info!("the bank is closed; everything that was acknowledged is kept");
    if *stop.alarm.borrow() { Err("The ledger is not as it must be.".to_owned()) } else { Ok(ExitCode::SUCCESS) }
}

/// How many files are open beside the connections: the database, the site, the log, with plenty to spare.
const OTHER_FILES: u32 = 512;

/// Asks the system for as many files as there may be connections.
fn make_room(connections: u32) {
    let wanted = u64::from(connections) + u64::from(OTHER_FILES);
    let files = system::allow_files(wanted);
    if files < wanted {
        tracing::warn!(
            files,
            wanted,
            "there may be more connections than the system gives files: set LimitNOFILE, or fewer `connections`"
        );
    }
}

/// No real bank opens on the database of the demonstration.
async fn refuse_demo_people(credentials: &dyn Credentials) -> Result<(), String> {
    if is_demonstration(credentials).await? {
        return Err("This database holds the demonstration people, whose passwords everybody can read. Set \
                    `database` to one of its own, or production = false."
            .to_owned());
    }
    Ok(())
}

/// Nobody tries out layouts on the database of a real bank, whatever its settings call it.
async fn refuse_to_design(folder: &Path, credentials: &dyn Credentials) -> Result<(), String> {
    if !folder.is_dir() {
        return Err(format!("There is no folder {}: set `design_folder` to one with layouts.", folder.display()));
    }
    if is_demonstration(credentials).await? {
        return Ok(());
    }
    Err("This database is not the demonstration's, and `design_folder` is only for that. Leave it out, or fill a database \
         with `banyan demo`."
        .to_owned())
}

async fn look_over(state: &State) -> Result<(), String> {
    match jobs::look_over(state.upkeep.as_ref()).await {
        Ok(report) if report.holds() => Ok(()),
        Ok(report) => {
            let found: Vec<String> = report.breaches.iter().map(ToString::to_string).collect();
            Err(format!("The ledger is not as it must be:\n  {}", found.join("\n  ")))
        }
        Err(error) => Err(format!("The ledger could not be looked over: {}.", chain(&error))),
    }
}

fn spawn_figures(config: &Config, figures: Figures, stop: &Stop) -> JoinSet<()> {
    let mut background = JoinSet::new();
    if let Some(address) = config.metrics_address {
        let stopped = stop.stop.subscribe();
        background.spawn(async move {
            // A bank without figures is better than no bank.
            if let Err(error) = figures.serve(address, stopped).await {
                tracing::error!(%address, %error, "the figures cannot be fetched; set `metrics_address`");
            }
        });
    }
    background
}

/// Waits for the jobs: each ends at its next step.
async fn end(mut jobs: JoinSet<()>, mut background: JoinSet<()>) {
    let all = async {
        while jobs.join_next().await.is_some() {}
        while background.join_next().await.is_some() {}
    };
    if timeout(Duration::from_secs(5), all).await.is_err() {
        tracing::warn!("a job did not end in time");
    }
}

async fn wait_for_signal(stop: Stop) {
    let mut terminate = match signal(SignalKind::terminate()) {
        Ok(terminate) => terminate,
        Err(error) => {
            tracing::error!(%error, "SIGTERM cannot be waited for");
            return;
        }
    };
    tokio::select! {
        _ = terminate.recv() => tracing::info!("told to stop (SIGTERM)"),
        _ = tokio::signal::ctrl_c() => tracing::info!("told to stop (Ctrl-C)"),
    }
    stop.stop.send_replace(true);
}
