-- What a customer says of somebody they have paid. Who that is, and when they were paid last, follows from the payments:
-- no payment writes here.
create table payee (
    owner integer not null references customer (id),
    account integer not null,
    -- A payment of the owner to that account: it holds the name and the number as they were checked.
    payment integer not null,
    nickname text not null default '',
    favourite integer not null default 0 check (favourite in (0, 1)),
    -- When they were taken off the list. Whoever is paid later is on it again.
    removed_at integer not null default 0,
    primary key (owner, account)
) strict, without rowid;
