-- What was done, by whom, to what: ids only, never names or words. Rows are added, and never change.
create table audit (
    organisation id not null references organisation (id),
    id id not null,
    noted_at instant not null,
    -- Who did it; nobody when the program itself did.
    actor id,
    act text not null,
    -- What it was done to: the id of a round, a person, a session …
    subject id not null,
    primary key (organisation, id)
);
create index audit_by_time on audit (organisation, noted_at);
create index audit_by_subject on audit (organisation, subject);

-- only: sqlite
create trigger audit_never_changes before update on audit
begin
    select raise(abort, 'audit rows never change');
end;
create trigger audit_never_goes before delete on audit
begin
    select raise(abort, 'audit rows never go');
end;
-- end only
-- only: postgres
create function audit_never_changes() returns trigger language plpgsql as $$
begin
    raise exception 'audit rows never change' using errcode = '23514';
end
$$;
create trigger audit_never_changes before update or delete or truncate on audit
    for each statement execute function audit_never_changes();
-- end only
