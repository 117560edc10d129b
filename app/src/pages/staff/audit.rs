//! The audit chain: what everybody did, the latest first.

use bank::{
    Error,
    audit::{AuditLine, Chain, Deed},
    staff::{Duty, StaffMember},
};
use leptos::prelude::*;
use model::CustomerId;
use serde::Deserialize;

use super::{AUDIT, StaffFrame};
use crate::{
    addresses::STAFF,
    components::{
        Button, Cell, Column, Empty, Link, LinkButton, Look, Notice, Options, PageHeading, Pagination, Select, Table,
        Tone,
    },
    context, pages,
    words::Words,
};

/// How many rows a page has.
const ROWS: usize = 50;

/// What the address of the page may say.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Query {
    /// The word of the deed that is looked for.
    deed: String,
    /// Behind which row the page begins.
    before: String,
    /// Whether the chain is followed.
    check: String,
}

/// The page with the chain.
#[component]
pub fn AuditPage() -> impl IntoView {
    pages::answer(audit())
}

async fn audit() -> Result<AnyView, Error> {
    context::staff_with(Duty::Audit)?;
    let (bank, words) = (context::bank(), context::words());
    let Query { deed, before, check } = context::query();
    let (deed, before) = (Deed::from_code(&deed), before.parse::<i64>().ok());
    // One more than is shown says whether there are older ones.
    let limit = u32::try_from(ROWS + 1).unwrap_or(u32::MAX);
    let mut lines = bank.audit.latest(deed, before, limit).await?;
    let older = (lines.len() > ROWS).then(|| older(&lines[ROWS - 1], deed));
    lines.truncate(ROWS);
    let staff = bank.staff.all().await?;
    let chain = if check == "1" { Some(bank.audit.verify().await?) } else { None };
    let latest = before.map(|_| view! { <Link href=address(deed) label=words.say("staff-audit-latest")/> });
    let title = words.say("staff-audit");
    Ok(view! {
        <StaffFrame title=title>
            <PageHeading title=title back=(STAFF.to_owned(), words.say("staff-back").to_owned())/>
            {chain.map(|chain| whole(words, chain))}
            {filter(words, deed)}
            {latest}
            {table(words, &lines, &staff)}
            <Pagination label=words.say("staff-audit") older=older/>
        </StaffFrame>
    }
    .into_any())
}

fn address(deed: Option<Deed>) -> String {
    deed.map_or_else(|| AUDIT.to_owned(), |deed| format!("{AUDIT}?deed={}", deed.code()))
}

fn older(last: &AuditLine, deed: Option<Deed>) -> String {
    let address = address(deed);
    let join = if address.contains('?') { '&' } else { '?' };
    format!("{address}{join}before={}", last.entry.id)
}

/// What following the chain has shown.
fn whole(words: Words, chain: Chain) -> impl IntoView {
    let rows = [("rows", words.count(chain.sealed).into())];
    match chain.broken_at {
        None => {
            let text = words.with("staff-audit-whole", &rows);
            view! { <Notice title=words.say("staff-audit-whole-title")><p>{text}</p></Notice> }.into_any()
        }
        Some(place) => {
            let place = words.count(place.unsigned_abs());
            let text = words.with("staff-audit-broken", &[("place", place.into())]);
            view! { <Notice title=words.say("staff-audit-broken-title") tone=Tone::Danger><p>{text}</p></Notice> }
                .into_any()
        }
    }
}

fn filter(words: Words, chosen: Option<Deed>) -> impl IntoView {
    let all = (String::new(), words.say("staff-audit-all").to_owned());
    let deeds = Deed::ALL.iter().map(|deed| (deed.code().to_owned(), words.deed(*deed).to_owned()));
    let options: Options = std::iter::once(all).chain(deeds).collect();
    view! {
        <form method="get" action=AUDIT class="stack" aria-label=words.say("staff-audit-filter")>
            <Select name="deed" label=words.say("staff-audit-deed") options=options
                chosen=chosen.map_or("", Deed::code)/>
            <div class="actions">
                <Button label=words.say("staff-audit-show") look=Look::Second/>
                <LinkButton href="/staff/audit?check=1" label=words.say("staff-audit-check") look=Look::Second/>
            </div>
        </form>
    }
}

fn table(words: Words, lines: &[AuditLine], staff: &[StaffMember]) -> AnyView {
    if lines.is_empty() {
        return view! { <Empty text=words.say("staff-audit-none")/> }.into_any();
    }
    let calendar = context::calendar();
    let row = |line: &AuditLine| {
        let entry = &line.entry;
        let what = Deed::from_code(&entry.what).map_or_else(|| entry.what.clone(), |deed| words.deed(deed).to_owned());
        let why = entry.why.as_deref().map_or_else(String::new, |why| words.why(why));
        let place = line.seq.map_or_else(|| words.say("staff-audit-unsealed").to_owned(), |seq| seq.to_string());
        vec![
            Cell::Text(words.moment(entry.at, &calendar)),
            Cell::Text(who(words, entry.actor, staff)),
            Cell::Text(what),
            whom(entry.subject, staff),
            Cell::Text(why),
            Cell::Text(place),
        ]
    };
    let rows = lines.iter().map(row).collect();
    let columns = vec![
        Column::words(words.say("staff-audit-when")),
        Column::words(words.say("staff-audit-who")),
        Column::words(words.say("staff-audit-what")),
        Column::words(words.say("staff-audit-subject")),
        Column::words(words.say("staff-audit-reason")),
        Column::figures(words.say("staff-audit-place")),
    ];
    view! { <div class="chain"><Table caption=words.say("staff-audit") columns=columns rows=rows/></div> }.into_any()
}

/// Who did it: somebody of the bank by their name, a customer by their number.
fn who(words: Words, actor: Option<i64>, staff: &[StaffMember]) -> String {
    let Some(actor) = actor else { return words.say("staff-audit-nobody").to_owned() };
    let member = staff.iter().find(|member| member.id.value() == actor);
    member.map_or_else(
        || words.with("staff-audit-customer", &[("number", written(actor).into())]),
        |member| member.username.clone(),
    )
}

/// To what it was done: somebody of the bank by their name, anything else by its number.
fn whom(subject: i64, staff: &[StaffMember]) -> Cell {
    let member = staff.iter().find(|member| member.id.value() == subject);
    member.map_or_else(|| Cell::Code(written(subject)), |member| Cell::Text(member.username.clone()))
}

/// An id as people read it, which is the same whatever it is of.
fn written(id: i64) -> String {
    CustomerId::new(id.max(0)).to_string()
}
