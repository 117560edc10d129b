-- Money that somebody asks for, by a link: whoever has that sees who asks, for how much, and the account to pay into.
create table payment_request (
    id integer primary key,
    owner integer not null references customer (id),
    account integer not null references account (id),
    amount integer not null check (amount > 0),
    currency text not null,
    -- How many are asked for as much.
    times integer not null check (times > 0),
    reference text not null,
    token text not null unique,
    asked_at integer not null,
    ended_at integer
) strict;

create index payment_request_owner on payment_request (owner);

-- Which payments began with a request. Whether they were made, and of that, is known from the payment.
create table request_payment (
    payment integer primary key,
    request integer not null references payment_request (id)
) strict;

create index request_payment_request on request_payment (request);
