-- Money is whole minor units, a moment is microseconds UTC since 1970, a day is days since 1970.
-- Ids come from the program and grow with time, so new rows are appended.
--
-- A word out of a closed list is checked here as well. Languages, kinds and categories of movements are not: those lists
-- grow with what the bank does, and on SQLite a longer list means writing a table anew.

create table customer (
    id bigint primary key,
    username text not null unique,
    name text not null,
    greeting text not null,
    status text not null check (status in ('active', 'suspended')),
    language text not null,
    text_size text not null check (text_size in ('standard', 'large')),
    theme text not null check (theme in ('device', 'light', 'dark')),
    password_hash text not null,
    totp_secret bytea not null,
    totp_step bigint not null default 0,
    created_at bigint not null
);

-- Tries in a row at what can be guessed: to sign in under a name, to approve as a customer. The key is a hash: what
-- somebody typed is not kept.
create table attempt (
    key bytea primary key,
    failures bigint not null check (failures > 0),
    locked_until bigint not null,
    tried_at bigint not null
);

create index attempt_tried on attempt (tried_at);

-- What those hashes are mixed with: made here, once, so that every server makes the same.
create table salt (
    id bigint primary key check (id = 1),
    bytes bytea not null
);

insert into salt (id, bytes) values (1, decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));

create table account (
    id bigint primary key,
    -- Accounts of the bank itself have no number: nobody can pay them by it.
    number bigint unique,
    kind text not null check (kind in ('current', 'savings', 'joint', 'business', 'internal')),
    name text not null,
    currency text not null,
    status text not null check (status in ('open', 'frozen', 'closed')),
    balance bigint not null default 0,
    held bigint not null default 0 check (held >= 0),
    version bigint not null default 0 check (version >= 0),
    min_balance bigint not null,
    paid_in bigint not null default 0,
    last_booked_at bigint not null default 0,
    payment_limit bigint not null,
    daily_limit bigint not null,
    spent_on bigint not null default 0,
    spent bigint not null default 0,
    rate_bp bigint not null default 0,
    opened_at bigint not null,
    constraint account_minimum check (balance - held >= min_balance)
)
-- Balances change all the time and no index covers them: room to do it within the page.
with (fillfactor = 70);

create table account_owner (
    customer bigint not null references customer (id),
    account bigint not null references account (id),
    primary key (customer, account)
);

create index account_owner_account on account_owner (account);

-- Both sides in one row: it balances by construction. The writer has read both accounts under its lock
-- before it writes a row, and `banyan verify` compares all of them; a foreign key would look both up again
-- for every payment.
create table transfer (
    id bigint primary key,
    debit bigint not null,
    credit bigint not null,
    amount bigint not null check (amount > 0),
    currency text not null,
    kind text not null,
    reverses bigint,
    original_amount bigint,
    original_currency text,
    payment bigint,
    booked_at bigint not null,
    constraint transfer_two_sides check (debit <> credit)
);

-- A transfer is put right once at most. Partial, so that ordinary transfers do not pay for it.
create unique index transfer_reverses on transfer (reverses) where reverses is not null;

-- A line of a statement. The key is the order in which people read it.
create table posting (
    account bigint not null,
    version bigint not null,
    transfer bigint not null,
    signed_amount bigint not null,
    balance_after bigint not null,
    paid_in_after bigint not null,
    booked_at bigint not null,
    kind text not null,
    category text not null,
    party text not null,
    reference text not null,
    primary key (account, version)
);

create table hold (
    id bigint primary key,
    account bigint not null references account (id),
    amount bigint not null check (amount > 0),
    state text not null check (state in ('open', 'captured', 'released')),
    party text not null,
    placed_at bigint not null,
    expires_at bigint not null
);

create index hold_open on hold (account) where state = 'open';
create index hold_lapsing on hold (expires_at) where state = 'open';

create table payment (
    id bigint primary key,
    customer bigint not null,
    state text not null check (state in ('submitted', 'settled')),
    from_account bigint not null,
    to_account bigint not null,
    payee text not null,
    payee_number bigint not null,
    amount bigint not null check (amount > 0),
    currency text not null,
    reference text not null,
    transfer bigint,
    approved_at bigint not null,
    settled_at bigint
);

-- What was typed, as JSON, right or wrong. Once it is paid, the payment with its id takes its place.
create table draft (
    id bigint primary key,
    owner bigint not null references customer (id),
    form text not null,
    updated_at bigint not null
);

create index draft_owner on draft (owner);
create index draft_updated on draft (updated_at);

create table challenge (
    id bigint primary key,
    customer bigint not null references customer (id),
    digest bytea not null,
    expires_at bigint not null,
    attempts_left bigint not null,
    answered bigint not null default 0
);

-- The key comes first because it is made in the order of time: new rows are appended.
create table idempotency (
    key text not null,
    principal bigint not null,
    operation text not null,
    request_hash bytea not null,
    transfer bigint,
    hold bigint,
    booked_at bigint not null,
    primary key (key, principal, operation)
);

-- What is to be told to the world. Nothing reads it yet; what is older than the policy says is swept.
create table outbox (
    id bigint primary key,
    topic text not null,
    subject bigint not null
);

-- `seq`, `prev_hash` and `hash` are empty until the row is sealed, off the commit path.
create table audit (
    id bigint primary key,
    actor bigint,
    what text not null,
    subject bigint not null,
    at bigint not null,
    seq bigint unique,
    prev_hash bytea,
    hash bytea
);

create table session (
    secret_hash bytea primary key,
    key bigint not null unique,
    customer bigint references customer (id),
    data text not null,
    created_at bigint not null,
    seen_at bigint not null,
    expires_at bigint not null,
    agent text not null,
    address text not null
);

create index session_customer on session (customer) where customer is not null;
create index session_ended on session (expires_at);

create table regular (
    id bigint primary key,
    account bigint not null references account (id),
    party text not null,
    amount bigint not null,
    kind text not null,
    first_day bigint not null,
    every text not null check (every in ('once', 'week', 'month'))
);

create index regular_account on regular (account);
