-- Which notice somebody was shown last; none, when their organisation had not written any. When stands in notice_at.
alter table person add column notice_shown id;
-- Whoever was shown one before this was written down saw the newest of that moment.
update person set notice_shown = (
    select n.id from notice n where n.organisation = person.organisation and n.written_at <= person.notice_at
    order by n.written_at desc, n.id desc limit 1)
where notice_at is not null;
