-- When an administrator decided it: from then on it is gone on with, whatever cuts it off.
alter table erasure_request add column decided_at instant;
