-- Ways back in for people who have lost what they sign in with. A link is known by its hash only, and so is the code that
-- the bank's own people hand over. When one opens is not kept: it follows from when it was asked for.
create table recovery (
    id integer primary key,
    customer integer not null references customer (id),
    lost text not null check (lost in ('password', 'app', 'both')),
    link blob not null unique,
    handed blob,
    started_at integer not null,
    ending text check (ending in ('cancelled', 'finished', 'lapsed')),
    ended_at integer
) strict;

-- One at a time.
create unique index recovery_under_way on recovery (customer) where ending is null;

-- How many tries with the password have failed since the last one that did not.
alter table customer add column failures integer not null default 0;
