-- Ways back in for people who have lost what they sign in with. A link is known by its hash only, and so is the code that
-- the bank's own people hand over. When one opens is not kept: it follows from when it was asked for.
create table recovery (
    id bigint primary key,
    customer bigint not null references customer (id),
    lost text not null check (lost in ('password', 'app', 'both')),
    link bytea not null unique,
    handed bytea,
    started_at bigint not null,
    ending text check (ending in ('cancelled', 'finished', 'lapsed')),
    ended_at bigint
);

-- One at a time.
create unique index recovery_under_way on recovery (customer) where ending is null;

-- How many tries with the password have failed since the last one that did not.
alter table customer add column failures bigint not null default 0;
