-- Money that somebody asks for, by a link: whoever has that sees who asks, for how much, and the account to pay into.
create table payment_request (
    id bigint primary key,
    owner bigint not null references customer (id),
    account bigint not null references account (id),
    amount bigint not null check (amount > 0),
    currency text not null,
    -- How many are asked for as much.
    times bigint not null check (times > 0),
    reference text not null,
    token text not null unique,
    asked_at bigint not null,
    ended_at bigint
);

create index payment_request_owner on payment_request (owner);

-- Which payments began with a request. Whether they were made, and of that, is known from the payment.
create table request_payment (
    payment bigint primary key,
    request bigint not null references payment_request (id)
);

create index request_payment_request on request_payment (request);
