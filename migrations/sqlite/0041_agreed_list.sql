-- Which list of what is counted somebody agreed to, where they help. Whoever agreed before now did so to the first.
alter table customer add column improve_list integer not null default 1 check (improve_list > 0);
