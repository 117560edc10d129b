//! How many bytes cross the line, as the server compresses them for a browser (brotli).

use bank::{
    Bank,
    payments::{self, Making},
};
use bench::figure::{Figure, say};
use bench::folder::Folder;
use bench::histories::{self, Histories};
use bench::http::{self, Connection, Response};
use bench::people::{self, People};
use bench::process::Server;
use bench::site;
use model::forms::{AmountForm, PayeeForm, PayeeKind};
use model::{AccountId, CustomerId, PaymentId};
use store::Store;

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// How the address of a script ends.
const SCRIPT: &str = ".js";
/// Enough for a page of fifty transactions.
const SOME: Histories = Histories { first: 0, count: 4, lines: 200 };

#[tokio::main]
async fn main() -> Outcome {
    let folder = Folder::new("bytes")?;
    let (database, ids) = (folder.join("bank.db"), people::ids());
    let url = format!("sqlite:{}", database.display());
    histories::fill(&url, &ids, &[SOME]).await?;
    let store = Store::open(&url, people::options(&ids)).await?;
    let (person, account) = SOME.accounts().next().ok_or("there are accounts")?;
    site::sign_in(store.ports().sessions.as_ref(), person).await?;
    let bank = people::bank(&store, &ids);
    let draft = complete_draft(&bank, person, account).await?;
    let order = People::order(PaymentId::new(ids.next()), 0, 1, 1_000);
    let payer = People::payer(0);
    let paid = payments::pay(&bank, &payer, &order, Making::by(payer.id)).await?.id;

    let server = site::serve(&database)?;
    let visitor = Visitor { server: &server, cookie: site::cookie(person) };
    let stranger = Visitor { server: &server, cookie: String::new() };
    let (html, css) = visitor.document(&format!("/accounts/{account}"))?;
    say(&format!("the account page: HTML {html} bytes, CSS {css} bytes"));
    let examples = examples(account, draft, paid);
    let (mut most_scripts, mut most_document) = (0, 0);
    for route in site::pages()? {
        let path = address(&route, &examples)?;
        let Some(reader) = [&visitor, &stranger].into_iter().find(|reader| reader.sees(&path)) else {
            say(&format!("{route}: is for neither a customer nor a stranger as it is; not weighed"));
            continue;
        };
        let (html, css) = reader.document(&path)?;
        let scripts = reader.scripts(&path)?;
        say(&format!("{route}: HTML {html}, CSS {css}, script and WASM {scripts} bytes"));
        most_scripts = most_scripts.max(scripts);
        most_document = most_document.max(html + css);
    }
    let figure = |name, bytes: usize, goal| -> Outcome {
        Figure::at_most(name, f64::from(u32::try_from(bytes)?), "bytes", goal).print();
        Ok(())
    };
    figure("bytes.account.html_css", html + css, 30_720.0)?;
    figure("bytes.account.html", html, 14_336.0)?;
    figure("bytes.max.html_css", most_document, 30_720.0)?;
    figure("bytes.max.script_wasm", most_scripts, 153_600.0)
}

/// Something in the place of each parameter of an address: what is there, or what could be.
fn examples(account: AccountId, draft: PaymentId, paid: PaymentId) -> Vec<(&'static str, String)> {
    vec![
        ("/accounts/{id}", account.to_string()),
        ("/accounts/{id}/interest/{year}", "2026".to_owned()),
        ("/accounts/{id}/statements/{period}", "all".to_owned()),
        ("/accounts/{id}/transactions/{version}", "7".to_owned()),
        ("/business/{made}", draft.to_string()),
        ("/cards/{id}", draft.to_string()),
        ("/cards/{id}/blocks/{what}", "gambling".to_owned()),
        ("/cards/{id}/limits/{way}", "online".to_owned()),
        ("/looking/{id}", draft.to_string()),
        ("/looking/{id}/{account}", account.to_string()),
        ("/pay/{draft}", draft.to_string()),
        ("/pay/asked/{key}", "0".repeat(32)),
        ("/pay/people/{payment}", paid.to_string()),
        ("/pay/requests/{id}", draft.to_string()),
        ("/pay/scheduled/{id}", draft.to_string()),
        ("/payments/{id}", paid.to_string()),
        ("/help/articles/{slug}", "pressed-to-pay".to_owned()),
        ("/help/person/{id}", draft.to_string()),
        ("/help/tickets/{id}", draft.to_string()),
        ("/practice/lessons/{lesson}", "scams".to_owned()),
        ("/recover/{link}", "0123456789abcdefghjkmnpqrstvwxyz".to_owned()),
        ("/you/limits/{id}", account.to_string()),
        ("/you/limits/{id}/{limit}", "day".to_owned()),
        ("/you/people/{id}", draft.to_string()),
        ("/you/security/confirm/{purpose}", "add-passkey".to_owned()),
        ("/you/security/passkeys/{id}", draft.to_string()),
        ("/staff/calls/{id}", draft.to_string()),
        ("/staff/customers/{id}", draft.to_string()),
        ("/staff/design/versions/{id}", draft.to_string()),
        ("/staff/design/versions/{id}/edit", draft.to_string()),
        ("/staff/desk/{id}", draft.to_string()),
        ("/staff/replies/{id}", draft.to_string()),
        ("/staff/tickets/{id}", draft.to_string()),
        ("/staff/enrol/{token}", "0".repeat(32)),
        ("/design/{part}", "headings".to_owned()),
        ("/design/{part}/{example}", "back".to_owned()),
    ]
}

/// An address of `route`, with something that is there in the place of each of its parameters.
fn address(route: &str, examples: &[(&str, String)]) -> Outcome<String> {
    let (mut pattern, mut path) = (String::new(), String::new());
    for part in route.split('/').filter(|part| !part.is_empty()) {
        pattern = format!("{pattern}/{part}");
        let example = examples.iter().find(|(known, _)| *known == pattern).map(|(_, example)| example.as_str());
        match example {
            None if part.starts_with('{') => return Err(format!("{pattern} needs an example here").into()),
            _ => path = format!("{path}/{}", example.unwrap_or(part)),
        }
    }
    Ok(if path.is_empty() { "/".to_owned() } else { path })
}

/// A payment that only has to be looked over and approved.
async fn complete_draft(bank: &Bank, person: CustomerId, account: AccountId) -> Outcome<PaymentId> {
    let draft = payments::start(bank, person, Some(account), Some(PayeeKind::Other)).await?;
    let amount = AmountForm { from: account.to_string(), amount: "10".to_owned() };
    payments::set_amount(bank, person, draft, amount).await?;
    let to = People::order(draft, 0, 1, 1_000);
    let payee = PayeeForm {
        kind: PayeeKind::Other.code().to_owned(),
        name: to.payee,
        number: to.payee_number.to_string(),
        ..PayeeForm::default()
    };
    payments::set_payee(bank, person, draft, payee).await?;
    Ok(draft)
}

/// Somebody with a browser.
struct Visitor<'a> {
    server: &'a Server,
    cookie: String,
}

impl Visitor<'_> {
    /// What is at `path`, not compressed.
    fn fetch(&self, path: &str) -> Outcome<Response> {
        self.ask(path, "")
    }

    /// How many bytes of body come for `path` to a browser that takes brotli.
    fn compressed(&self, path: &str) -> Outcome<usize> {
        let response = self.ask(path, "br")?;
        let encoded = response.header("content-encoding") == Some("br");
        if encoded { Ok(response.body.len()) } else { Err(format!("{path} does not come as brotli").into()) }
    }

    fn ask(&self, path: &str, encodings: &str) -> Outcome<Response> {
        let mut response = Response::default();
        Connection::open(self.server.address)?.send(&http::get(path, &self.cookie, encodings), &mut response)?;
        if response.status == 200 {
            Ok(response)
        } else {
            Err(format!("{path} was answered {}", response.status).into())
        }
    }

    /// Whether there is a page at `path` for this visitor, rather than the way to another.
    fn sees(&self, path: &str) -> bool {
        self.fetch(path).is_ok()
    }

    /// How many bytes of HTML and of style sheets the page at `path` has, compressed.
    fn document(&self, path: &str) -> Outcome<(usize, usize)> {
        let page = self.fetch(path)?;
        let sheets = addresses(&page.text(), ".css");
        let css = sheets.iter().map(|sheet| self.compressed(sheet)).sum::<Outcome<usize>>()?;
        Ok((self.compressed(path)?, css))
    }

    /// Every script and WASM of the page at `path`, those that scripts bring along included, compressed.
    fn scripts(&self, path: &str) -> Outcome<usize> {
        let page = self.fetch(path)?.text();
        let mut wanted = addresses(&page, SCRIPT);
        wanted.append(&mut addresses(&page, ".wasm"));
        let (mut done, mut bytes) = (Vec::new(), 0);
        while let Some(address) = wanted.pop() {
            if done.contains(&address) {
                continue;
            }
            bytes += self.compressed(&address)?;
            if address.ends_with(SCRIPT) {
                let folder = address.rsplit_once('/').map_or("", |(folder, _)| folder);
                let script = self.fetch(&address)?.text();
                wanted.extend(brought_along(&script).map(|path| format!("{folder}/{path}")));
            }
            done.push(address);
        }
        Ok(bytes)
    }
}

/// The addresses in quotes that begin at the root and end so.
fn addresses(page: &str, end: &str) -> Vec<String> {
    let mut found: Vec<String> = page
        .split(['"', '\'', '`'])
        .filter(|text| text.starts_with('/') && text.ends_with(end) && !text.contains(char::is_whitespace))
        .map(ToOwned::to_owned)
        .collect();
    found.sort();
    found.dedup();
    found
}

/// The scripts that `script` imports from its own folder, as `./snippets/…/inline0.js`. Other names that begin with a
/// dot are those of modules inside the WASM.
fn brought_along(script: &str) -> impl Iterator<Item = &str> {
    let paths = script.split(['"', '\'', '`']).filter_map(|text| text.strip_prefix("./"));
    paths.filter(|path| path.starts_with("snippets/") && path.ends_with(SCRIPT))
}
