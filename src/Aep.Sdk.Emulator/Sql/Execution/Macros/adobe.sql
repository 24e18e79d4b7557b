-- Adobe-defined functions, as far as they are expressions over the rows of a window frame.

-- A session's state at the last event of a list; a new session begins where the flag of an event says so.
CREATE MACRO adobe_session(events) AS list_transform(
    [list_reduce(
        list_transform(events, lambda e: {'time': e.time, 'starts': e.starts, 'diff': CAST(0 AS BIGINT), 'num': CAST(1 AS BIGINT), 'fresh': true, 'depth': CAST(1 AS BIGINT)}),
        lambda a, b: {
            'time': b.time,
            'starts': b.starts,
            'diff': system.main.date_sub('second', a.time, b.time),
            'num': a.num + CASE WHEN b.starts THEN 1 ELSE 0 END,
            'fresh': b.starts,
            'depth': CASE WHEN b.starts THEN 1 ELSE a.depth + 1 END})],
    lambda s: {'timestamp_diff': s.diff, 'num': s.num, 'is_new': s.fresh, 'depth': s.depth})[1];

CREATE MACRO adobe_sess_timeout(times, expiry) AS adobe_session(list_transform(times, lambda t, i:
    {'time': t, 'starts': i > 1 AND system.main.date_sub('second', times[greatest(i - 1, 1)], t) >= expiry}));

CREATE MACRO adobe_sess_start_if(events) AS adobe_session(list_transform(events, lambda e:
    {'time': e.time, 'starts': coalesce(e.hit, false)}));

CREATE MACRO adobe_sess_end_if(events) AS adobe_session(list_transform(events, lambda e, i:
    {'time': e.time, 'starts': i > 1 AND coalesce(events[greatest(i - 1, 1)].hit, false)}));

CREATE MACRO adobe_touch(channel, touched, moment) AS CASE WHEN touched IS NOT NULL THEN
    {'name': channel, 'value': touched, 'timestamp': moment, 'fraction': CAST(1 AS DOUBLE)} END;

-- The events since the channel expired last: after the event that meets the condition, or before it.
CREATE MACRO adobe_since_expiry(events, expires_before) AS events[
    CASE WHEN expires_before
        THEN greatest(coalesce(list_max(list_filter(range(1, len(events) + 1), lambda i: events[i].expires)), 0), 1)
        ELSE coalesce(list_max(list_filter(range(1, len(events)), lambda i: events[i].expires)), 0) + 1
    END:];

-- The events until the channel expires next.
CREATE MACRO adobe_until_expiry(events, expires_before) AS events[1:
    CASE WHEN expires_before
        THEN coalesce(list_min(list_filter(range(2, len(events) + 1), lambda i: events[i].expires)) - 1, len(events))
        ELSE coalesce(list_min(list_filter(range(1, len(events) + 1), lambda i: events[i].expires)), len(events))
    END];

CREATE MACRO adobe_touches(events) AS list_filter(events, lambda e: e.touched IS NOT NULL);

CREATE MACRO adobe_first_touch(channel, events) AS list_transform([adobe_touches(events)[1]], lambda t: adobe_touch(channel, t.touched, t.time))[1];

-- The time is that of the last event before the expiry, as in the tables of Adobe's page.
CREATE MACRO adobe_last_touch(channel, past, future) AS adobe_touch(
    channel, coalesce(adobe_touches(future)[-1].touched, adobe_touches(past)[-1].touched), future[-1].time);

CREATE MACRO adobe_page(page) AS CASE WHEN page IS NOT NULL THEN {'value': page} END;
