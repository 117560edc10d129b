-- Accounts of the bank itself between which money is exchanged: its position in each currency, and what it earns by it.
create table exchange_account (
    account integer primary key references account (id),
    purpose text not null check (purpose in ('position', 'fees')),
    currency text not null,
    unique (purpose, currency)
) strict;

-- What payments abroad are exchanged into: kept with the payment, as it was approved.
create table exchange (
    payment integer primary key,
    arrives integer not null check (arrives > 0),
    arrives_currency text not null,
    exchanged integer not null check (exchanged > 0),
    -- How much of that is the bank's.
    margin integer not null,
    fee integer not null check (fee >= 0),
    -- In millionths of the payee's currency for one unit of the payer's.
    rate integer not null,
    rate_of integer not null,
    closes integer not null,
    days integer not null,
    -- The accounts between which it is booked, and the ids of the transfers.
    payee integer not null,
    sold_into integer not null,
    bought_from integer not null,
    fees integer not null,
    sold integer not null,
    charged integer not null,
    bought integer not null,
    -- What came back where it was returned after it had been sent on.
    back_amount integer,
    back_rate integer,
    back_transfer integer
) strict;

-- Another way to another bank.
alter table sending add column new_rail text not null default 'ordinary'
    check (new_rail in ('instant', 'ordinary', 'abroad'));

update sending set new_rail = rail;

alter table sending drop column rail;

alter table sending rename column new_rail to rail;
