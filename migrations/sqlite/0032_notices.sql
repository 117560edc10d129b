-- What the bank tells its customers: by mail, by short message, and on their own page, which is another channel.
create table told (
    id integer primary key,
    customer integer not null references customer (id),
    channel text not null check (channel in ('inbox', 'email', 'sms')),
    address text not null,
    kind text not null,
    facts text not null,
    at integer not null,
    -- Not sent before: somebody wants to sleep.
    due_at integer not null default 0,
    -- When it was seen, on their own page.
    read_at integer
) strict;
insert into told select id, customer, channel, address, kind, facts, at, at, null from notice;
drop table notice;
alter table told rename to notice;
create index notice_inbox on notice (customer, id) where channel = 'inbox';

-- By which ways somebody wants to be told what is not about their safety, and when they want to be left in peace. Whoever
-- has no row has chosen nothing.
create table notice_choice (
    customer integer primary key references customer (id),
    payments text not null check (payments in ('both', 'email', 'sms', 'here')),
    messages text not null check (messages in ('both', 'email', 'sms', 'here')),
    -- Whole hours of the bank's clock; the same hour twice is no time at all.
    quiet_from integer not null check (quiet_from between 0 and 23),
    quiet_until integer not null check (quiet_until between 0 and 23)
) strict;
