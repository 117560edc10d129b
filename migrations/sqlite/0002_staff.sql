-- The bank's own people. What each may do follows from the role.
create table staff (
    id integer primary key,
    username text not null unique,
    name text not null,
    role text not null check (role in ('agent', 'payments-officer', 'designer', 'auditor', 'administrator')),
    created_at integer not null
) strict;
