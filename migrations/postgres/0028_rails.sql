-- Accounts of the bank itself that stand for those at other banks: whatever was paid to one is on it.
create table outside_account (
    account bigint primary key references account (id),
    iban text not null,
    currency text not null,
    unique (iban, currency)
);

-- What becomes of payments to other banks on their way: kept in the commit in which their money leaves, and with it what
-- is to be told to the other bank.
create table sending (
    payment bigint primary key,
    state text not null check (state in ('ready', 'sent', 'doubt', 'arrived', 'refused', 'returned')),
    rail text not null check (rail in ('instant', 'ordinary')),
    -- By the end of which day it is there.
    arrives bigint not null,
    -- How often the other bank was told, and before when it is not told again.
    tries bigint not null default 0,
    try_at bigint not null,
    sent_at bigint,
    arrived_at bigint,
    back_at bigint,
    reason text
);

create index sending_due on sending (try_at) where state in ('ready', 'sent', 'doubt');
