-- What people say was hard to see, to hear, to understand or to press. Nobody's name is kept with it.
create table feedback (
    id bigint primary key,
    hard text not null,
    place text not null,
    reach text not null,
    language text not null,
    told_at bigint not null
);
