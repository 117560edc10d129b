//! What stands between the network and the pages.

pub mod body;
pub mod headers;
pub mod network;
pub mod origin;
pub mod rate;

use axum::{
    extract::MatchedPath,
    http::{Extensions, Uri},
};

/// What was asked for, as the log may hold it: of a page its pattern, because an address may have a secret in it (that of
/// a link in a mail), of an action its name.
fn place(extensions: &Extensions, uri: &Uri) -> String {
    let matched = extensions.get::<MatchedPath>().map_or("none", MatchedPath::as_str);
    match matched.split_once("{*") {
        Some((actions, _)) if actions.ends_with("/do/") => uri.path().to_owned(),
        _ => matched.to_owned(),
    }
}
