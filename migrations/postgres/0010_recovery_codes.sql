-- Codes on paper for whoever has lost everything else: their hashes. Each is good once.
create table recovery_code (
    customer bigint not null references customer (id),
    hash bytea not null,
    primary key (customer, hash)
);
