-- Payments that are planned: once on a day to come, or again and again from that day on.
create table schedule (
    id bigint primary key,
    owner bigint not null references customer (id),
    from_account bigint not null,
    to_account bigint not null,
    payee text not null,
    payee_number bigint not null,
    amount bigint not null check (amount > 0),
    currency text not null,
    reference text not null,
    first_day bigint not null,
    every text not null check (every in ('once', 'week', 'month')),
    last_day bigint,
    -- How many of its days are done with, paid or passed over; the next one, and the payment that it will be.
    done bigint not null,
    next_day bigint,
    next_payment bigint not null,
    -- Since when the next one could not be paid, and before when it is not tried again.
    waits_since bigint,
    try_at bigint not null,
    state text not null check (state in ('active', 'paused', 'ended')),
    -- Goes up with every change: whoever changes what has changed meanwhile changes nothing.
    version bigint not null,
    made_at bigint not null
);

create index schedule_owner on schedule (owner);
create index schedule_from on schedule (from_account) where state = 'active';
create index schedule_next on schedule (next_day) where state = 'active';
