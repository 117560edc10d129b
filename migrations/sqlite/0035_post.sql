-- What became of mails and short messages: tried how often, not again before when, and how it ended.
alter table notice add column tries integer not null default 0;
alter table notice add column try_at integer not null default 0;
-- Taken on by who carries it, or refused, so that the address is wrong.
alter table notice add column ended text check (ended in ('sent', 'refused'));
alter table notice add column ended_at integer;
create index notice_under_way on notice (channel, due_at) where channel <> 'inbox' and ended is null;
create index notice_ended on notice (customer, address) where ended is not null;
