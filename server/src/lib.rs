//! One program: the axum server that puts the parts together, and the commands around it.

pub mod accept;
mod chat;
pub mod cli;
mod commands;
pub mod config;
mod files;
pub mod fonts;
mod health;
mod jobs;
mod learnt;
pub mod other_banks;
mod papers;
pub mod post;
pub mod practice;
pub mod rates;
pub mod router;
mod security;
pub mod sessions;
mod shelf;
pub mod site;
pub mod state;
pub mod system;
pub mod telemetry;
mod trouble;
pub mod under_way;
mod visit;
pub mod workshop;

pub use jobs::{follow, guard};
pub use security::rate::is_door;
pub use shelf::Shelf;

/// Returns once the program is to stop.
async fn stopped(told: &mut tokio::sync::watch::Receiver<bool>) {
    // An error says that nobody is left to tell: that is the end as well.
    let _ = told.wait_for(|stop| *stop).await;
}
