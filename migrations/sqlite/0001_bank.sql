-- Money is whole minor units, a moment is microseconds UTC since 1970, a day is days since 1970.
-- Ids come from the program and grow with time, so new rows are appended.
--
-- A word out of a closed list is checked here as well. Languages, kinds and categories of movements are not: those lists
-- grow with what the bank does, and on SQLite a longer list means writing a table anew.

create table customer (
    id integer primary key,
    username text not null unique,
    name text not null,
    greeting text not null,
    status text not null check (status in ('active', 'suspended')),
    language text not null,
    text_size text not null check (text_size in ('standard', 'large')),
    theme text not null check (theme in ('device', 'light', 'dark')),
    password_hash text not null,
    totp_secret blob not null,
    totp_step integer not null default 0,
    created_at integer not null
) strict;

-- Tries in a row at what can be guessed: to sign in under a name, to approve as a customer. The key is a hash: what
-- somebody typed is not kept.
create table attempt (
    key blob primary key,
    failures integer not null check (failures > 0),
    locked_until integer not null,
    tried_at integer not null
) strict, without rowid;

create index attempt_tried on attempt (tried_at);

-- What those hashes are mixed with: made here, once, so that every server makes the same.
create table salt (
    id integer primary key check (id = 1),
    bytes blob not null
) strict;

insert into salt (id, bytes) values (1, randomblob(32));

create table account (
    id integer primary key,
    -- Accounts of the bank itself have no number: nobody can pay them by it.
    number integer unique,
    kind text not null check (kind in ('current', 'savings', 'joint', 'business', 'internal')),
    name text not null,
    currency text not null,
    status text not null check (status in ('open', 'frozen', 'closed')),
    balance integer not null default 0,
    held integer not null default 0 check (held >= 0),
    version integer not null default 0 check (version >= 0),
    min_balance integer not null,
    paid_in integer not null default 0,
    last_booked_at integer not null default 0,
    payment_limit integer not null,
    daily_limit integer not null,
    spent_on integer not null default 0,
    spent integer not null default 0,
    rate_bp integer not null default 0,
    opened_at integer not null,
    constraint account_minimum check (balance - held >= min_balance)
) strict;

create table account_owner (
    customer integer not null references customer (id),
    account integer not null references account (id),
    primary key (customer, account)
) strict, without rowid;

create index account_owner_account on account_owner (account);

-- Both sides in one row: it balances by construction. The writer has read both accounts under its lock
-- before it writes a row, and `banyan verify` compares all of them; a foreign key would look both up again
-- for every payment.
create table transfer (
    id integer primary key,
    debit integer not null,
    credit integer not null,
    amount integer not null check (amount > 0),
    currency text not null,
    kind text not null,
    reverses integer,
    original_amount integer,
    original_currency text,
    payment integer,
    booked_at integer not null,
    constraint transfer_two_sides check (debit <> credit)
) strict;

-- A transfer is put right once at most. Partial, so that ordinary transfers do not pay for it.
create unique index transfer_reverses on transfer (reverses) where reverses is not null;

-- A line of a statement. The key is the order in which people read it.
create table posting (
    account integer not null,
    version integer not null,
    transfer integer not null,
    signed_amount integer not null,
    balance_after integer not null,
    paid_in_after integer not null,
    booked_at integer not null,
    kind text not null,
    category text not null,
    party text not null,
    reference text not null,
    primary key (account, version)
) strict, without rowid;

create table hold (
    id integer primary key,
    account integer not null references account (id),
    amount integer not null check (amount > 0),
    state text not null check (state in ('open', 'captured', 'released')),
    party text not null,
    placed_at integer not null,
    expires_at integer not null
) strict;

create index hold_open on hold (account) where state = 'open';
create index hold_lapsing on hold (expires_at) where state = 'open';

create table payment (
    id integer primary key,
    customer integer not null,
    state text not null check (state in ('submitted', 'settled')),
    from_account integer not null,
    to_account integer not null,
    payee text not null,
    payee_number integer not null,
    amount integer not null check (amount > 0),
    currency text not null,
    reference text not null,
    transfer integer,
    approved_at integer not null,
    settled_at integer
) strict;

-- What was typed, as JSON, right or wrong. Once it is paid, the payment with its id takes its place.
create table draft (
    id integer primary key,
    owner integer not null references customer (id),
    form text not null,
    updated_at integer not null
) strict;

create index draft_owner on draft (owner);
create index draft_updated on draft (updated_at);

create table challenge (
    id integer primary key,
    customer integer not null references customer (id),
    digest blob not null,
    expires_at integer not null,
    attempts_left integer not null,
    answered integer not null default 0
) strict;

-- The key comes first because it is made in the order of time: new rows are appended.
create table idempotency (
    key text not null,
    principal integer not null,
    operation text not null,
    request_hash blob not null,
    transfer integer,
    hold integer,
    booked_at integer not null,
    primary key (key, principal, operation)
) strict, without rowid;

-- What is to be told to the world. Nothing reads it yet; what is older than the policy says is swept.
create table outbox (
    id integer primary key,
    topic text not null,
    subject integer not null
) strict;

-- `seq`, `prev_hash` and `hash` are empty until the row is sealed, off the commit path.
create table audit (
    id integer primary key,
    actor integer,
    what text not null,
    subject integer not null,
    at integer not null,
    seq integer unique,
    prev_hash blob,
    hash blob
) strict;

create table session (
    secret_hash blob primary key,
    key integer not null unique,
    customer integer references customer (id),
    data text not null,
    created_at integer not null,
    seen_at integer not null,
    expires_at integer not null,
    agent text not null,
    address text not null
) strict, without rowid;

create index session_customer on session (customer) where customer is not null;
create index session_ended on session (expires_at);

create table regular (
    id integer primary key,
    account integer not null references account (id),
    party text not null,
    amount integer not null,
    kind text not null,
    first_day integer not null,
    every text not null check (every in ('once', 'week', 'month'))
) strict;

create index regular_account on regular (account);
