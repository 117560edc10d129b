-- A step above Large, and colours that stand as far apart as they can. A longer list of words is a new column here: that
-- is the same on both databases, and neither writes the table anew.
alter table customer add column text_sizes text not null default 'standard'
    check (text_sizes in ('standard', 'large', 'largest'));

update customer set text_sizes = text_size;

alter table customer drop column text_size;

alter table customer rename column text_sizes to text_size;

alter table customer add column contrast text not null default 'device' check (contrast in ('device', 'more'));
