-- What is counted of more journeys than payments. Nothing is written in between that would be left behind.
create table journey_told (
    id integer primary key,
    unit text not null,
    journey text not null check (journey in ('payment', 'chat', 'ticket', 'limit')),
    kind text not null check (kind in ('started', 'completed', 'abandoned', 'error-shown', 'help-asked')),
    seconds integer,
    told_at integer not null
) strict;
insert into journey_told select id, unit, journey, kind, seconds, told_at from journey_event;
drop table journey_event;
alter table journey_told rename to journey_event;
create index journey_event_unit on journey_event (unit);
create index journey_event_told on journey_event (told_at);
