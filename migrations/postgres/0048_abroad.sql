-- Accounts of the bank itself between which money is exchanged: its position in each currency, and what it earns by it.
create table exchange_account (
    account bigint primary key references account (id),
    purpose text not null check (purpose in ('position', 'fees')),
    currency text not null,
    unique (purpose, currency)
);

-- What payments abroad are exchanged into: kept with the payment, as it was approved.
create table exchange (
    payment bigint primary key,
    arrives bigint not null check (arrives > 0),
    arrives_currency text not null,
    exchanged bigint not null check (exchanged > 0),
    -- How much of that is the bank's.
    margin bigint not null,
    fee bigint not null check (fee >= 0),
    -- In millionths of the payee's currency for one unit of the payer's.
    rate bigint not null,
    rate_of bigint not null,
    closes bigint not null,
    days bigint not null,
    -- The accounts between which it is booked, and the ids of the transfers.
    payee bigint not null,
    sold_into bigint not null,
    bought_from bigint not null,
    fees bigint not null,
    sold bigint not null,
    charged bigint not null,
    bought bigint not null,
    -- What came back where it was returned after it had been sent on.
    back_amount bigint,
    back_rate bigint,
    back_transfer bigint
);

-- Another way to another bank.
alter table sending add column new_rail text not null default 'ordinary'
    check (new_rail in ('instant', 'ordinary', 'abroad'));

update sending set new_rail = rail;

alter table sending drop column rail;

alter table sending rename column new_rail to rail;
