-- By what people are found who want to be paid: nobody who has not chosen it. The address is written as it is compared.
create table alias (
    owner bigint not null references customer (id),
    way text not null check (way in ('phone', 'email')),
    address text not null,
    account bigint not null references account (id),
    since bigint not null,
    primary key (owner, way)
);

create unique index alias_address on alias (address);

-- How many people a payer has looked for on a day. Whom they looked for is not kept.
create table alias_look (
    payer bigint not null references customer (id),
    day bigint not null,
    times bigint not null check (times > 0),
    last_at bigint not null,
    primary key (payer, day)
);

create index alias_look_last on alias_look (last_at);
