//! Whose every page and every action is.

/// Whose a page or an action is. This is the whole of the rules; what is beside them stands in `exception`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Anybody's, signed in or not.
    Everybody,
    /// Every customer's own: each sees and changes what is theirs.
    Customer,
    /// About one thing, which is its owner's: to everybody else it is not there.
    Owner,
    /// The bank's own people's. Which of them, `staff_matrix` says; to a customer it is closed as to a stranger.
    Staff,
}

use Access::{Customer, Everybody, Owner, Staff};

/// Every page, as the route table writes its address.
pub const PAGES: &[(&str, Access)] = &[
    ("/", Customer),
    ("/accounts", Customer),
    ("/accounts/:id", Owner),
    ("/accounts/:id/statements", Owner),
    ("/accounts/:id/statements/:period", Owner),
    ("/accounts/:id/transactions/:version", Owner),
    ("/design", Everybody),
    ("/design/:part", Everybody),
    ("/design/:part/:example", Everybody),
    ("/freeze", Customer),
    ("/help", Everybody),
    ("/help/accessibility", Everybody),
    ("/help/accessibility/feedback", Everybody),
    ("/help/articles/:slug", Everybody),
    ("/help/person", Everybody),
    ("/help/person/:id", Owner),
    ("/help/shortcuts", Everybody),
    ("/offline", Everybody),
    ("/pay", Customer),
    ("/pay/:draft/amount", Owner),
    ("/pay/:draft/approve", Owner),
    ("/pay/:draft/payee", Owner),
    ("/pay/:draft/review", Owner),
    ("/payments/:id", Owner),
    ("/practice", Customer),
    ("/practice/lessons/:lesson", Customer),
    ("/practice/lessons/:lesson/leaflet", Customer),
    ("/recover/:link", Everybody),
    ("/recover/done", Everybody),
    ("/recover/new", Everybody),
    ("/recover/proof", Everybody),
    ("/sign-in", Everybody),
    ("/sign-in/code", Everybody),
    ("/sign-in/recover", Everybody),
    ("/sign-in/recover/app", Everybody),
    ("/sign-in/recover/both", Everybody),
    ("/sign-in/recover/password", Everybody),
    ("/sign-in/recover/sent", Everybody),
    ("/sign-in/recovery-code", Everybody),
    ("/staff", Staff),
    ("/staff/audit", Staff),
    ("/staff/customers", Staff),
    ("/staff/customers/:id", Staff),
    ("/staff/enrol/:token", Everybody),
    ("/staff/outbox", Staff),
    ("/staff/sessions", Staff),
    ("/staff/sign-in", Everybody),
    ("/you", Customer),
    ("/you/preferences", Everybody),
    ("/you/security", Customer),
    ("/you/security/app", Customer),
    ("/you/security/codes", Customer),
    ("/you/security/confirm/:purpose", Customer),
    ("/you/security/passkeys/:id", Owner),
    ("/you/security/passkeys/create", Customer),
    ("/you/security/password", Customer),
    ("/you/security/trusted", Customer),
];

/// Every file that somebody can take with them. Pages lead to them, and they are nobody else's than those pages are.
pub const DOWNLOADS: &[(&str, Access)] =
    &[("/accounts/:id/statements/:period/:format", Owner), ("/payments/:id/pdf", Owner)];

/// Every action, with fields that would make it succeed for Ann. `{…}` stands for a thing of hers.
pub const ACTIONS: &[(&str, Access, &str)] = &[
    ("/do/app", Customer, "code={code}"),
    ("/do/confirm", Customer, "purpose=new-codes&challenge={challenge}&code={code}"),
    ("/do/feedback", Everybody, "hard=the+lines+are+too+long"),
    ("/do/freeze", Customer, ""),
    ("/do/freeze/end", Customer, "challenge={challenge}&code={code}"),
    ("/do/freeze/keep", Customer, ""),
    ("/do/help/call-back", Everybody, "name=Ann&phone=020+7946+0018&language=en&day=2026-11-23&part=evening"),
    ("/do/help/cancel-call", Owner, "call={call}"),
    ("/do/passkeys/create", Customer, "name=phone&passkey=%7B%7D"),
    ("/do/passkeys/remove", Owner, "id={passkey}&challenge={challenge}&code={code}"),
    ("/do/passkeys/rename", Owner, "id={passkey}&name=phone"),
    ("/do/password", Customer, "password=seven+slow+snails+sing&again=seven+slow+snails+sing"),
    ("/do/password/strength", Customer, "password=seven+slow+snails+sing"),
    ("/do/pay/amount", Owner, "draft={draft}&from={account}&amount=21"),
    ("/do/pay/approve", Owner, "draft={draft}&challenge={challenge}&code={code}"),
    ("/do/pay/delete", Owner, "draft={draft}"),
    ("/do/pay/payee", Owner, "draft={draft}&kind=other&name=%E8%96%84%E6%96%87&number={number}&reference=x"),
    ("/do/pay/start", Customer, "from={account}"),
    ("/do/preferences", Everybody, "theme=dark"),
    ("/do/recover/new", Everybody, "password=seven+slow+snails+sing&again=seven+slow+snails+sing"),
    ("/do/recover/open", Everybody, "link=0123456789abcdefghjkmnpqrstvwxyz"),
    ("/do/recover/proof", Everybody, "code=000000"),
    ("/do/recover/stop", Everybody, "link=0123456789abcdefghjkmnpqrstvwxyz"),
    ("/do/recover/stop-mine", Customer, ""),
    ("/do/session/extend", Everybody, ""),
    ("/do/sessions/end", Owner, "key={session}"),
    ("/do/sessions/end-others", Customer, ""),
    ("/do/sign-in", Everybody, "username=ann&password=not+hers"),
    ("/do/sign-in/code", Everybody, "code=000000"),
    ("/do/sign-in/passkey", Everybody, "passkey=%7B%7D"),
    ("/do/sign-in/passkey/ask", Everybody, ""),
    ("/do/sign-in/recover/app", Everybody, "username=nobody&password=not+theirs"),
    ("/do/sign-in/recover/password", Everybody, "username=nobody&code=000000"),
    ("/do/sign-in/recovery-code", Everybody, "code=0a1b-2c3d-4e5f-6g7h"),
    ("/do/sign-out", Everybody, ""),
    ("/do/staff/enrol", Everybody, "token=0123456789abcdef0123456789abcdef&passkey=%7B%7D"),
    ("/do/staff/find", Staff, "wanted=ann"),
    ("/do/staff/freeze", Staff, "customer={customer}&reason=called"),
    ("/do/staff/look", Staff, "customer={customer}&reason=called"),
    ("/do/staff/recover", Staff, "customer={customer}"),
    ("/do/staff/session/extend", Everybody, ""),
    ("/do/staff/sessions/end", Staff, "key={session}"),
    ("/do/staff/sessions/end-others", Staff, ""),
    ("/do/staff/sign-in", Everybody, "passkey=%7B%7D"),
    ("/do/staff/sign-in/ask", Everybody, ""),
    ("/do/staff/sign-out", Everybody, ""),
    ("/do/staff/thaw", Staff, "customer={customer}&reason=called"),
    ("/do/staff/thaw/agree", Staff, "customer={customer}"),
    ("/do/trusted", Customer, "name=Ivy&email=ivy%40example.org"),
    ("/do/trusted/remove", Customer, ""),
    ("/practice/do/answer", Customer, "lesson=scams&choice=b"),
    ("/practice/do/code", Customer, "pretend_code=246810"),
    ("/practice/do/details", Customer, "pretend_name=sam&pretend_word=three+green+apples"),
    ("/practice/do/device", Customer, "key={session}"),
    ("/practice/do/freeze", Customer, ""),
    ("/practice/do/next", Customer, "lesson=scams&part=0"),
    ("/practice/do/reset", Customer, ""),
    ("/practice/do/start", Customer, "lesson=scams"),
    ("/practice/do/thaw", Customer, "pretend_code=246810"),
];

/// What the server answers on besides, to everybody: the files of the site, whether it lives, and, for everything else,
/// that there is no such page.
pub const FILES: &[&str] = &[
    "/favicon.svg",
    "/health/live",
    "/health/ready",
    "/pkg",
    "/pkg/",
    "/pkg/{*__private__axum_nest_tail_param}",
    "/{*__private__axum_fallback}",
];
/// Behind this one are the actions.
pub const DO: &str = "/do/{*action}";
/// And behind these those of practice. The play bank answers on the pages of the list, and on nothing but paying.
pub const PRACTICE_DO: [&str; 2] = ["/practice/do/{*action}", "/practice/bank/do/pay/{*action}"];
