//! Who of the bank may do what: each of their pages and actions, by each role, whoever is suspended, whose session has
//! lapsed, and customers; and they themselves on the pages of customers.

use std::collections::BTreeSet;

use app::layouts::Arrangements;
use bank::{
    Clock,
    conversations::{Conversation, Entry as ConversationEntry, HandOver, Said, Speaker},
    help::{CallBack, CallBackState},
    layouts::{Arrangement, ArrangementHead, Stage},
    powers::Power,
    replies::ReadyReply,
    staff::{Role, StaffStatus},
    tickets::{Author, Entry, Step, Ticket, TicketHead, TicketState},
};
use experiments::layout::Page;
use model::{
    AccountNumber, ArrangementId, CallBackId, ConversationId, Language, ModelId, PowerId, ReplyId, StaffId, TicketId,
    forms::{DayPart, PowerKind, TicketKind},
};

use crate::{
    browser::Browser,
    figures,
    matrix::{self, Answer, seen},
    models,
    test_bank::{ANN, BO, EVE, STAFF_COOKIE, TestBank},
};

const EVERYBODY: &[Role] = Role::ALL;
const DESK: &[Role] = &[Role::Agent, Role::PaymentsOfficer, Role::Administrator];
const ANSWERS: &[Role] = &[Role::Agent, Role::PaymentsOfficer];
const POWERS: &[Role] = &[Role::PaymentsOfficer, Role::Administrator];
const PROMOTING: &[Role] = &[Role::PaymentsOfficer, Role::Administrator];
const CHAIN: &[Role] = &[Role::Auditor, Role::Administrator];
const LAYOUTS: &[Role] = &[Role::Designer, Role::Administrator];
const ARRANGING: &[Role] = &[Role::Designer];
const ALLOWING: &[Role] = &[Role::Administrator];
const OUTBOX: &[Role] = &[Role::Agent, Role::PaymentsOfficer, Role::Auditor, Role::Administrator];

/// Nothing is shown there before they have said why they look: it leads to where they do.
const TAKING_POWER: &str = "/staff/customers/:id/power";

/// Every page that is theirs, and whose among them.
const PAGES: &[(&str, &[Role])] = &[
    ("/staff", EVERYBODY),
    ("/staff/audit", CHAIN),
    ("/staff/calls", ANSWERS),
    ("/staff/calls/:id", ANSWERS),
    ("/staff/customers", DESK),
    ("/staff/customers/:id", DESK),
    (TAKING_POWER, POWERS),
    ("/staff/design", LAYOUTS),
    ("/staff/design/new", ARRANGING),
    ("/staff/design/preview", LAYOUTS),
    ("/staff/design/versions/:id", LAYOUTS),
    ("/staff/design/versions/:id/edit", ARRANGING),
    ("/staff/desk", ANSWERS),
    ("/staff/desk/:id", ANSWERS),
    ("/staff/labels", ANSWERS),
    ("/staff/models", OUTBOX),
    ("/staff/outbox", OUTBOX),
    ("/staff/quality", OUTBOX),
    ("/staff/replies", DESK),
    ("/staff/replies/:id", DESK),
    ("/staff/replies/new", DESK),
    ("/staff/sessions", EVERYBODY),
    ("/staff/tickets", ANSWERS),
    ("/staff/tickets/:id", ANSWERS),
];

/// Every action that is theirs, whose among them, and fields that make it succeed for them.
const ACTIONS: &[(&str, &[Role], &str)] = &[
    // Before they have said why, so that the call waits for the next of them.
    ("/do/staff/calls/done", ANSWERS, "call={call}"),
    ("/do/staff/calls/look", ANSWERS, "call={call}&reason=called"),
    ("/do/staff/tickets/look", ANSWERS, "ticket={ticket}&reason=wrote"),
    ("/do/staff/tickets/take", ANSWERS, "ticket={ticket}&seen=0"),
    ("/do/staff/tickets/note", ANSWERS, "ticket={ticket}&seen=1&note=hm"),
    ("/do/staff/tickets/answer", ANSWERS, "ticket={ticket}&seen=2&answer=yes"),
    ("/do/staff/tickets/hand", ANSWERS, "ticket={ticket}&seen=3&to=agent"),
    ("/do/staff/tickets/close", ANSWERS, "ticket={ticket}&seen=4&reason=solved"),
    ("/do/staff/desk/look", ANSWERS, "chat={chat}&reason=wrote"),
    ("/do/staff/desk/take", ANSWERS, "chat={chat}&seen=2"),
    ("/do/staff/desk/fill", ANSWERS, "chat={chat}&ready={reply}&seen=3"),
    ("/do/staff/desk/note", ANSWERS, "chat={chat}&seen=3&note=hm"),
    ("/do/staff/desk/answer", ANSWERS, "chat={chat}&seen=4&answer=yes"),
    ("/do/staff/desk/hand", ANSWERS, "chat={chat}&seen=5&to=next"),
    ("/do/staff/desk/back", ANSWERS, "chat={chat}&seen=6"),
    ("/do/staff/desk/end", ANSWERS, "chat={chat}&seen=7"),
    ("/do/staff/replies/write", DESK, "title=Card&text_en=Soon"),
    // One that is not there any more, so that the next of them finds theirs.
    ("/do/staff/replies/remove", DESK, "reply=0000000000001"),
    ("/do/staff/labels/label", ANSWERS, "miss=0000000000001&label=card"),
    ("/do/staff/labels/check", ANSWERS, "miss=0000000000001&label=card&agrees=yes"),
    ("/do/staff/models/propose", PROMOTING, "model={model}"),
    ("/do/staff/models/decide", PROMOTING, "model={model}&agrees=yes"),
    ("/do/staff/models/back", PROMOTING, "model={model}"),
    ("/do/staff/find", DESK, "wanted=ann"),
    ("/do/staff/look", DESK, "customer={customer}&reason=called"),
    ("/do/staff/power/agree", POWERS, "customer={customer}&power={power}"),
    ("/do/staff/power/end", POWERS, "customer={customer}&power={power}"),
    (
        "/do/staff/power/ask",
        POWERS,
        "customer={customer}&name=%E8%96%84%E6%96%87&number={number}&kind=general&document=7",
    ),
    ("/do/staff/recover", DESK, "customer={customer}"),
    ("/do/staff/freeze", DESK, "customer={customer}&reason=called"),
    ("/do/staff/thaw", DESK, "customer={customer}&reason=called"),
    ("/do/staff/thaw/agree", DESK, "customer={customer}"),
    ("/do/staff/design/choose", ARRANGING, "page=home&name=chosen"),
    ("/do/staff/design/write", ARRANGING, "page=home&name=written&body=%7B%7D"),
    ("/do/staff/design/remark", LAYOUTS, "arrangement={arrangement}&seen=0&note=hm"),
    ("/do/staff/design/submit", ARRANGING, "arrangement={arrangement}&seen=1"),
    ("/do/staff/design/approve", LAYOUTS, "arrangement={arrangement}&seen=2"),
    ("/do/staff/design/launch", LAYOUTS, "arrangement={arrangement}&seen=3"),
    ("/do/staff/design/promote", LAYOUTS, "arrangement={arrangement}&seen=4"),
    ("/do/staff/design/stop", LAYOUTS, "arrangement={arrangement}&seen=4"),
    ("/do/staff/design/refuse", LAYOUTS, "arrangement={arrangement}&seen=2&why=no"),
    ("/do/staff/design/retire", LAYOUTS, "arrangement={arrangement}&seen=3"),
    ("/do/staff/design/halt", LAYOUTS, "reason=alarm"),
    ("/do/staff/design/resume", ALLOWING, "reason=called"),
    ("/do/staff/sessions/end", EVERYBODY, "key=0000000000001"),
    ("/do/staff/sessions/end-others", EVERYBODY, ""),
];

/// All of it is tried within one minute, from one address.
const IN_A_HURRY: [(&str, &str); 3] =
    [("BANYAN_DEMO", "true"), ("BANYAN_CHANGES_PER_MINUTE", "100000"), ("BANYAN_REQUESTS_PER_MINUTE", "1000000")];

fn filled(text: &str) -> String {
    let text = text.replace("/tickets/:id", "/tickets/{ticket}").replace("/calls/:id", "/calls/{call}");
    let text = text.replace("/desk/:id", "/desk/{chat}").replace("{chat}", &CHAT.to_string());
    let text = text.replace("{ticket}", &TICKET.to_string()).replace("{call}", &CALL.to_string());
    let text = text.replace("/replies/:id", "/replies/{reply}").replace("{reply}", &REPLY.to_string());
    let text = text.replace("{model}", &MODEL.to_string());
    let text = text.replace("/versions/:id", "/versions/{arrangement}");
    let text = text.replace("{arrangement}", &ARRANGEMENT.to_string());
    let number = AccountNumber::from_serial(12).expect("a number").to_string().replace(' ', "");
    text.replace("{customer}", &ANN.to_string()).replace(":id", &ANN.to_string()).replace("{number}", &number)
}

/// What Ann has written, and a call that she waits for.
const TICKET: TicketId = TicketId::new(81);
const CALL: CallBackId = CallBackId::new(82);
/// A conversation in which she has asked for a person.
const CHAT: ConversationId = ConversationId::new(83);

/// An answer that is kept ready.
const REPLY: ReplyId = ReplyId::new(84);

/// A model that was offered: the officer proposes it, and whoever runs the bank agrees.
const MODEL: ModelId = ModelId::new(85);

/// What the designer has written.
const ARRANGEMENT: ArrangementId = ArrangementId::new(83);

async fn written(bank: &TestBank, author: StaffId) {
    let (at, layout) =
        (bank.clock.now(), Arrangements::compiled().find(Page::Home, "dense").expect("it is compiled in"));
    let head = ArrangementHead {
        id: ARRANGEMENT,
        page: "home".to_owned(),
        name: "mine".to_owned(),
        sha256: layout.address().to_string(),
        author,
        stage: Stage::Draft,
        begun_at: at,
        changed_at: at,
        version: 0,
    };
    let arrangement = Arrangement { head, body: layout.canonical(), entries: vec![] };
    assert!(bank.ports.arrangements.keep(&arrangement).await.expect("the database is there"));
}

async fn waits(bank: &TestBank) {
    let at = bank.clock.now();
    let ticket = Ticket {
        head: TicketHead {
            id: TICKET,
            customer: ANN,
            kind: TicketKind::Other,
            language: Language::En,
            state: TicketState::Open,
            role: Role::Agent,
            taken_by: None,
            due_at: Some(at),
            opened_at: at,
            changed_at: at,
            closed_at: None,
            version: 0,
        },
        about: None,
        entries: vec![Entry { by: Author::Customer, step: Step::Wrote("Ann Miller here".to_owned()), at }],
    };
    let call = CallBack {
        id: CALL,
        customer: Some(ANN),
        name: String::new(),
        phone: "020 7946 0018".to_owned(),
        language: Language::En,
        day: jiff::civil::date(2026, 11, 24),
        part: DayPart::Morning,
        page: None,
        state: CallBackState::Waiting,
        asked_at: at,
    };
    bank.ports.tickets.keep(&ticket).await.expect("the database is there");
    let chat = Conversation::new(CHAT, Some(ANN), Language::En, at);
    let said = |said| ConversationEntry { by: Speaker::Owner, said, at, key: None, about: None, reading: None };
    let chat = chat.next(said(Said::Wrote("Ann Miller here".to_owned()))).expect("it may follow");
    let chat = chat.next(said(Said::Asked(HandOver::Wanted))).expect("it may follow");
    bank.ports.conversations.keep(&chat).await.expect("the database is there");
    bank.ports.call_backs.keep(&call).await.expect("the database is there");
}

async fn ready(bank: &TestBank, author: StaffId) {
    let (texts, changed_at) = (vec![(Language::En, "Hello".to_owned())], bank.clock.now());
    let (id, title) = (REPLY, "Hello".to_owned());
    let reply = ReadyReply { id, title, texts, about: None, changed_by: author, changed_at, version: 0 };
    bank.ports.replies.keep(&reply).await.expect("the database is there");
}

/// A document by which Eve is to act for Ann, as another of the bank has taken it in.
async fn taken_in(bank: &TestBank) -> PowerId {
    let power = Power {
        id: PowerId::new(bank.bank.ids.next()),
        donor: ANN,
        donor_name: "Ann".to_owned(),
        attorney: EVE,
        attorney_name: "Eve".to_owned(),
        kind: PowerKind::General,
        document: "7".to_owned(),
        last: None,
        accounts: vec![],
        asked_by: bank.member(Role::PaymentsOfficer).await.id,
        asked_at: bank.clock.now(),
        agreed_by: None,
        agreed_at: None,
        began_at: None,
        ended_at: None,
    };
    bank.ports.powers.keep(&power).await.expect("the database is there");
    power.id
}

async fn post(browser: &mut Browser, path: &str, fields: &str) -> Answer {
    let origin = browser.origin.clone();
    seen(&browser.send("POST", path, filled(fields), &[("origin", &origin)]).await)
}

#[derive(Default)]
struct Cells {
    count: usize,
    wrong: Vec<String>,
}

impl Cells {
    fn note(&mut self, what: &str, who: &str, wanted: Answer, seen: Answer) {
        self.count += 1;
        if wanted != seen {
            self.wrong.push(format!("{what} by {who}: {wanted:?} wanted, {seen:?} seen"));
        }
    }

    fn end(self) {
        figures::aside("access.matrix_cells_staff", self.count);
        figures::at_most("access.matrix_wrong_staff", self.wrong.len(), 0);
        assert!(self.wrong.is_empty(), "{} of {} cells:\n{}", self.wrong.len(), self.count, self.wrong.join("\n"));
    }
}

#[test]
fn everything_of_staff_has_its_roles() {
    let (pages, actions) = matrix::of_staff();
    assert_eq!(PAGES.iter().map(|(path, _)| *path).collect::<BTreeSet<_>>(), pages, "say in PAGES whose it is");
    assert_eq!(ACTIONS.iter().map(|(path, ..)| *path).collect::<BTreeSet<_>>(), actions, "say in ACTIONS whose it is");
}

/// What is shown, and done, to somebody of the bank in their role.
#[tokio::test]
async fn every_page_and_every_action_of_staff_by_each_role() {
    let bank = TestBank::with(&IN_A_HURRY, |ports| ports).await;
    waits(&bank).await;
    models::offered(&bank, MODEL, &models::file("card"), "").await;
    let mut cells = Cells::default();
    for role in Role::ALL {
        let member = bank.member(*role).await;
        let mut browser = bank.at_work(member.id).await;
        if *role == Role::Agent {
            ready(&bank, member.id).await;
        }
        if *role == Role::Designer {
            written(&bank, member.id).await;
        }
        for (route, roles) in PAGES {
            let page = browser.get(&filled(route)).await;
            let shown = if *route == TAKING_POWER { Answer::Onward } else { Answer::Shown };
            let wanted = if roles.contains(role) { shown } else { Answer::Forbidden };
            cells.note(route, role.code(), wanted, seen(&page));
            assert!(!page.text.contains("Ann Miller"), "{route} tells {role:?} of Ann before they have said why");
        }
        let power = taken_in(&bank).await.to_string();
        for (path, roles, fields) in ACTIONS {
            let fields = fields.replace("{power}", &power);
            // Whoever has asked for the end of a freeze cannot agree to it, and is told so on the page of the customer.
            let wanted = if roles.contains(role) { Answer::Onward } else { Answer::Forbidden };
            cells.note(path, role.code(), wanted, post(&mut browser, path, &fields).await);
        }
        // What one has frozen and asked to thaw does not wait for the next.
        bank.ports.desk.forget_thaw(ANN).await.expect("the database is there");
        cells.note("/you", role.code(), Answer::SignIn, seen(&browser.get("/you").await));
    }
    cells.end();
}

/// Whoever is not at work has nothing of it: suspended, lapsed, a customer, a forger.
#[tokio::test]
async fn nothing_of_staff_is_open_to_anybody_else() {
    let bank = TestBank::with(&IN_A_HURRY, |ports| ports).await;
    let (lapsed, suspended) = (bank.member(Role::Administrator).await, bank.member(Role::Administrator).await);
    let lapsed = bank.at_work(lapsed.id).await;
    bank.clock.pass(900);
    let at_work = bank.at_work(suspended.id).await;
    bank.ports.staff.set_status(suspended.id, StaffStatus::Suspended).await.expect("the database is there");
    let customer = bank.signed_in(ANN).await;
    // A customer's secret under the other name opens nothing either.
    let mut disguised = bank.browser();
    disguised.cookies.insert(STAFF_COOKIE.to_owned(), customer.cookies[bank.cookie_name()].clone());
    let mut cells = Cells::default();
    let all = [("nobody", bank.browser()), ("lapsed", lapsed), ("suspended", at_work), ("a customer", customer)];
    for (who, browser) in all.into_iter().chain([("a customer in disguise", disguised)]) {
        for (route, _) in PAGES {
            cells.note(route, who, Answer::StaffSignIn, seen(&browser.clone().get(&filled(route)).await));
        }
        for (path, _, fields) in ACTIONS {
            cells.note(path, who, Answer::StaffSignIn, post(&mut browser.clone(), path, fields).await);
        }
    }
    let frozen = bank.ports.desk.file(ANN).await.expect("the database is there").expect("Ann").freeze;
    assert!(frozen.is_none(), "nobody has done anything to her");
    cells.end();
}

/// Somebody of the bank is nobody on the pages of customers; and the two can be signed in in one browser.
#[tokio::test]
async fn nothing_of_customers_is_open_to_staff() {
    let bank = TestBank::with(&IN_A_HURRY, |ports| ports).await;
    let mut cells = Cells::default();
    for role in Role::ALL {
        let member = bank.member(*role).await;
        let browser = bank.at_work(member.id).await;
        let mut disguised = bank.browser();
        disguised.cookies.insert(bank.cookie_name().to_owned(), browser.cookies[STAFF_COOKIE].clone());
        for (who, browser) in [(role.code(), browser), ("in disguise", disguised)] {
            for route in matrix::pages_of_customers().filter(|route| !route.contains(':')) {
                cells.note(route, who, Answer::SignIn, seen(&browser.clone().get(route).await));
            }
            for (path, fields) in matrix::actions_of_customers() {
                cells.note(path, who, Answer::SignIn, post(&mut browser.clone(), path, fields).await);
            }
        }
    }
    let mut both = bank.signed_in(BO).await;
    let member = bank.member(Role::Agent).await;
    both.cookies.extend(bank.at_work(member.id).await.cookies);
    assert!(both.get("/you").await.text.contains("薄文"));
    assert!(both.get("/staff").await.text.contains(&member.name));
    both.post("/do/staff/sign-out", &[]).await;
    assert_eq!(seen(&both.get("/staff").await), Answer::StaffSignIn);
    assert_eq!(seen(&both.get("/you").await), Answer::Shown, "each leaves by themselves");
    cells.end();
}
