-- Whether somebody of the bank may work.
alter table staff add column status text not null default 'active' check (status in ('active', 'suspended'));

-- Their passkeys (WebAuthn level 3), apart from those of customers: none is ever taken for the other.
create table staff_passkey (
    id bigint primary key,
    staff bigint not null references staff (id),
    credential bytea not null unique,
    public_key text not null,
    created_at bigint not null,
    used_at bigint
);

create index staff_passkey_staff on staff_passkey (staff);

-- The link by which somebody makes their passkey: a hash of its secret. It is good once.
create table staff_link (
    staff bigint primary key references staff (id),
    secret_hash bytea not null unique,
    expires_at bigint not null
);

-- Their sessions, apart from those of customers.
create table staff_session (
    secret_hash bytea primary key,
    key bigint not null unique,
    staff bigint references staff (id),
    data text not null,
    created_at bigint not null,
    seen_at bigint not null,
    expires_at bigint not null,
    agent text not null,
    address text not null
);

create index staff_session_staff on staff_session (staff) where staff is not null;
create index staff_session_ended on staff_session (expires_at);

-- Who may see whom, having said why, and until when.
create table customer_look (
    staff bigint not null references staff (id),
    customer bigint not null references customer (id),
    until bigint not null,
    primary key (staff, customer)
);

-- Who of the bank wants a freeze to end, until another has agreed.
create table staff_thaw (
    customer bigint primary key references customer (id),
    staff bigint not null references staff (id),
    asked_at bigint not null
);

-- Why something was done, where whoever did it had to say so. Its row is sealed with it.
alter table audit add column why text;

-- What moves money is most of the chain, and is found without; its rows pay nothing for this.
create index audit_beside_money on audit (what, id)
where what not in ('transfer', 'hold', 'capture', 'release', 'reverse');
