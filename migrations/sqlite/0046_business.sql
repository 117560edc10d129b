-- Leave to act for the account of a business, given to somebody who is not its owner. Whoever is meant is empty where
-- nobody of that name has that account: whoever invites is not told.
create table delegate (
    id integer primary key,
    account integer not null references account (id),
    owner integer not null references customer (id),
    name text not null,
    number integer not null,
    who integer references customer (id),
    role text not null check (role in ('prepare', 'approve', 'both')),
    -- The most that a payment may be which they make or approve.
    most integer check (most > 0),
    asked_at integer not null,
    began_at integer,
    ended_at integer
) strict;

create index delegate_account on delegate (account);
create index delegate_who on delegate (who) where who is not null;

-- From how much on a payment from an account takes two people; null where one is enough. Something looser holds a while
-- after it was asked for.
create table two_people (
    account integer primary key references account (id),
    from_minor integer,
    looser_minor integer,
    looser_asked_at integer,
    version integer not null
) strict;

-- Which payments somebody has made for a business, or take another person: kept just before the payment is, so that one
-- that was not made in the end may stand here.
create table payment_made_for (
    payment integer primary key,
    account integer not null references account (id),
    maker integer not null references customer (id),
    noted_at integer not null,
    -- What comparing the payee's name has said, and the name that it has shown.
    name_check text,
    name_shown text,
    -- The wait that it has anyway.
    then_reason text,
    then_seconds integer
) strict;

create index payment_made_for_account on payment_made_for (account);

-- Who has approved or refused a payment that waited for another person, when, and why they refused it. It stands beside
-- the reason for which it waits, so that one statement changes both.
alter table payment_wait add column said_by integer;
alter table payment_wait add column said_at integer;
alter table payment_wait add column why text;

create index payment_wait_second on payment_wait (payment) where ended_at is null and reason = 'second';
create index payment_wait_said on payment_wait (said_by) where ended_at is null and said_by is not null;
