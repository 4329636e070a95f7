-- Whether an application meets the rules of who may take part: the mark of the rules it was looked at by, behind a '-' where
-- one is not met. Rules that changed since have another mark, and the application is looked at again; null was never.
alter table application add column meets text;
create index application_by_meets on application (organisation, round, meets, role);
-- A page of a list by name begins where the one before ended, and reads no more than it shows.
create index person_by_name on person (organisation, name, id);
create index person_by_membership on person (organisation, membership);
