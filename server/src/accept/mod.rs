//! Taking connections: with a limit on how many, in all and of one address, on how long the head of a request may take
//! and how long an answer may wait to be taken, and with an end that lets everybody finish. `axum::serve` has none of
//! these.

mod crowd;
mod patient;

use std::{convert::Infallible, io, net::SocketAddr, sync::Arc, time::Duration};

use axum::{Router, body::Body, extract::Request};
use hyper::{body::Incoming, server::conn::http1};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore, watch},
    time::{sleep, timeout},
};
use tower::ServiceExt;

use crate::{
    stopped,
    telemetry::{count_connections, count_turned_away},
};
use crowd::{Crowd, Place};
use patient::Patient;

/// How long to wait after the system had no more sockets to give.
const NO_SOCKETS: Duration = Duration::from_millis(50);

/// The address at the other end of a connection.
#[derive(Debug, Clone, Copy)]
pub struct Peer(pub SocketAddr);

/// The limits of taking connections.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// How many connections may be open at once.
    pub connections: u32,
    /// How many of them may be of one address; `None` where all come through one proxy, and are its.
    pub per_address: Option<u32>,
    /// How long the head of a request may take to arrive.
    pub header_timeout: Duration,
    /// How long a visitor may take nothing of what waits for them.
    pub write_timeout: Duration,
    /// How long requests that are under way at the end may take.
    pub finish: Duration,
}

/// Serves `router` on `listener` until `stop` turns true, then lets what is under way finish.
///
/// # Errors
/// Where the system cannot accept connections at all.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    mut stop: watch::Receiver<bool>,
) -> io::Result<()> {
    let doors = Doors {
        places: Arc::new(Semaphore::new(usize::try_from(limits.connections).unwrap_or(usize::MAX >> 4))),
        crowd: limits.per_address.map(Crowd::new),
    };
    let graceful = GracefulShutdown::new();
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.header_timeout);
    loop {
        let accepted = tokio::select! {
            accepted = doors.next(&listener) => accepted,
            () = stopped(&mut stop) => break,
        };
        let Some((stream, peer, entry)) = accepted else { continue };
        let stream = TokioIo::new(Patient::new(stream, limits.write_timeout));
        let connection = http.serve_connection(stream, service(router.clone(), peer));
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            count_connections(1);
            // A visitor who goes away or sends nonsense is no fault of ours.
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ended early");
            }
            count_connections(-1);
            drop(entry);
        });
    }
    drop(listener);
    tracing::info!(connections = graceful.count(), "no new connections; finishing what is under way");
    if timeout(limits.finish, graceful.shutdown()).await.is_err() {
        tracing::warn!("some requests did not finish in time");
    }
    Ok(())
}

/// What a connection has passed.
struct Doors {
    places: Arc<Semaphore>,
    crowd: Option<Crowd>,
}

/// Held for as long as a connection is open.
type Entry = (OwnedSemaphorePermit, Option<Place>);

impl Doors {
    /// The next connection, once there is a place for it. One too many of an address is closed at once.
    async fn next(&self, listener: &TcpListener) -> Option<(TcpStream, SocketAddr, Entry)> {
        let place = Arc::clone(&self.places).acquire_owned().await.ok()?;
        let (stream, peer) = match listener.accept().await {
            Ok(accepted) => accepted,
            Err(error) => {
                tracing::warn!(%error, "a connection could not be accepted");
                sleep(NO_SOCKETS).await;
                return None;
            }
        };
        let own = self.crowd.as_ref().map(|crowd| crowd.admit(peer.ip()));
        if matches!(own, Some(None)) {
            count_turned_away();
            return None;
        }
        // Answers are small and whole: waiting to fill a packet only makes them late.
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "a connection was gone before it began");
        }
        Some((stream, peer, (place, own.flatten())))
    }
}

fn service(
    router: Router,
    peer: SocketAddr,
) -> impl hyper::service::Service<Request<Incoming>, Response = axum::response::Response, Error = Infallible, Future: Send>
{
    hyper::service::service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(Peer(peer));
        router.clone().oneshot(request.map(Body::new))
    })
}
