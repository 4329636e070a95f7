-- A sheet of pupils is for the whole organisation, and for no round.
-- only: postgres
alter table import_upload alter column round drop not null;
-- end only
-- only: sqlite
alter table import_upload rename to import_upload_before;
create table import_upload (
    organisation id not null references organisation (id),
    id id not null,
    round id,
    kind text not null,
    made_by id not null,
    made_at instant not null,
    contents bytes,
    choice bytes,
    taken_at instant,
    primary key (organisation, id),
    foreign key (organisation, round) references round (organisation, id),
    foreign key (organisation, made_by) references person (organisation, id)
);
insert into import_upload (organisation, id, round, kind, made_by, made_at, contents, choice, taken_at)
    select organisation, id, round, kind, made_by, made_at, contents, choice, taken_at from import_upload_before;
drop table import_upload_before;
create index import_upload_by_person on import_upload (organisation, made_by);
create index import_upload_by_time on import_upload (organisation, made_at);
-- end only
