-- The most that somebody new may be paid in the first 24 hours: for accounts that are there already, what one payment may
-- be. Play money has no such limit.
alter table account add column new_payee_limit integer not null default 1152921504606846976;
update account set new_payee_limit = payment_limit;

-- To how much a limit is to be raised, and when that was asked for. When it holds is not kept: it follows from that.
alter table account add column payment_raise integer;
alter table account add column payment_raised_at integer;
alter table account add column daily_raise integer;
alter table account add column daily_raised_at integer;
alter table account add column new_payee_raise integer;
alter table account add column new_payee_raised_at integer;

-- When an account paid another for the first time, and what it paid it while it was new.
create table first_payment (
    account integer not null,
    payee integer not null,
    first_at integer not null,
    paid integer not null,
    primary key (account, payee)
) strict, without rowid;

insert into first_payment (account, payee, first_at, paid)
select t.debit, t.credit, min(t.booked_at), cast(sum(t.amount) as integer)
from transfer t
join account a on a.id = t.debit
join account b on b.id = t.credit
where t.kind in ('payment', 'standing-order') and a.number is not null and b.number is not null
group by t.debit, t.credit;
