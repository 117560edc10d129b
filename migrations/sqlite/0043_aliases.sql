-- By what people are found who want to be paid: nobody who has not chosen it. The address is written as it is compared.
create table alias (
    owner integer not null references customer (id),
    way text not null check (way in ('phone', 'email')),
    address text not null,
    account integer not null references account (id),
    since integer not null,
    primary key (owner, way)
) strict;

create unique index alias_address on alias (address);

-- How many people a payer has looked for on a day. Whom they looked for is not kept.
create table alias_look (
    payer integer not null references customer (id),
    day integer not null,
    times integer not null check (times > 0),
    last_at integer not null,
    primary key (payer, day)
) strict;

create index alias_look_last on alias_look (last_at);
