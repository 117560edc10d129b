-- Whether somebody helps to make the pages better, and which pages they keep as they were, a bit for each.
alter table customer add column improve text not null default 'off' check (improve in ('off', 'on'));
alter table customer add column old_pages bigint not null default 0;

-- That a unit was shown a variation of an experiment, the first time. A unit is a code made with a secret: no customer is
-- in here, nothing of their money, and of who does not help, nothing.
create table exposure (
    unit text not null,
    experiment text not null,
    bucket_version bigint not null,
    variation text not null,
    text_size text not null check (text_size in ('standard', 'large', 'largest')),
    language text not null,
    shown_at bigint not null,
    left_at bigint,
    primary key (unit, experiment, bucket_version)
);

create index exposure_experiment on exposure (experiment, bucket_version);
create index exposure_shown on exposure (shown_at);

-- What happened on a unit's journeys.
create table journey_event (
    id bigint primary key,
    unit text not null,
    journey text not null check (journey in ('payment')),
    kind text not null check (kind in ('started', 'completed', 'abandoned', 'error-shown', 'help-asked')),
    seconds bigint,
    told_at bigint not null
);

create index journey_event_unit on journey_event (unit);
create index journey_event_told on journey_event (told_at);

-- The experiments that were stopped because they did harm, and by which measure.
create table experiment_stop (
    experiment text not null,
    bucket_version bigint not null,
    variation text not null,
    measure text not null check (measure in ('completed', 'error-shown', 'help-asked', 'seconds')),
    stopped_at bigint not null,
    primary key (experiment, bucket_version)
);
