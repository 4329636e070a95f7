-- The day on which it was taken back that somebody taught a pupil: of a slip no row is left, and the year for which the pupil
-- is kept begins on it all the same.
alter table pupil add column kept_from day;
