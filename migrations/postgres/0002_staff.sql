-- The bank's own people. What each may do follows from the role.
create table staff (
    id bigint primary key,
    username text not null unique,
    name text not null,
    role text not null,
    created_at bigint not null
);
