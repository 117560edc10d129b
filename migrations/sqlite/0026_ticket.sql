-- What customers have written to the bank. What was said and done is in `entries`, as JSON in its order: it is read and
-- written with the rest, under one version, so that of two who answer at the same moment one is told.
create table ticket (
    id integer primary key,
    customer integer not null references customer (id),
    kind text not null check (kind in ('payment-unknown', 'payment-wrong', 'complaint', 'lost', 'suspicious', 'other')),
    language text not null,
    state text not null check (state in ('open', 'answered', 'closed')),
    role text not null check (role in ('agent', 'payments-officer', 'designer', 'auditor', 'administrator')),
    taken_by integer references staff (id),
    -- By when it is to be answered: as long as the bank owes an answer, and no longer.
    due_at integer,
    opened_at integer not null,
    changed_at integer not null,
    closed_at integer,
    -- The line of an account that it is about.
    account integer,
    line integer,
    entries text not null,
    version integer not null,
    check ((state = 'open') = (due_at is not null)),
    check ((state = 'closed') = (closed_at is not null)),
    check ((account is null) = (line is null))
) strict;

create index ticket_customer on ticket (customer, id);
create index ticket_due on ticket (due_at) where state = 'open';
create index ticket_changed on ticket (state, changed_at);
create index ticket_taken on ticket (taken_by) where state <> 'closed';
create index ticket_closed on ticket (closed_at) where state = 'closed';
