-- Where somebody is told what happened to their account.
alter table customer add column email text not null default '';
alter table customer add column phone text not null default '';

-- Since when nothing may leave and no way in may change; and when that ends, where its end was asked for.
alter table customer add column frozen_at bigint;
alter table customer add column thaws_at bigint;

-- What concerns the safety of somebody's account, as they are shown it.
create table security_event (
    id bigint primary key,
    customer bigint not null references customer (id),
    kind text not null,
    agent text not null,
    address text not null,
    at bigint not null
);

create index security_event_customer on security_event (customer, id);

-- Somebody who is told when something unusual happens. They are told, and nothing more.
create table trusted_contact (
    customer bigint primary key references customer (id),
    name text not null,
    email text not null,
    added_at bigint not null
);

-- Mails and short messages, each with the facts that its words need, as JSON.
create table notice (
    id bigint primary key,
    customer bigint not null references customer (id),
    channel text not null check (channel in ('email', 'sms')),
    address text not null,
    kind text not null,
    facts text not null,
    at bigint not null
);
