-- Cards: whose, on which account, and what of them may do what. Of its number only the last four digits are known here; its
-- PIN and its security code are nowhere.
create table card (
    id integer primary key,
    account integer not null references account (id),
    holder integer not null references customer (id),
    kind text not null check (kind in ('debit', 'virtual')),
    last_four text not null check (length(last_four) = 4),
    -- The last day on which it pays, in days since 1970.
    expires_on integer not null,
    state text not null check (state in ('coming', 'active', 'locked', 'lost', 'stolen', 'replaced')),
    since integer not null,
    -- The card in whose place it is.
    replaces integer unique references card (id),
    -- Limits, where it pays, what it does not pay for; and what was counted on the last day of use.
    rules text not null,
    counted text not null,
    -- Another with every change: whoever changes a card says which they have seen.
    stamp integer not null
) strict;

create index card_holder on card (holder, id);

-- What cards were presented for. What became of it is said by the hold, and once it has left by the transfer.
create table card_payment (
    id integer primary key,
    -- What the network calls it: however often it is said, it is one payment.
    reference text not null unique,
    card integer not null references card (id),
    hold integer not null,
    merchant text not null,
    way text not null check (way in ('shop', 'online', 'cash')),
    country text not null check (length(country) = 2),
    category text not null,
    block text,
    amount integer not null check (amount > 0),
    at integer not null,
    refused text,
    transfer integer
) strict;

create index card_payment_card on card_payment (card, id);

-- Through which account of the bank, one for each currency, what cards have paid goes to the network.
create table card_settlement (
    currency text primary key,
    account integer not null references account (id)
) strict;
