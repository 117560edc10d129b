-- What other banks said and this one did not understand, or could not apply: kept as it was said, for people to look at.
create table interbank_aside (
    id integer primary key,
    heard_at integer not null,
    why text not null,
    said text not null
) strict;
