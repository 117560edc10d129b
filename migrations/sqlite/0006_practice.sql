-- Practice: who plays, and how far their lessons have come. These tables have rows in the database of the play bank
-- only; a real bank has them empty, because both are made by the same steps.

-- A real customer as a player: once for each language, because the names in a town are in one. The serial is who they
-- are in the play bank, and where the accounts of their town are. `customer` is of another database: nothing refers to it.
create table player (
    serial integer primary key,
    customer integer not null,
    language text not null,
    ready integer not null default 0 check (ready in (0, 1)),
    -- Grows with each choice of one's own towns: a player is in the one they chose last.
    chosen integer not null default 0,
    unique (customer, language)
) strict;

create table lesson (
    customer integer not null,
    lesson text not null,
    done integer not null check (done >= 0),
    started_at integer not null,
    finished_at integer,
    primary key (customer, lesson)
) strict, without rowid;
