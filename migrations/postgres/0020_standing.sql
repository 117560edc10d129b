-- How an account stands: what bookings change, apart from what is known of the account. A page of the database holds a
-- hundred of these rows, and it is pages that a commit writes.
create table standing (
    account bigint primary key references account (id),
    balance bigint not null default 0,
    held bigint not null default 0 check (held >= 0),
    version bigint not null default 0 check (version >= 0),
    min_balance bigint not null,
    paid_in bigint not null default 0,
    last_booked_at bigint not null default 0,
    spent_on bigint not null default 0,
    spent bigint not null default 0,
    constraint standing_minimum check (balance - held >= min_balance)
)
-- Balances change all the time and no index covers them: room to do it within the page.
with (fillfactor = 70);

insert into standing (account, balance, held, version, min_balance, paid_in, last_booked_at, spent_on, spent)
select id, balance, held, version, min_balance, paid_in, last_booked_at, spent_on, spent from account order by id;

-- Where a month ended in the history of an account: so many lines were booked before it was over, the last of them at
-- `last_booked_at`. Only of months after which something was booked; what is not here is found by halving.
create table month_end (
    account bigint not null,
    ended_at bigint not null,
    version bigint not null,
    last_booked_at bigint not null,
    primary key (account, ended_at)
);

-- Of the past in Coordinated Universal Time, wherever the bank is: what a row says is true of its moment.
insert into month_end (account, ended_at, version, last_booked_at)
select account, began_at, version - 1, before
from (
    select
        account,
        version,
        lag(booked_at, 1, cast(0 as bigint)) over (partition by account order by version) as before,
        cast(extract(epoch from date_trunc('month', to_timestamp(booked_at / 1000000) at time zone 'UTC')) as bigint) * 1000000 as began_at
    from posting
) line
where before < began_at
order by account, began_at;

-- What has a table of its own is no longer part of the account.
alter table account
    drop constraint account_minimum,
    drop column balance,
    drop column held,
    drop column version,
    drop column min_balance,
    drop column paid_in,
    drop column last_booked_at,
    drop column spent_on,
    drop column spent,
    reset (fillfactor);
