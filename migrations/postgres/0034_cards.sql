-- Cards: whose, on which account, and what of them may do what. Of its number only the last four digits are known here; its
-- PIN and its security code are nowhere.
create table card (
    id bigint primary key,
    account bigint not null references account (id),
    holder bigint not null references customer (id),
    kind text not null check (kind in ('debit', 'virtual')),
    last_four text not null check (length(last_four) = 4),
    -- The last day on which it pays, in days since 1970.
    expires_on bigint not null,
    state text not null check (state in ('coming', 'active', 'locked', 'lost', 'stolen', 'replaced')),
    since bigint not null,
    -- The card in whose place it is.
    replaces bigint unique references card (id),
    -- Limits, where it pays, what it does not pay for; and what was counted on the last day of use.
    rules text not null,
    counted text not null,
    -- Another with every change: whoever changes a card says which they have seen.
    stamp bigint not null
);

create index card_holder on card (holder, id);

-- What cards were presented for. What became of it is said by the hold, and once it has left by the transfer.
create table card_payment (
    id bigint primary key,
    -- What the network calls it: however often it is said, it is one payment.
    reference text not null unique,
    card bigint not null references card (id),
    hold bigint not null,
    merchant text not null,
    way text not null check (way in ('shop', 'online', 'cash')),
    country text not null check (length(country) = 2),
    category text not null,
    block text,
    amount bigint not null check (amount > 0),
    at bigint not null,
    refused text,
    transfer bigint
);

create index card_payment_card on card_payment (card, id);

-- Through which account of the bank, one for each currency, what cards have paid goes to the network.
create table card_settlement (
    currency text primary key,
    account bigint not null references account (id)
);
