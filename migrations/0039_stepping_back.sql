-- Whether a pair may hold a first talk before the two answer.
alter table scheme add column first_talk flag not null default false;
-- The day of that talk, as one of the two noted it.
alter table partnership add column talk_on day;
-- Whether it ended because one of the two stepped back. Which of them is in no table but the record of what was done.
alter table partnership add column stepped_back flag not null default false;
