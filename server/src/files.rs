//! The files of the built site: the hashed ones, kept by browsers for ever, and the few with fixed names.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use axum::{
    Router,
    extract::Request,
    http::{HeaderValue, header},
    middleware::{Next, from_fn},
    response::Response,
    routing::get_service,
};
use tower_http::services::{ServeDir, ServeFile};

use crate::site::BuiltSite;

/// Adds the files of `built` to `router`. Everything is found at start: an address that is no file costs no look
/// at the disk, and none leads out of the folder.
pub fn serve(router: Router, built: &BuiltSite) -> Router {
    let folder = built.root.join(&built.pkg);
    let packaged =
        ServeDir::new(folder).append_index_html_on_directories(false).precompressed_br().precompressed_gzip();
    let packaged = Router::new().fallback_service(packaged).layer(from_fn(keep_hashed));
    let mut router = router.nest_service(&format!("/{}", built.pkg), packaged);
    for file in fixed_names(&built.root, &built.pkg).unwrap_or_default() {
        let Some(address) = file.strip_prefix(&built.root).ok().and_then(Path::to_str) else { continue };
        let one = ServeFile::new(&file).precompressed_br().precompressed_gzip();
        router = router.route(&format!("/{address}"), get_service(one).layer(from_fn(keep_for_an_hour)));
    }
    router
}

/// The files under `root` that have fixed names, without the compressed twins.
fn fixed_names(root: &Path, pkg: &str) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let twin = path.extension().is_some_and(|end| end == "br" || end == "gz");
            if path.is_dir() && path != root.join(pkg) {
                folders.push(path);
            } else if path.is_file() && !twin {
                found.push(path);
            }
        }
    }
    Ok(found)
}

/// A name with a hash is a promise that its content never changes; one without is asked for anew each time.
async fn keep_hashed(request: Request, next: Next) -> Response {
    // `banyan.0a1b2c.css`, and with it the twins for other encodings, which have the same address.
    let hashed = request.uri().path().split('.').count() >= 3;
    let value = if hashed { "public, max-age=31536000, immutable" } else { "no-cache" };
    keep(next.run(request).await, value)
}

async fn keep_for_an_hour(request: Request, next: Next) -> Response {
    keep(next.run(request).await, "public, max-age=3600")
}

fn keep(mut response: Response, value: &'static str) -> Response {
    if response.status().is_success() || response.status().as_u16() == 304 {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(value));
    }
    response
}
