-- Adobe-defined functions, as far as they are expressions over the rows of a window frame. The aggregates that some of them need are written in C#.

CREATE MACRO adobe_touch(channel, touched, moment) AS CASE WHEN touched IS NOT NULL THEN
    {'name': channel, 'value': touched, 'timestamp': moment, 'fraction': CAST(1 AS DOUBLE)} END;

-- The aggregates give touches as texts: they become values of the type that the channel has.
CREATE MACRO adobe_first_touch(channel, touches, value, moment) AS list_transform([touches], lambda t:
    adobe_touch(channel, cast_to_type(t.first, value), cast_to_type(t.first_time, moment)))[1];

-- The time is that of the last event before the expiry, as in the tables of Adobe's page.
CREATE MACRO adobe_last_touch(channel, past, future, value, moment) AS list_transform([{'past': past, 'future': future}], lambda t:
    adobe_touch(channel, cast_to_type(coalesce(t.future.last, t.past.last), value), cast_to_type(t.future.end_time, moment)))[1];

CREATE MACRO adobe_page(page) AS CASE WHEN page IS NOT NULL THEN {'value': page} END;
