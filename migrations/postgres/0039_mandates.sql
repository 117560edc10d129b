-- Leave to look at accounts, given to somebody else. The carer is empty where nobody of that name has that account: whoever
-- invites is not told.
create table mandate (
    id bigint primary key,
    owner bigint not null references customer (id),
    name text not null,
    number bigint not null,
    carer bigint references customer (id),
    -- The last day on which they may look.
    last_day bigint not null,
    asked_at bigint not null,
    began_at bigint,
    ended_at bigint
);

create index mandate_owner on mandate (owner);
create index mandate_carer on mandate (carer) where carer is not null;

create table mandate_account (
    mandate bigint not null references mandate (id),
    account bigint not null references account (id),
    primary key (mandate, account)
);

-- What was looked at: a row for each account and day.
create table mandate_look (
    mandate bigint not null references mandate (id),
    account bigint not null references account (id),
    day bigint not null,
    first_at bigint not null,
    last_at bigint not null,
    times bigint not null check (times > 0),
    primary key (mandate, account, day)
);
