//! Figures for Prometheus, and the small server that hands them out.

use std::{
    io,
    net::SocketAddr,
    sync::atomic::{AtomicI64, Ordering},
    time::{Duration, Instant},
};

use axum::{
    Router,
    extract::{MatchedPath, Request},
    middleware::Next,
    response::Response,
    routing::get,
};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use tokio::{net::TcpListener, sync::watch};

use crate::stopped;

/// How often what is not asked for is tidied away.
const UPKEEP: Duration = Duration::from_secs(5);

/// Everything that is counted.
#[derive(Clone)]
pub struct Figures(PrometheusHandle);

impl Figures {
    /// Starts counting. There can be one of these in a program.
    ///
    /// # Errors
    /// Where something else is counting already.
    pub fn start() -> io::Result<Self> {
        let builder = PrometheusBuilder::new()
            .set_buckets_for_metric(
                Matcher::Suffix("_seconds".to_owned()),
                &[0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0],
            )
            .map_err(io::Error::other)?;
        let handle = builder.install_recorder().map_err(io::Error::other)?;
        metrics::describe_counter!("banyan_http_requests_total", "Requests answered, by route and status.");
        metrics::describe_histogram!("banyan_http_request_seconds", "Time from a request's head to its answer's head.");
        metrics::describe_gauge!("banyan_open_connections", "Connections that are open.");
        metrics::describe_counter!("banyan_turned_away_total", "Connections that were one too many of their address.");
        metrics::describe_counter!(
            "banyan_ledger_commands_total",
            "Commands the ledger answered, by kind and outcome."
        );
        metrics::describe_histogram!("banyan_ledger_command_seconds", "Time until a command was durable or refused.");
        metrics::describe_gauge!("banyan_ledger_waiting", "Commands that wait for the ledger.");
        Ok(Self(handle))
    }

    /// Hands the figures out on `address` until `stop` turns true.
    ///
    /// # Errors
    /// Where nobody can listen there.
    pub async fn serve(self, address: SocketAddr, mut stop: watch::Receiver<bool>) -> io::Result<()> {
        let listener = TcpListener::bind(address).await?;
        let handle = self.0.clone();
        let router = Router::new().route("/metrics", get(move || std::future::ready(handle.render())));
        let tidied = async {
            loop {
                tokio::time::sleep(UPKEEP).await;
                self.0.run_upkeep();
            }
        };
        tokio::select! {
            served = axum::serve(listener, router) => served,
            () = tidied => Ok(()),
            () = stopped(&mut stop) => Ok(()),
        }
    }
}

/// Counts and times every request. Routes are told by their pattern, so that no id becomes a label.
pub async fn requests(request: Request, next: Next) -> Response {
    let started = Instant::now();
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let route = route.unwrap_or_else(|| "none".to_owned());
    let response = next.run(request).await;
    let status = response.status().as_u16().to_string();
    metrics::histogram!("banyan_http_request_seconds", "route" => route.clone()).record(started.elapsed());
    metrics::counter!("banyan_http_requests_total", "route" => route, "status" => status).increment(1);
    response
}

/// Notes that a connection was one too many of its address.
pub fn count_turned_away() {
    metrics::counter!("banyan_turned_away_total").increment(1);
}

/// Notes that `change` more connections are open than before.
pub fn count_connections(change: i64) {
    static OPEN: AtomicI64 = AtomicI64::new(0);
    let open = OPEN.fetch_add(change, Ordering::Relaxed) + change;
    let open = u32::try_from(open).unwrap_or(0);
    metrics::gauge!("banyan_open_connections").set(f64::from(open));
}
