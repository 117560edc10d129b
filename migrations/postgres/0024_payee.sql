-- What a customer says of somebody they have paid. Who that is, and when they were paid last, follows from the payments:
-- no payment writes here.
create table payee (
    owner bigint not null references customer (id),
    account bigint not null,
    -- A payment of the owner to that account: it holds the name and the number as they were checked.
    payment bigint not null,
    nickname text not null default '',
    favourite bigint not null default 0 check (favourite in (0, 1)),
    -- When they were taken off the list. Whoever is paid later is on it again.
    removed_at bigint not null default 0,
    primary key (owner, account)
);
