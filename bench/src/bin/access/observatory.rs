//! What the MDN HTTP Observatory thinks of the bank behind a proxy that speaks TLS.

use std::{
    fs, io,
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use bench::{
    figure::{Figure, say},
    process::{Server, free_address},
};

use crate::{Outcome, house::House};

/// The scanner of bench/observatory.
fn scanner() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("observatory/scan.js")
}

/// Asks the scanner and prints the figure.
pub fn measure(house: &House) -> Outcome {
    let proxy = free_address()?;
    let url = format!("https://localhost:{}", proxy.port());
    let server = house.serve(&[("BANYAN_PUBLIC_URL", &url), ("BANYAN_BEHIND_PROXY", "true")])?;
    let folder = house.folder().join("tls");
    fs::create_dir_all(&folder)?;
    certificate(&folder)?;
    fs::write(folder.join("nginx.conf"), settings(&folder, proxy, server.address))?;
    let mut nginx = Command::new("nginx");
    nginx.arg("-p").arg(&folder).arg("-c").arg(folder.join("nginx.conf")).stdout(Stdio::null()).stderr(Stdio::null());
    let _proxy = Server::start(nginx, proxy).map_err(|error| missing("nginx", &error))?;
    let mut scan = Command::new("node");
    scan.arg(scanner()).arg(format!("localhost:{}", proxy.port()));
    let printed = scan.env("NODE_EXTRA_CA_CERTS", folder.join("cert.pem")).output()?;
    let verdict: serde_json::Value = serde_json::from_slice(&printed.stdout)
        .map_err(|_| format!("the scanner said: {}", String::from_utf8_lossy(&printed.stderr)))?;
    say(&format!("the observatory gives {}; what it would have otherwise: {}", verdict["grade"], verdict["failed"]));
    Figure::at_least("access.observatory_grade", verdict["score"].as_f64().unwrap_or(0.0), "points", 100.0).print();
    Ok(())
}

fn missing(program: &str, error: &io::Error) -> String {
    format!("{program} does not start ({error}): `cargo xtask setup` installs it")
}

/// A certificate for this machine that nobody else believes.
fn certificate(folder: &Path) -> Outcome {
    let mut openssl = Command::new("openssl");
    openssl.args(["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]);
    openssl.args(["-addext", "subjectAltName=DNS:localhost", "-keyout"]).arg(folder.join("key.pem"));
    openssl.arg("-out").arg(folder.join("cert.pem")).stdout(Stdio::null()).stderr(Stdio::null());
    let made = openssl.status().map_err(|error| missing("openssl", &error))?;
    if made.success() { Ok(()) } else { Err("openssl made no certificate".into()) }
}

/// The settings of docs/DEPLOY.md, on ports of this machine. Whoever asks without TLS is sent to it.
fn settings(folder: &Path, proxy: SocketAddr, server: SocketAddr) -> String {
    let places: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("  {kind}_temp_path {}/{kind};\n", folder.display()))
        .concat();
    let (folder, port) = (folder.display(), proxy.port());
    format!(
        "daemon off;\nmaster_process off;\npid {folder}/pid;\nerror_log {folder}/log;\nevents {{}}\nhttp {{\n\
         {places}  access_log off;\n  server_tokens off;\n  server {{\n    listen {proxy} ssl;\n    \
         server_name localhost;\n    ssl_certificate {folder}/cert.pem;\n    ssl_certificate_key {folder}/key.pem;\n    \
         ssl_protocols TLSv1.2 TLSv1.3;\n    error_page 497 =301 https://localhost:{port}$request_uri;\n    \
         location / {{\n      proxy_pass http://{server};\n      proxy_http_version 1.1;\n      \
         proxy_set_header Host $host;\n      proxy_set_header X-Forwarded-For $remote_addr;\n    }}\n  }}\n}}\n"
    )
}
