//! Forgetting what nobody needs any more, a slice at a time: whoever waits for the writer waits for one slice at most.

use bank::{IdMint, StorageError, ports::SweepBefore};

use super::{Backend, statement::Statement};

// Keys and questions grow with time: what is over stands at the beginning, and nothing behind it is looked at.
const IDEMPOTENCY: &str = "delete from idempotency where booked_at < $1 and (key, principal, operation) in \
     (select key, principal, operation from idempotency order by key, principal, operation limit $2) returning 1";

const CHALLENGES: &str = "delete from challenge where expires_at < $1 and id in \
     (select id from challenge order by id limit $2) returning 1";

const OUTBOX: &str = "delete from outbox where id in (select id from outbox where id < $1 order by id limit $2) \
     returning 1";

// Those left alone are not looked for: each is over a few hours after it began, however it was used.
const SESSIONS: &str = "delete from session where secret_hash in \
     (select secret_hash from session where expires_at < $1 order by expires_at limit $2) returning 1";

const STAFF_SESSIONS: &str = "delete from staff_session where secret_hash in \
     (select secret_hash from staff_session where expires_at < $1 order by expires_at limit $2) returning 1";

// There are few of these at any time.
const STAFF_LINKS: &str = "delete from staff_link where staff in \
     (select staff from staff_link where expires_at < $1 order by staff limit $2) returning 1";

const LOOKS: &str = "delete from customer_look where until < $1 and (staff, customer) in \
     (select staff, customer from customer_look where until < $1 order by staff, customer limit $2) returning 1";

const ATTEMPTS: &str = "delete from attempt where locked_until < $1 and key in \
     (select key from attempt where tried_at < $1 order by tried_at limit $2) returning 1";

const ALIAS_LOOKS: &str = "delete from alias_look where (payer, day) in \
     (select payer, day from alias_look where last_at < $1 order by last_at limit $2) returning 1";

// Paid or not: one that is paid was left behind where the server ended in that moment.
const DRAFTS: &str = "delete from draft where id in \
     (select id from draft where updated_at < $1 order by updated_at limit $2) returning 1";

const FEEDBACK: &str = "delete from feedback where id in (select id from feedback where id < $1 order by id limit $2) \
     returning 1";

const CALL_BACKS: &str = "delete from call_back where id in \
     (select id from call_back where asked_at < $1 order by asked_at limit $2) returning 1";

const TICKETS: &str = "delete from ticket where id in \
     (select id from ticket where state = 'closed' and closed_at < $1 order by closed_at limit $2) returning 1";

const NOTICES: &str = "delete from notice where id in (select id from notice where id < $1 order by id limit $2) \
     returning 1";
const CONVERSATIONS: &str = "delete from conversation where id in \
     (select id from conversation where changed_at < $1 order by changed_at limit $2) returning 1";

// There are few of these, and none is in a hurry.
const PICTURES: &str = "delete from arrangement_picture where (sha256, browser_window) in \
     (select sha256, browser_window from arrangement_picture where taken_at < $1 limit $2) returning 1";
// What came while its customer took their yes back goes as well.
const MISSES: &str = "delete from missed where id in (select m.id from missed m join customer c on c.id = m.customer \
     where m.id < $1 or c.learn = 'off' order by m.id limit $2) returning 1";

impl Backend {
    /// Forgets a slice of each kind; whether one of them was full.
    pub(super) async fn forget(&self, before: SweepBefore, limit: u32) -> Result<bool, StorageError> {
        let ended = before.ended.micros();
        let kinds = [
            (IDEMPOTENCY, ended),
            (CHALLENGES, ended),
            (SESSIONS, ended),
            (STAFF_SESSIONS, ended),
            (STAFF_LINKS, ended),
            (LOOKS, ended),
            (ATTEMPTS, ended),
            (ALIAS_LOOKS, ended),
            (DRAFTS, before.drafts.micros()),
            (OUTBOX, IdMint::first_at(before.outbox)),
            (FEEDBACK, IdMint::first_at(before.feedback)),
            (CALL_BACKS, before.call_backs.micros()),
            (TICKETS, before.tickets.micros()),
            (NOTICES, IdMint::first_at(before.notices)),
            (CONVERSATIONS, before.conversations.micros()),
            (PICTURES, before.pictures.micros()),
            (MISSES, IdMint::first_at(before.misses)),
        ];
        let mut more = false;
        for (forget, before) in kinds {
            let gone = self.write(Statement::new(forget).with(before).with(i64::from(limit))).await?;
            more |= gone.len() >= limit as usize;
        }
        Ok(more)
    }
}
