-- Whether who noted an assessment only brought it in, by a sheet that does not say whose word it is. Who brings in is nobody's
-- assessor. Of before it is known only where the sheet did not even say what kind of word it was.
alter table assessment add column brought_in flag not null default false;
-- only: postgres
alter table assessment no force row level security;
-- end only
update assessment set brought_in = true where source = 'matrix';
-- only: postgres
alter table assessment force row level security;
-- end only
