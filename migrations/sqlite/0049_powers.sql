-- Powers of attorney: somebody acts for a customer by a document that two of the bank have looked at. It gives nothing
-- before another has agreed and the attorney has accepted.
create table power_of_attorney (
    id integer primary key,
    donor integer not null references customer (id),
    attorney integer not null references customer (id),
    kind text not null check (kind in ('lasting', 'general', 'court')),
    -- What is written on the document to tell it from others.
    document text not null,
    -- The last day on which they may act; null where it has none.
    last_day integer,
    asked_by integer not null references staff (id),
    asked_at integer not null,
    agreed_by integer references staff (id),
    agreed_at integer,
    began_at integer,
    ended_at integer,
    -- Two people of the bank, whatever the program decides.
    check (agreed_by is null or agreed_by <> asked_by)
) strict;

create index power_of_attorney_donor on power_of_attorney (donor);
create index power_of_attorney_attorney on power_of_attorney (attorney);
create index power_of_attorney_last_day on power_of_attorney (last_day) where ended_at is null;

-- The accounts that it is about: those that were the donor's alone when it began.
create table power_account (
    power integer not null references power_of_attorney (id),
    account integer not null references account (id),
    primary key (power, account)
) strict;

-- The power that gives the leave to pay, and the leave to look: it ends with that, and by nothing else.
alter table delegate add column power integer references power_of_attorney (id);
alter table mandate add column power integer references power_of_attorney (id);

create index delegate_power on delegate (power) where power is not null;
create index mandate_power on mandate (power) where power is not null;
