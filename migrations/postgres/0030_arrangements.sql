-- Arrangements of pages that the bank's own people have written. What was said and done is in `entries`, as JSON in its
-- order: it is read and written with the rest, under one version.
create table arrangement (
    id bigint primary key,
    page text not null,
    name text not null,
    sha256 text not null,
    author bigint not null references staff (id),
    stage text not null check (stage in ('draft', 'submitted', 'checked', 'approved', 'live', 'refused', 'retired')),
    begun_at bigint not null,
    changed_at bigint not null,
    body text not null,
    entries text not null,
    version bigint not null,
    unique (page, name)
);

-- Of one page no two are shown to customers.
create unique index arrangement_live on arrangement (page) where stage = 'live';
create index arrangement_stage on arrangement (stage);
create index arrangement_changed on arrangement (changed_at, id);

-- As long as there is a row, everybody is shown pages as they are.
create table arrangement_halt (
    one bigint primary key check (one = 1),
    by_staff bigint not null references staff (id),
    at bigint not null,
    why text not null
);
