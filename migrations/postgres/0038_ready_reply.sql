-- Answers that the bank's own people keep ready. What one says in each language is in `texts`, and what customers ask
-- that it answers is in `about`, both as JSON.
create table ready_reply (
    id bigint primary key,
    title text not null,
    texts text not null,
    about text not null,
    changed_by bigint not null references staff (id),
    changed_at bigint not null,
    version bigint not null
);
