-- A payment that waited can be called off.
alter table payment drop constraint payment_state_check;
alter table payment add constraint payment_state_check check (state in ('submitted', 'settled', 'cancelled'));

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
alter table customer add column own_wait text not null default 'none';
alter table customer add column shorter_wait text;
alter table customer add column shorter_asked_at bigint;
