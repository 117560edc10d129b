//! What wapiti finds, a scanner that goes through every page as somebody who is signed in, and tries in every field and
//! every address what has worked elsewhere.

use std::{
    collections::BTreeMap,
    fs,
    path::Path,
    process::{Command, Stdio},
};

use bench::{
    figure::{Figure, say},
    folder::Folder,
    people, site,
};
use model::CustomerId;
use serde::Deserialize;
use store::Store;

use crate::Outcome;

/// What it tries. Not its question for secrets in forms: where a form comes from is asked of the browser here. Nor what
/// needs a server of its own on the way; nor what cookies say, which is Secure behind TLS only, where the observatory looks.
const TRIED: &str = "crlf,csp,exec,file,htaccess,permanentxss,redirect,shellshock,sql,timesql,upload,xss";
/// What would end the session that it comes in with.
const LEFT_OUT: &[&str] = &["/do/sign-out", "/do/freeze", "/do/sessions/end", "/do/sessions/end-others"];
/// Fewer pages than this, and it did not find its way in.
const PAGES: f64 = 100.0;
/// Who of the demonstration is signed in: somebody with accounts of several kinds, people they pay, and a history.
const WHO: &str = "amelia";
/// How long it goes through the pages, and how long it tries each thing, in seconds.
const CRAWL_S: &str = "120";
const EACH_S: &str = "60";

/// What it writes down.
#[derive(Deserialize)]
struct Report {
    vulnerabilities: BTreeMap<String, Vec<Finding>>,
    infos: Infos,
}

#[derive(Deserialize)]
struct Finding {
    method: String,
    path: String,
    info: String,
}

#[derive(Deserialize)]
struct Infos {
    crawled_pages_nbr: u32,
}

/// Lets it loose, and prints the figures.
pub async fn measure(folder: &Folder) -> Outcome {
    let database = folder.join("demonstration.db");
    let customer = fill(&database).await?;
    let server = site::serve(&database)?;
    let found = scan(folder, &site::origin(&server), &site::cookie(customer))?;
    let all = || found.vulnerabilities.iter().flat_map(|(kind, all)| all.iter().map(move |one| (kind, one)));
    for (kind, Finding { method, path, info }) in all() {
        say(&format!("{kind}: {method} {path}: {info}"));
    }
    Figure::at_most("access.wapiti_findings", f64::from(u32::try_from(all().count())?), "findings", 0.0).print();
    Figure::at_least("access.wapiti_pages", f64::from(found.infos.crawled_pages_nbr), "pages", PAGES).print();
    Ok(())
}

/// A bank of the demonstration, with a session in it.
async fn fill(database: &Path) -> Outcome<CustomerId> {
    let url = format!("sqlite:{}", database.display());
    for command in ["migrate", "demo"] {
        let mut banyan = Command::new(site::dist().join("banyan"));
        banyan.arg(command).env("BANYAN_DATABASE", &url).stdin(Stdio::null()).stdout(Stdio::null());
        if !banyan.status()?.success() {
            return Err(format!("`banyan {command}` failed").into());
        }
    }
    let ports = Store::open(&url, people::options(&people::ids())).await?.ports();
    let known = ports.credentials.by_username(WHO).await?.ok_or("the demonstration has other people")?;
    site::sign_in(ports.sessions.as_ref(), known.customer).await?;
    ports.ledger.close().await;
    Ok(known.customer)
}

fn scan(folder: &Folder, origin: &str, cookie: &str) -> Outcome<Report> {
    let report = folder.join("wapiti.json");
    let mut wapiti = Command::new("wapiti");
    wapiti.args(["--url", &format!("{origin}/"), "--scope", "domain", "--module", TRIED, "--no-bugreport"]);
    // It does not send the origin by itself, and without it every form would be refused unread.
    wapiti.args(["--header", &format!("Cookie: {cookie}"), "--header", &format!("Origin: {origin}")]);
    wapiti.args(["--max-scan-time", CRAWL_S, "--max-attack-time", EACH_S, "--max-links-per-page", "60"]);
    wapiti.args(LEFT_OUT.iter().flat_map(|address| ["--exclude".to_owned(), format!("{origin}{address}")]));
    wapiti.arg("--store-session").arg(folder.join("wapiti")).args(["--format", "json", "--output"]).arg(&report);
    let started = wapiti.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let ended = started.map_err(|error| format!("wapiti does not start ({error}): `make bench-access` installs it"))?;
    if !ended.success() {
        return Err(format!("wapiti failed ({ended})").into());
    }
    Ok(serde_json::from_slice(&fs::read(report)?)?)
}
