-- Codes on paper for whoever has lost everything else: their hashes. Each is good once.
create table recovery_code (
    customer integer not null references customer (id),
    hash blob not null,
    primary key (customer, hash)
) strict, without rowid;
