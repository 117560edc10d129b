-- Why somebody of the bank wants a freeze to end: whoever agrees reads it first.
alter table staff_thaw add column why text not null default '';
