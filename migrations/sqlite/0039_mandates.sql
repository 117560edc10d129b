-- Leave to look at accounts, given to somebody else. The carer is empty where nobody of that name has that account: whoever
-- invites is not told.
create table mandate (
    id integer primary key,
    owner integer not null references customer (id),
    name text not null,
    number integer not null,
    carer integer references customer (id),
    -- The last day on which they may look.
    last_day integer not null,
    asked_at integer not null,
    began_at integer,
    ended_at integer
) strict;

create index mandate_owner on mandate (owner);
create index mandate_carer on mandate (carer) where carer is not null;

create table mandate_account (
    mandate integer not null references mandate (id),
    account integer not null references account (id),
    primary key (mandate, account)
) strict;

-- What was looked at: a row for each account and day.
create table mandate_look (
    mandate integer not null references mandate (id),
    account integer not null references account (id),
    day integer not null,
    first_at integer not null,
    last_at integer not null,
    times integer not null check (times > 0),
    primary key (mandate, account, day)
) strict;
