-- A second wall on PostgreSQL: whatever a statement asks for, a transaction sees the rows of one organisation, the one
-- it was opened for (`set local duet.organisation`). Unset is an empty text there, hence `nullif`: no rows at all.
-- Forced, so that it holds for the tables' owner too. A later migration that changes rows lifts it meanwhile.
-- only: postgres
alter table workplace enable row level security;
alter table workplace force row level security;
create policy own_organisation on workplace
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
alter table person enable row level security;
alter table person force row level security;
create policy own_organisation on person
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
alter table letter enable row level security;
alter table letter force row level security;
create policy own_organisation on letter
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
alter table evaluation enable row level security;
alter table evaluation force row level security;
create policy own_organisation on evaluation
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
alter table scheme enable row level security;
alter table scheme force row level security;
create policy own_organisation on scheme
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
alter table appointment enable row level security;
alter table appointment force row level security;
create policy own_organisation on appointment
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
alter table round enable row level security;
alter table round force row level security;
create policy own_organisation on round
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
alter table application enable row level security;
alter table application force row level security;
create policy own_organisation on application
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
alter table application_import enable row level security;
alter table application_import force row level security;
create policy own_organisation on application_import
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
alter table partnership enable row level security;
alter table partnership force row level security;
create policy own_organisation on partnership
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
alter table partnership_answer enable row level security;
alter table partnership_answer force row level security;
create policy own_organisation on partnership_answer
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
alter table pair_wish enable row level security;
alter table pair_wish force row level security;
create policy own_organisation on pair_wish
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
alter table proposal enable row level security;
alter table proposal force row level security;
create policy own_organisation on proposal
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
alter table proposal_pair enable row level security;
alter table proposal_pair force row level security;
create policy own_organisation on proposal_pair
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
alter table proposal_left_out enable row level security;
alter table proposal_left_out force row level security;
create policy own_organisation on proposal_left_out
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
alter table proposal_proof enable row level security;
alter table proposal_proof force row level security;
create policy own_organisation on proposal_proof
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
alter table session enable row level security;
alter table session force row level security;
create policy own_organisation on session
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
alter table audit enable row level security;
alter table audit force row level security;
create policy own_organisation on audit
    using (organisation = nullif(current_setting('duet.organisation', true), '')::uuid);
-- end only
-- only: sqlite
select 1;
-- end only
