-- The audit's rows as links of a chain, numbered as they were sealed. Each hash is of the one before and of its row, so that
-- a row that is changed, removed or moved is found out. The newest hash is written outside the database too.
create table audit_link (
    organisation id not null references organisation (id),
    number whole not null check (number > 0),
    audit id not null,
    hash bytes not null,
    sealed_at instant not null,
    primary key (organisation, number),
    unique (organisation, audit),
    foreign key (organisation, audit) references audit (organisation, id)
);

-- only: sqlite
create trigger audit_link_never_changes before update on audit_link
begin
    select raise(abort, 'audit rows never change');
end;
create trigger audit_link_never_goes before delete on audit_link
begin
    select raise(abort, 'audit rows never go');
end;
-- end only
-- only: postgres
create trigger audit_link_never_changes before update or delete or truncate on audit_link
    for each statement execute function audit_never_changes();
alter table audit_link enable row level security;
alter table audit_link force row level security;
create policy own_organisation on audit_link
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
-- end only
