-- What a question is about; a number that nobody can guess, which its digest covers as well; and what the answer of a
-- passkey is checked against, where the person has one.
alter table challenge add column purpose text not null default 'payment';
alter table challenge add column nonce text not null default '';
alter table challenge add column ceremony text;

-- Passkeys (WebAuthn level 3). What is kept is public: the private half never leaves the authenticator.
create table passkey (
    id bigint primary key,
    customer bigint not null references customer (id),
    credential bytea not null unique,
    public_key text not null,
    name text not null,
    synced bigint not null,
    created_at bigint not null,
    used_at bigint
);

create index passkey_customer on passkey (customer);
