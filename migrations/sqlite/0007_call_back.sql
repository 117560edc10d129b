-- Calls that people asked for. Who is not signed in is called by the name they gave; of a customer the name stays where
-- it is. `page` is a word for the kind of page they were on, where they wanted that to be known, and empty otherwise.
create table call_back (
    id integer primary key,
    customer integer references customer (id),
    name text not null,
    phone text not null,
    language text not null,
    day integer not null,
    part text not null check (part in ('morning', 'afternoon', 'evening')),
    page text not null,
    state text not null check (state in ('waiting', 'done', 'cancelled')),
    asked_at integer not null,
    ended_at integer
) strict;

create index call_back_customer on call_back (customer, id) where customer is not null;
create index call_back_waiting on call_back (day) where state = 'waiting';
create index call_back_asked on call_back (asked_at);

-- Whether somebody wants to spend little data, and whether keys lead them to places.
alter table customer add column data_use text not null default 'usual' check (data_use in ('usual', 'less'));
alter table customer add column shortcuts text not null default 'off' check (shortcuts in ('off', 'on'));
