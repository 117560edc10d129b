-- What people and the bank say to one another. What was said is in `entries`, as JSON in its order: it is read and written
-- with the rest, under one version, which is the number of the last entry. How far it was read is written by itself.
create table conversation (
    id bigint primary key,
    -- Nobody's who is signed in, where it is null: the session that began it knows its id.
    customer bigint references customer (id),
    language text not null,
    state text not null check (state in ('assistant', 'waiting', 'person', 'closed')),
    why text check (why in ('emergency', 'scam', 'dispute', 'complaint', 'wanted', 'not-understood', 'failed')),
    page text not null,
    taken_by bigint references staff (id),
    -- By when a person is to say something: as long as one owes it, and no longer.
    due_at bigint,
    opened_at bigint not null,
    changed_at bigint not null,
    closed_at bigint,
    -- What the program has in mind.
    dialogue text not null,
    entries text not null,
    version bigint not null,
    owner_read bigint not null,
    bank_read bigint not null,
    check ((state = 'closed') = (closed_at is not null)),
    check (state <> 'waiting' or due_at is not null),
    check (state <> 'assistant' or due_at is null),
    check (state <> 'closed' or due_at is null)
);

-- Nobody is in two conversations at a time.
create unique index conversation_open on conversation (customer) where state <> 'closed';
create index conversation_customer on conversation (customer, id);
create index conversation_due on conversation (due_at) where due_at is not null;
create index conversation_taken on conversation (taken_by) where state = 'person';
create index conversation_changed on conversation (changed_at);
