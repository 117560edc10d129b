-- Whether the program may learn from what somebody writes to it.
alter table customer add column learn text not null default 'off' check (learn in ('off', 'on'));

-- What it did not understand, of those who let it, without secrets; and what was meant, once somebody of the bank has said
-- so, and another has agreed. Guesses are JSON.
create table missed (
    id integer primary key,
    customer integer not null references customer (id),
    words text not null,
    language text not null,
    why text not null check (why in ('unsure', 'not-this')),
    guesses text not null,
    label text,
    labelled_by integer references staff (id),
    agreed_by integer references staff (id),
    check ((label is null) = (labelled_by is null)),
    check (agreed_by is null or label is not null),
    check (agreed_by is null or agreed_by <> labelled_by)
) strict;

create index missed_customer on missed (customer);
create index missed_open on missed (id) where agreed_by is null;
