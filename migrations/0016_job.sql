-- What is to be done once a change is kept: put in the transaction of the change, done by a worker, at least once.
create table job (
    organisation id not null references organisation (id),
    id id not null,
    -- What is to be done, and about what: an id, nothing else.
    kind text not null,
    subject id not null,
    -- What it is called by: a second job of the same name is not put.
    dedupe_key text not null,
    -- When it was first due.
    due_at instant not null,
    attempts whole not null,
    done_at instant,
    -- When it was given up, and why it last failed: our own words, no names, no addresses.
    failed_at instant,
    last_error text,
    primary key (organisation, id),
    unique (organisation, dedupe_key)
);
create index job_by_subject on job (organisation, kind, subject);
create index job_by_failure on job (organisation, failed_at);
create index job_by_end on job (organisation, done_at);

-- Which jobs are due, of all organisations. Stands outside them, without what the job is about, so that one worker finds
-- all of them. Who takes a job holds it until `lease_until`; a job that is done or given up is not here.
create table job_index (
    id id primary key,
    organisation id not null,
    run_at instant not null,
    attempts whole not null,
    lease_until instant,
    holder id,
    foreign key (organisation) references organisation (id)
);
create index job_index_by_time on job_index (run_at);
create index job_index_by_holder on job_index (holder);

-- only: postgres
alter table job enable row level security;
alter table job force row level security;
create policy own_organisation on job
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
-- end only
