-- How an account stands: what bookings change, apart from what is known of the account. A page of the database holds a
-- hundred of these rows, and it is pages that a commit writes.
create table standing (
    account integer primary key references account (id),
    balance integer not null default 0,
    held integer not null default 0 check (held >= 0),
    version integer not null default 0 check (version >= 0),
    min_balance integer not null,
    paid_in integer not null default 0,
    last_booked_at integer not null default 0,
    spent_on integer not null default 0,
    spent integer not null default 0,
    constraint standing_minimum check (balance - held >= min_balance)
) strict;

insert into standing (account, balance, held, version, min_balance, paid_in, last_booked_at, spent_on, spent)
select id, balance, held, version, min_balance, paid_in, last_booked_at, spent_on, spent from account order by id;

-- Where a month ended in the history of an account: so many lines were booked before it was over, the last of them at
-- `last_booked_at`. Only of months after which something was booked; what is not here is found by halving.
create table month_end (
    account integer not null,
    ended_at integer not null,
    version integer not null,
    last_booked_at integer not null,
    primary key (account, ended_at)
) strict, without rowid;

-- Of the past in Coordinated Universal Time, wherever the bank is: what a row says is true of its moment.
insert into month_end (account, ended_at, version, last_booked_at)
select account, began_at, version - 1, before
from (
    select
        account,
        version,
        lag(booked_at, 1, cast(0 as integer)) over (partition by account order by version) as before,
        unixepoch(booked_at / 1000000, 'unixepoch', 'start of month') * 1000000 as began_at
    from posting
) line
where before < began_at
order by account, began_at;

-- What has a table of its own is no longer part of the account. A column that a check of the whole row names cannot be
-- dropped, so the table is written anew; who refers to it is asked when all of it is done.
pragma defer_foreign_keys = on;

-- For as long as this lasts: each account that goes and comes is looked for in the tables that refer to it.
create index hold_account on hold (account);

create table known as
select id, number, kind, name, currency, status, payment_limit, daily_limit, rate_bp, opened_at from account;

drop table account;

create table account (
    id integer primary key,
    -- Accounts of the bank itself have no number: nobody can pay them by it.
    number integer unique,
    kind text not null check (kind in ('current', 'savings', 'joint', 'business', 'internal')),
    name text not null,
    currency text not null,
    status text not null check (status in ('open', 'frozen', 'closed')),
    payment_limit integer not null,
    daily_limit integer not null,
    rate_bp integer not null default 0,
    opened_at integer not null
) strict;

insert into account (id, number, kind, name, currency, status, payment_limit, daily_limit, rate_bp, opened_at)
select id, number, kind, name, currency, status, payment_limit, daily_limit, rate_bp, opened_at from known order by id;

drop table known;

drop index hold_account;
