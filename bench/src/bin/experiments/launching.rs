//! Bad variants on their way to customers, through everything that stands between: the decoder of layouts, the real
//! checker with its browser, and the rules of who may do what after what.
//!
//! No layout can make a page that is bad in most of these ways, so the pages that the checker is shown are written here.

use std::{
    io::{Read, Write},
    net::TcpStream,
    process::{Command, Stdio},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use axum::{Router, extract::State, response::Html, routing::get};
use bank::{
    Bank, Clock,
    layouts::{self, Finding, Report, Stage},
    staff::{Role, StaffMember, StaffStatus},
};
use bench::{
    figure::{Figure, say},
    folder::Folder,
    people::{self, SystemClock},
    process::{Server, free_address},
};
use model::{
    ArrangementId, StaffId,
    forms::{ArrangeForm, LaunchForm, TakeForm},
};
use serde::Deserialize;
use store::Store;
use tokio::net::TcpListener;

use crate::Outcome;

const GOOD: &str = include_str!("../../../../layouts/home/coming-first.json");
const KEY: &str = "a key for a measurement, and no secret";
/// How long the browser may take for all views of a page.
const PATIENCE: Duration = Duration::from_mins(3);

/// Layouts that say what cannot be said, each as a change of one that is good.
const LAYOUTS: [(&str, &str, &str); 8] = [
    ("the next days are left out", r#"{ "kind": "coming" }, "#, ""),
    ("a part is there twice", r#"{ "kind": "coming" }"#, r#"{ "kind": "latest" }"#),
    ("a payment that was begun is folded away", r#""open": [{ "kind": "unfinished" }, "#, r#""open": ["#),
    ("a part that there is not", r#""kind": "latest""#, r#""kind": "advertisement""#),
    ("a class of its own", r#""kind": "latest""#, r#""kind": "latest", "class": "hidden""#),
    ("a style of its own", r#""kind": "latest""#, r#""kind": "latest", "style": "display:none""#),
    ("too many lines", r#""lines": 5"#, r#""lines": 500"#),
    ("no large text", r#""large""#, r#""small""#),
];

/// A page that is right, in three parts: the style, what stands before the amount, and what stands after it.
const STYLE: &str = "body{font:1rem sans-serif;color:#111;background:#fff}button{min-height:44px;min-width:44px}";
const BODY: &str = "<main><h1>Home</h1><p class=\"amount\">£1,234.50</p><button>Pay someone</button></main>";

/// Pages that are bad, each as a style that is added, and a change of the body.
const PAGES: [(&str, &str, [&str; 2]); 9] = [
    ("the balance is left out", "", ["£1,234.50", "Soon"]),
    ("the balance is hidden", ".amount{visibility:hidden}", ["", ""]),
    ("the balance cannot be seen through", ".amount{opacity:0}", ["", ""]),
    ("the balance is below the fold", ".amount{margin-top:2000px}", ["", ""]),
    ("contrast is too low", ".amount{color:#ccc}", ["", ""]),
    ("it is wider than a telephone", "main{min-width:900px}", ["", ""]),
    ("a button is too small", "button{min-height:0;min-width:0;height:12px;padding:0;font-size:8px}", ["", ""]),
    ("the main action is gone", "", ["<button>Pay someone</button>", ""]),
    ("there is no heading", "", ["<h1>Home</h1>", "<p>Home</p>"]),
];

fn page(style: &str, [from, to]: [&str; 2]) -> String {
    let body = if from.is_empty() { BODY.to_owned() } else { BODY.replace(from, to) };
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width\"><title>Home</title><style>{STYLE}{style}</style></head>\
         <body><header><p>Banyan</p></header>{body}</body></html>"
    )
}

/// The page that the checker is shown at the moment, and the hash of what it is said to be.
type OnShow = Arc<Mutex<(String, String)>>;

/// Prints how many bad ones customers would be shown.
pub async fn measure() -> Outcome {
    let house = House::open().await?;
    let mut launched = 0_u32;
    for (name, from, to) in LAYOUTS {
        if !GOOD.contains(from) {
            return Err(format!("{name}: the layout has no {from}").into());
        }
        if house.brought_to_customers(&GOOD.replacen(from, to, 1), page("", ["", ""])).await? {
            say(&format!("{name}: it was launched"));
            launched += 1;
        }
    }
    for (name, style, change) in PAGES {
        if house.brought_to_customers(GOOD, page(style, change)).await? {
            say(&format!("{name}: it was launched"));
            launched += 1;
        }
    }
    // Otherwise the way would only be closed to all.
    if !house.brought_to_customers(GOOD, page("", ["", ""])).await? {
        return Err("a variant that is good was not launched".into());
    }
    let tried = LAYOUTS.len() + PAGES.len();
    say(&format!("{tried} bad variants were brought as far as they come, and one that is good"));
    Figure::at_most("experiments.bad_variants_launched", f64::from(launched), "variants", 0.0).print();
    Ok(())
}

/// A bank with two people who arrange its pages, a checker, and what the checker is shown.
struct House {
    bank: Bank,
    author: StaffId,
    other: StaffId,
    checker: Server,
    on_show: OnShow,
    /// Where it is shown.
    link: String,
    _folder: Folder,
}

impl House {
    async fn open() -> Outcome<Self> {
        let folder = Folder::new("launching")?;
        let (url, ids) = (format!("sqlite:{}", folder.join("bank.db").display()), people::ids());
        Store::migrate(&url).await?;
        let bank = people::bank(&Store::open(&url, people::options(&ids)).await?, &ids);
        let [author, other] = [1, 2].map(StaffId::new);
        for id in [author, other] {
            let name = format!("designer-{id}");
            let (role, status, created_at) = (Role::Designer, StaffStatus::Active, SystemClock.now());
            let member = StaffMember { id, username: name.clone(), name, role, status, created_at };
            bank.staff.add(&member).await?;
        }
        let on_show = OnShow::default();
        let shown = Router::new().route("/", get(show)).with_state(Arc::clone(&on_show));
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let link = format!("http://{}/", listener.local_addr()?);
        tokio::spawn(async { axum::serve(listener, shown).await });
        let address = free_address()?;
        let mut command = Command::new("node");
        command.arg("checker/main.mjs").env("BANYAN_CHECKER", address.to_string()).env("BANYAN_CHECKER_KEY", KEY);
        command.stdin(Stdio::null()).stdout(Stdio::null());
        let checker = Server::start(command, address)?;
        Ok(Self { bank, author, other, checker, on_show, link, _folder: folder })
    }

    /// Whether customers are shown a variant that says `body` and looks like `page`.
    async fn brought_to_customers(&self, body: &str, page: String) -> Outcome<bool> {
        let (bank, nth) = (&self.bank, self.bank.ids.next());
        let form = ArrangeForm { name: format!("v-{nth}"), body: body.to_owned(), seen: String::new() };
        let Ok(id) = layouts::begin(bank, self.author, "home", &[], &form).await else { return Ok(false) };
        layouts::submit(bank, self.author, id, &seen(self.version(id).await?)).await?;
        let sha256 = layouts::one(bank, id).await?.head.sha256;
        *self.on_show.lock().unwrap_or_else(PoisonError::into_inner) = (page, sha256);
        let report = self.checked()?;
        layouts::checked(bank, id, self.version(id).await?, report).await?;
        // Whatever the check says, both people do what they can.
        let version = self.version(id).await?;
        drop(layouts::approve(bank, self.other, id, &seen(version)).await);
        let form = LaunchForm {
            share: "50".to_owned(),
            audience: "everybody".to_owned(),
            days: "14".to_owned(),
            goal: "finished".to_owned(),
            seen: self.version(id).await?.to_string(),
            ..LaunchForm::default()
        };
        drop(layouts::launch(bank, self.other, id, &form).await);
        Ok(layouts::one(bank, id).await?.head.stage == Stage::Live)
    }

    async fn version(&self, id: ArrangementId) -> Outcome<i64> {
        Ok(layouts::one(&self.bank, id).await?.head.version)
    }

    /// What the checker says of what is on show.
    fn checked(&self) -> Outcome<Report> {
        let body = serde_json::json!({ "address": self.link, "page": "home" }).to_string();
        let mut stream = TcpStream::connect(self.checker.address)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        write!(
            stream,
            "POST /check HTTP/1.0\r\nhost: localhost\r\nauthorization: Bearer {KEY}\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        )?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        let body = answer.split_once("\r\n\r\n").map(|(_, body)| body).ok_or("the checker sent no answer")?;
        let Seen { views, sha256, findings } = serde_json::from_str(body)?;
        Ok(Report { sha256, views, findings })
    }
}

/// What the checker answers.
#[derive(Deserialize)]
struct Seen {
    views: u32,
    sha256: String,
    findings: Vec<Finding>,
}

fn seen(version: i64) -> TakeForm {
    TakeForm { seen: version.to_string() }
}

async fn show(State(on_show): State<OnShow>) -> ([(&'static str, String); 1], Html<String>) {
    let (page, sha256) = on_show.lock().unwrap_or_else(PoisonError::into_inner).clone();
    ([("x-layout-sha256", sha256)], Html(page))
}
