-- Arrangements of pages that the bank's own people have written. What was said and done is in `entries`, as JSON in its
-- order: it is read and written with the rest, under one version.
create table arrangement (
    id integer primary key,
    page text not null,
    name text not null,
    sha256 text not null,
    author integer not null references staff (id),
    stage text not null check (stage in ('draft', 'submitted', 'checked', 'approved', 'live', 'refused', 'retired')),
    begun_at integer not null,
    changed_at integer not null,
    body text not null,
    entries text not null,
    version integer not null,
    unique (page, name)
) strict;

-- Of one page no two are shown to customers.
create unique index arrangement_live on arrangement (page) where stage = 'live';
create index arrangement_stage on arrangement (stage);
create index arrangement_changed on arrangement (changed_at, id);

-- As long as there is a row, everybody is shown pages as they are.
create table arrangement_halt (
    one integer primary key check (one = 1),
    by_staff integer not null references staff (id),
    at integer not null,
    why text not null
) strict;
