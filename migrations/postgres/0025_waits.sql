-- A payment that waited can be called off. A check cannot be changed, so the table is written anew.
create table payment_with_end (
    id bigint primary key,
    customer bigint not null,
    state text not null check (state in ('submitted', 'settled', 'cancelled')),
    from_account bigint not null,
    to_account bigint not null,
    payee text not null,
    payee_number bigint not null,
    amount bigint not null check (amount > 0),
    currency text not null,
    reference text not null,
    transfer bigint,
    approved_at bigint not null,
    settled_at bigint
);

insert into payment_with_end (id, customer, state, from_account, to_account, payee, payee_number, amount, currency,
    reference, transfer, approved_at, settled_at)
select id, customer, state, from_account, to_account, payee, payee_number, amount, currency, reference, transfer,
    approved_at, settled_at
from payment order by id;

drop table payment;

alter table payment_with_end rename to payment;

-- Which payments wait before they leave, or waited: by what their money is set aside, until when, and why.
create table payment_wait (
    payment bigint primary key,
    customer bigint not null,
    hold bigint not null,
    until bigint not null,
    reason text not null,
    -- Before when it is not tried again, where it could not be paid.
    try_at bigint not null,
    ended_at bigint
);

create index payment_wait_customer on payment_wait (customer) where ended_at is null;
create index payment_wait_due on payment_wait (try_at) where ended_at is null;

-- How long somebody wants payments to somebody new to wait, and something shorter that they have asked for. When that
-- holds follows from when it was asked for.
alter table customer add column own_wait text not null default 'none'
    check (own_wait in ('none', 'hour', 'four-hours', 'day'));
alter table customer add column shorter_wait text;
alter table customer add column shorter_asked_at bigint;

-- What a planned payment is for, where that was asked: an investment waits whenever it is made.
alter table schedule add column purpose text;
