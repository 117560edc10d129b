-- Payments that are planned: once on a day to come, or again and again from that day on.
create table schedule (
    id integer primary key,
    owner integer not null references customer (id),
    from_account integer not null,
    to_account integer not null,
    payee text not null,
    payee_number integer not null,
    amount integer not null check (amount > 0),
    currency text not null,
    reference text not null,
    first_day integer not null,
    every text not null check (every in ('once', 'week', 'month')),
    last_day integer,
    -- How many of its days are done with, paid or passed over; the next one, and the payment that it will be.
    done integer not null,
    next_day integer,
    next_payment integer not null,
    -- Since when the next one could not be paid, and before when it is not tried again.
    waits_since integer,
    try_at integer not null,
    state text not null check (state in ('active', 'paused', 'ended')),
    -- Goes up with every change: whoever changes what has changed meanwhile changes nothing.
    version integer not null,
    made_at integer not null
) strict;

create index schedule_owner on schedule (owner);
create index schedule_from on schedule (from_account) where state = 'active';
create index schedule_next on schedule (next_day) where state = 'active';
