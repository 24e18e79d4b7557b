-- Functions of Spark SQL that the engine lacks or means differently. A name shadows the engine's own, which stays reachable as system.main.name.

-- Casts: text that cannot be read is NULL, fractions are cut off, a timestamp is its seconds since 1970.
CREATE MACRO spark_tinyint(x BOOLEAN) AS CAST(x AS TINYINT), (x BIGINT) AS CAST(x AS TINYINT), (x HUGEINT) AS CAST(x AS TINYINT), (x DOUBLE) AS CAST(trunc(x) AS TINYINT),
    (x VARCHAR) AS TRY_CAST(trunc(TRY_CAST(trim(x) AS DECIMAL(38, 6))) AS TINYINT),
    (x TIMESTAMP) AS CAST(floor(epoch(x)) AS TINYINT), (x TIMESTAMPTZ) AS CAST(floor(epoch(x)) AS TINYINT);
CREATE MACRO spark_smallint(x BOOLEAN) AS CAST(x AS SMALLINT), (x BIGINT) AS CAST(x AS SMALLINT), (x HUGEINT) AS CAST(x AS SMALLINT), (x DOUBLE) AS CAST(trunc(x) AS SMALLINT),
    (x VARCHAR) AS TRY_CAST(trunc(TRY_CAST(trim(x) AS DECIMAL(38, 6))) AS SMALLINT),
    (x TIMESTAMP) AS CAST(floor(epoch(x)) AS SMALLINT), (x TIMESTAMPTZ) AS CAST(floor(epoch(x)) AS SMALLINT);
CREATE MACRO spark_integer(x BOOLEAN) AS CAST(x AS INTEGER), (x BIGINT) AS CAST(x AS INTEGER), (x HUGEINT) AS CAST(x AS INTEGER), (x DOUBLE) AS CAST(trunc(x) AS INTEGER),
    (x VARCHAR) AS TRY_CAST(trunc(TRY_CAST(trim(x) AS DECIMAL(38, 6))) AS INTEGER),
    (x TIMESTAMP) AS CAST(floor(epoch(x)) AS INTEGER), (x TIMESTAMPTZ) AS CAST(floor(epoch(x)) AS INTEGER);
CREATE MACRO spark_bigint(x BOOLEAN) AS CAST(x AS BIGINT), (x BIGINT) AS CAST(x AS BIGINT), (x HUGEINT) AS CAST(x AS BIGINT), (x DOUBLE) AS CAST(trunc(x) AS BIGINT),
    (x VARCHAR) AS TRY_CAST(trunc(TRY_CAST(trim(x) AS DECIMAL(38, 6))) AS BIGINT),
    (x TIMESTAMP) AS CAST(floor(epoch(x)) AS BIGINT), (x TIMESTAMPTZ) AS CAST(floor(epoch(x)) AS BIGINT);
CREATE MACRO spark_float(x BOOLEAN) AS CAST(CAST(x AS INTEGER) AS FLOAT), (x DOUBLE) AS CAST(x AS FLOAT), (x VARCHAR) AS TRY_CAST(trim(x) AS FLOAT),
    (x TIMESTAMP) AS CAST(epoch(x) AS FLOAT), (x TIMESTAMPTZ) AS CAST(epoch(x) AS FLOAT);
CREATE MACRO spark_double(x BOOLEAN) AS CAST(CAST(x AS INTEGER) AS DOUBLE), (x DOUBLE) AS CAST(x AS DOUBLE), (x VARCHAR) AS TRY_CAST(trim(x) AS DOUBLE),
    (x TIMESTAMP) AS CAST(epoch(x) AS DOUBLE), (x TIMESTAMPTZ) AS CAST(epoch(x) AS DOUBLE);
CREATE MACRO spark_number(x) AS TRY_CAST(trim(x) AS DOUBLE);
CREATE MACRO spark_any_number(x) AS TRY_CAST(trim(CAST(x AS VARCHAR)) AS DOUBLE);
CREATE MACRO spark_boolean(x BOOLEAN) AS x, (x DOUBLE) AS x <> 0,
    (x VARCHAR) AS CASE WHEN lower(trim(x)) IN ('t', 'true', 'y', 'yes', '1') THEN true WHEN lower(trim(x)) IN ('f', 'false', 'n', 'no', '0') THEN false END;
CREATE MACRO spark_timestamp(x TIMESTAMP) AS x, (x TIMESTAMPTZ) AS CAST(x AS TIMESTAMP), (x DATE) AS CAST(x AS TIMESTAMP),
    (x BIGINT) AS make_timestamp(x * 1000000), (x DOUBLE) AS make_timestamp(CAST(floor(x * 1000000) AS BIGINT)),
    (x VARCHAR) AS coalesce(TRY_CAST(TRY_CAST(trim(x) AS TIMESTAMPTZ) AS TIMESTAMP), try_strptime(trim(x), ['%Y-%m', '%Y']));
CREATE MACRO spark_date(x DATE) AS x, (x TIMESTAMP) AS CAST(x AS DATE), (x TIMESTAMPTZ) AS CAST(CAST(x AS TIMESTAMP) AS DATE),
    (x VARCHAR) AS coalesce(TRY_CAST(trim(x) AS DATE), CAST(TRY_CAST(trim(x) AS TIMESTAMP) AS DATE), CAST(try_strptime(trim(x), ['%Y-%m', '%Y']) AS DATE));

-- Numbers
CREATE MACRO ln(x) AS CASE WHEN x > 0 THEN system.main.ln(x) END;
CREATE MACRO log(x) AS CASE WHEN x > 0 THEN system.main.ln(x) END, (base, x) AS CASE WHEN base > 0 AND x > 0 THEN system.main.ln(x) / system.main.ln(base) END;
CREATE MACRO log10(x) AS CASE WHEN x > 0 THEN system.main.log10(x) END;
CREATE MACRO log2(x) AS CASE WHEN x > 0 THEN system.main.log2(x) END;
CREATE MACRO log1p(x) AS CASE WHEN x > -1 THEN system.main.ln(1 + CAST(x AS DOUBLE)) END;
CREATE MACRO expm1(x) AS exp(x) - 1;
CREATE MACRO sqrt(x) AS CASE WHEN x < 0 THEN CAST('NaN' AS DOUBLE) ELSE system.main.sqrt(x) END;
CREATE MACRO acos(x) AS CASE WHEN abs(x) > 1 THEN CAST('NaN' AS DOUBLE) ELSE system.main.acos(x) END;
CREATE MACRO asin(x) AS CASE WHEN abs(x) > 1 THEN CAST('NaN' AS DOUBLE) ELSE system.main.asin(x) END;
CREATE MACRO hypot(a, b) AS system.main.sqrt(CAST(a AS DOUBLE) * a + CAST(b AS DOUBLE) * b);
CREATE MACRO e() AS exp(1);
CREATE MACRO negative(x) AS -(x);
CREATE MACRO positive(x) AS x;
CREATE MACRO rint(x) AS round_even(CAST(x AS DOUBLE), 0);
CREATE MACRO bround(x) AS round_even(x, 0), (x, digits) AS round_even(x, digits);
CREATE MACRO signum(x) AS CAST(system.main.sign(x) AS DOUBLE);
CREATE MACRO sign(x) AS CAST(system.main.sign(x) AS DOUBLE);
CREATE MACRO ceil(x) AS CAST(system.main.ceil(x) AS BIGINT);
CREATE MACRO ceiling(x) AS CAST(system.main.ceil(x) AS BIGINT);
CREATE MACRO floor(x) AS CAST(system.main.floor(x) AS BIGINT);
CREATE MACRO factorial(x) AS CASE WHEN x BETWEEN 0 AND 20 THEN CAST(system.main.factorial(CAST(x AS INTEGER)) AS BIGINT) END;
CREATE MACRO pmod(a, n) AS CASE WHEN n <> 0 THEN ((a % n) + n) % n END;
CREATE MACRO try_divide(a, b) AS a / nullif(b, 0);
CREATE MACRO try_add(a, b) AS TRY(a + b);
CREATE MACRO try_subtract(a, b) AS TRY(a - b);
CREATE MACRO try_multiply(a, b) AS TRY(a * b);
CREATE MACRO nanvl(a, b) AS CASE WHEN system.main.isnan(CAST(a AS DOUBLE)) THEN b ELSE a END;
CREATE MACRO isnan(x) AS coalesce(system.main.isnan(CAST(x AS DOUBLE)), false);
CREATE MACRO rand() AS random(), (seed) AS random();
CREATE MACRO randn() AS system.main.sqrt(-2 * system.main.ln(1 - random())) * cos(2 * pi() * random()),
    (seed) AS system.main.sqrt(-2 * system.main.ln(1 - random())) * cos(2 * pi() * random());
CREATE MACRO shiftleft(x, n) AS CAST(x AS BIGINT) << CAST(n AS INTEGER);
CREATE MACRO shiftright(x, n) AS CAST(x AS BIGINT) >> CAST(n AS INTEGER);
CREATE MACRO width_bucket(x, low, high, n) AS CASE WHEN x < low THEN 0 WHEN x >= high THEN n + 1 ELSE CAST(system.main.floor((x - low) * n / (high - low)) AS BIGINT) + 1 END;

CREATE MACRO shiftrightunsigned(x INTEGER, n) AS CAST((CAST(x AS BIGINT) & 4294967295) >> CAST(n AS INTEGER) AS INTEGER),
    (x BIGINT, n) AS CAST(((CAST(x AS HUGEINT) + 18446744073709551616) % 18446744073709551616) // CAST(pow(2, n) AS HUGEINT) AS BIGINT);
-- The digits before the first that the base lacks, and their value. A negative number is one of 64 bits unless the target's base is negative.
CREATE MACRO conv_digits(x) AS list_transform(string_split(system.main.regexp_extract(upper(x), '^-?([0-9A-Z]*)', 1), ''),
    lambda c: strpos('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', c) - 1);
CREATE MACRO conv_value(digits, base) AS list_reduce(list_prepend(CAST(0 AS HUGEINT), list_transform(
    digits[:coalesce(list_position(list_transform(digits, lambda d: d >= base), true) - 1, len(digits))], lambda d: CAST(d AS HUGEINT))), lambda a, d: a * base + d);
CREATE MACRO conv(x, source, target) AS CASE WHEN trim(CAST(x AS VARCHAR)) <> '' THEN
    list_transform([conv_value(conv_digits(trim(CAST(x AS VARCHAR))), source)], lambda v: CASE
        WHEN trim(CAST(x AS VARCHAR))[1] <> '-' THEN upper(to_base(CAST(v AS BIGINT), abs(target)))
        WHEN target < 0 THEN '-' || upper(to_base(CAST(v AS BIGINT), -target))
        WHEN target = 16 THEN hex(CAST(-v AS BIGINT))
        WHEN target = 2 THEN bin(CAST(-v AS BIGINT))
        ELSE error('conv of a negative number is supported to the bases 2 and 16 and to negative bases') END)[1] END;

-- Types
CREATE MACRO typeof(x) AS spark_type_name(system.main.typeof(x));

-- Nulls
CREATE MACRO nvl(a, b) AS coalesce(a, b);
CREATE MACRO nvl2(a, b, c) AS CASE WHEN a IS NOT NULL THEN b ELSE c END;
CREATE MACRO isnotnull(x) AS x IS NOT NULL;
CREATE MACRO zeroifnull(x) AS coalesce(x, 0);
CREATE MACRO nullifzero(x) AS nullif(x, 0);
CREATE MACRO equal_null(a, b) AS a IS NOT DISTINCT FROM b;
CREATE MACRO assert_true(x) AS CASE WHEN NOT x OR x IS NULL THEN error('assert_true failed') END;

-- Dates and times
CREATE MACRO spark_time(t) AS TRY_CAST(TRY_CAST(t AS TIMESTAMPTZ) AS TIMESTAMP);
CREATE MACRO spark_day(t) AS CAST(TRY_CAST(TRY_CAST(t AS TIMESTAMPTZ) AS TIMESTAMP) AS DATE);
CREATE MACRO now() AS CAST(system.main.now() AS TIMESTAMP);
CREATE MACRO date_add(d, n) AS spark_day(d) + CAST(n AS INTEGER);
CREATE MACRO date_sub(d, n) AS spark_day(d) - CAST(n AS INTEGER);
CREATE MACRO datediff(later, earlier) AS CAST(spark_day(later) - spark_day(earlier) AS INTEGER);
CREATE MACRO date_diff(later, earlier) AS CAST(spark_day(later) - spark_day(earlier) AS INTEGER);
CREATE MACRO add_months(d, n) AS CAST(spark_day(d) + to_months(CAST(n AS INTEGER)) AS DATE);
CREATE MACRO last_day(d) AS system.main.last_day(spark_day(d));
CREATE MACRO year(t) AS CAST(system.main.year(spark_time(t)) AS INTEGER);
CREATE MACRO quarter(t) AS CAST(system.main.quarter(spark_time(t)) AS INTEGER);
CREATE MACRO month(t) AS CAST(system.main.month(spark_time(t)) AS INTEGER);
CREATE MACRO day(t) AS CAST(system.main.day(spark_time(t)) AS INTEGER);
CREATE MACRO dayofmonth(t) AS CAST(system.main.day(spark_time(t)) AS INTEGER);
CREATE MACRO dayofyear(t) AS CAST(system.main.dayofyear(spark_time(t)) AS INTEGER);
CREATE MACRO dayofweek(t) AS CAST(system.main.dayofweek(spark_time(t)) AS INTEGER) + 1;
CREATE MACRO weekday(t) AS CAST(isodow(spark_time(t)) AS INTEGER) - 1;
CREATE MACRO weekofyear(t) AS CAST(system.main.weekofyear(spark_time(t)) AS INTEGER);
CREATE MACRO hour(t) AS CAST(system.main.hour(spark_time(t)) AS INTEGER);
CREATE MACRO minute(t) AS CAST(system.main.minute(spark_time(t)) AS INTEGER);
CREATE MACRO second(t) AS CAST(system.main.second(spark_time(t)) AS INTEGER);
CREATE MACRO unix_timestamp() AS CAST(system.main.floor(epoch(system.main.now())) AS BIGINT), (t) AS CAST(system.main.floor(epoch(spark_time(t))) AS BIGINT);
CREATE MACRO to_unix_timestamp(t) AS CAST(system.main.floor(epoch(spark_time(t))) AS BIGINT);
CREATE MACRO from_unixtime(s) AS strftime(make_timestamp(CAST(s AS BIGINT) * 1000000), '%Y-%m-%d %H:%M:%S');
CREATE MACRO timestamp_seconds(s) AS make_timestamp(CAST(CAST(s AS DECIMAL(20, 6)) * 1000000 AS BIGINT));
CREATE MACRO timestamp_millis(s) AS make_timestamp(CAST(s AS BIGINT) * 1000);
CREATE MACRO timestamp_micros(s) AS make_timestamp(CAST(s AS BIGINT));
CREATE MACRO unix_seconds(t) AS CAST(system.main.floor(epoch(spark_time(t))) AS BIGINT);
CREATE MACRO unix_millis(t) AS epoch_ms(spark_time(t));
CREATE MACRO unix_micros(t) AS epoch_us(spark_time(t));
CREATE MACRO to_timestamp(t) AS spark_time(t);
CREATE MACRO to_date(t) AS spark_day(t);
-- The names of summer times in America are not the engine's: they are fixed distances from UTC, with the sign of POSIX.
CREATE MACRO spark_zone(zone) AS CASE upper(zone) WHEN 'EDT' THEN 'Etc/GMT+4' WHEN 'CDT' THEN 'Etc/GMT+5' WHEN 'MDT' THEN 'Etc/GMT+6' WHEN 'PDT' THEN 'Etc/GMT+7' ELSE zone END;
CREATE MACRO from_utc_timestamp(t, zone) AS timezone(spark_zone(zone), spark_time(t) AT TIME ZONE 'UTC');
CREATE MACRO to_utc_timestamp(t, zone) AS timezone('UTC', spark_time(t) AT TIME ZONE spark_zone(zone));
-- A date and whole days are a date.
CREATE MACRO spark_shift(d DATE, days) AS CAST(d + days AS DATE), (t, days) AS t + days;
CREATE MACRO make_ym_interval(years) AS to_years(CAST(years AS INTEGER)), (years, months) AS to_years(CAST(years AS INTEGER)) + to_months(CAST(months AS INTEGER));
CREATE MACRO make_dt_interval(d) AS to_days(CAST(d AS INTEGER)), (d, h) AS to_days(CAST(d AS INTEGER)) + to_hours(h), (d, h, mins) AS to_days(CAST(d AS INTEGER)) + to_hours(h) + to_minutes(mins),
    (d, h, mins, secs) AS to_days(CAST(d AS INTEGER)) + to_hours(h) + to_minutes(mins) + to_seconds(secs);
CREATE MACRO unix_date(d) AS CAST(spark_day(d) - DATE '1970-01-01' AS INTEGER);
CREATE MACRO date_from_unix_date(n) AS DATE '1970-01-01' + CAST(n AS INTEGER);
CREATE MACRO date_trunc(unit, t) AS CAST(system.main.date_trunc(CASE lower(unit)
    WHEN 'yyyy' THEN 'year' WHEN 'yy' THEN 'year' WHEN 'mon' THEN 'month' WHEN 'mm' THEN 'month' WHEN 'dd' THEN 'day' ELSE lower(unit) END, spark_time(t)) AS TIMESTAMP);
CREATE MACRO trunc(x) AS system.main.trunc(x), (d, unit) AS CASE lower(unit)
    WHEN 'year' THEN CAST(system.main.date_trunc('year', spark_day(d)) AS DATE) WHEN 'yyyy' THEN CAST(system.main.date_trunc('year', spark_day(d)) AS DATE)
    WHEN 'yy' THEN CAST(system.main.date_trunc('year', spark_day(d)) AS DATE) WHEN 'quarter' THEN CAST(system.main.date_trunc('quarter', spark_day(d)) AS DATE)
    WHEN 'month' THEN CAST(system.main.date_trunc('month', spark_day(d)) AS DATE) WHEN 'mon' THEN CAST(system.main.date_trunc('month', spark_day(d)) AS DATE)
    WHEN 'mm' THEN CAST(system.main.date_trunc('month', spark_day(d)) AS DATE) WHEN 'week' THEN CAST(system.main.date_trunc('week', spark_day(d)) AS DATE) END;
CREATE MACRO next_day(d, name) AS spark_day(d) + CAST(((list_position(['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'], lower(left(trim(name), 2)))
    - isodow(spark_day(d)) + 6) % 7) + 1 AS INTEGER);
-- Whole months where both days are the same or the last of their months; else a month has 31 days and the time of day counts.
CREATE MACRO months_between(a, b) AS round(
    (system.main.year(spark_time(a)) - system.main.year(spark_time(b))) * 12 + system.main.month(spark_time(a)) - system.main.month(spark_time(b))
    + CASE WHEN system.main.day(spark_time(a)) = system.main.day(spark_time(b))
             OR (last_day(a) = spark_day(a) AND last_day(b) = spark_day(b)) THEN 0
           ELSE (system.main.day(spark_time(a)) - system.main.day(spark_time(b))
             + (epoch(spark_time(a)) - epoch(CAST(spark_day(a) AS TIMESTAMP)) - epoch(spark_time(b)) + epoch(CAST(spark_day(b) AS TIMESTAMP))) / 86400) / 31 END, 8);

-- Texts
CREATE MACRO length(x) AS CAST(system.main.length(CAST(x AS VARCHAR)) AS INTEGER);
CREATE MACRO char_length(x) AS CAST(system.main.length(CAST(x AS VARCHAR)) AS INTEGER);
CREATE MACRO character_length(x) AS CAST(system.main.length(CAST(x AS VARCHAR)) AS INTEGER);
CREATE MACRO octet_length(x) AS CAST(strlen(x) AS INTEGER);
CREATE MACRO bit_length(x) AS CAST(strlen(x) * 8 AS INTEGER);
CREATE MACRO lcase(x) AS lower(x);
CREATE MACRO ucase(x) AS upper(x);
CREATE MACRO initcap(x) AS array_to_string(list_transform(string_split(lower(x), ' '), lambda w: upper(w[1:1]) || w[2:]), ' ');
CREATE MACRO lpad(x, n) AS system.main.lpad(CAST(x AS VARCHAR), n, ' '), (x, n, fill) AS system.main.lpad(CAST(x AS VARCHAR), n, fill);
CREATE MACRO rpad(x, n) AS system.main.rpad(CAST(x AS VARCHAR), n, ' '), (x, n, fill) AS system.main.rpad(CAST(x AS VARCHAR), n, fill);
CREATE MACRO space(n) AS repeat(' ', n);
CREATE MACRO substr(x, pos) AS system.main.substring(CAST(x AS VARCHAR), CASE WHEN pos = 0 THEN 1 ELSE pos END),
    (x, pos, n) AS system.main.substring(CAST(x AS VARCHAR), CASE WHEN pos = 0 THEN 1 ELSE pos END, greatest(n, 0));
CREATE MACRO substring(x, pos) AS system.main.substring(CAST(x AS VARCHAR), CASE WHEN pos = 0 THEN 1 ELSE pos END),
    (x, pos, n) AS system.main.substring(CAST(x AS VARCHAR), CASE WHEN pos = 0 THEN 1 ELSE pos END, greatest(n, 0));
CREATE MACRO substring_index(x, delim, n) AS CASE WHEN n > 0 THEN array_to_string(string_split(x, delim)[1:n], delim)
    WHEN n < 0 THEN array_to_string(string_split(x, delim)[n:], delim) ELSE '' END;
CREATE MACRO instr(x, part) AS CAST(strpos(x, part) AS INTEGER);
CREATE MACRO locate(part, x) AS CAST(strpos(x, part) AS INTEGER),
    (part, x, pos) AS CAST(CASE WHEN pos < 1 OR strpos(x[pos:], part) = 0 THEN 0 ELSE strpos(x[pos:], part) + pos - 1 END AS INTEGER);
CREATE MACRO split(x, pattern) AS string_split_regex(x, pattern);
CREATE MACRO regexp_extract(x, pattern) AS system.main.regexp_extract(x, pattern, 1), (x, pattern, i) AS system.main.regexp_extract(x, pattern, i);
CREATE MACRO regexp_extract_all(x, pattern) AS system.main.regexp_extract_all(x, pattern, 1), (x, pattern, i) AS system.main.regexp_extract_all(x, pattern, i);
CREATE MACRO regexp_count(x, pattern) AS CAST(len(system.main.regexp_extract_all(x, pattern, 0)) AS INTEGER);
CREATE MACRO regexp_like(x, pattern) AS regexp_matches(x, pattern);
CREATE MACRO rlike(x, pattern) AS regexp_matches(x, pattern);
CREATE MACRO replace(x, old) AS system.main.replace(x, old, ''), (x, old, fresh) AS system.main.replace(x, old, fresh);
CREATE MACRO spark_overlay(x, part, pos) AS x[:pos - 1] || part || x[pos + system.main.length(part):], (x, part, pos, n) AS x[:pos - 1] || part || x[pos + n:];
CREATE MACRO find_in_set(x, list) AS CASE WHEN contains(x, ',') THEN 0 ELSE CAST(coalesce(list_position(string_split(list, ','), x), 0) AS INTEGER) END;
CREATE MACRO base64(x) AS system.main.base64(encode(x));
CREATE MACRO unbase64(x) AS from_base64(x);
CREATE MACRO sha(x) AS sha1(x);
CREATE MACRO sha2(x, bits) AS CASE WHEN bits IN (0, 256) THEN sha256(x) ELSE error('sha2 is supported with 256 bits') END;
CREATE MACRO crc32_byte(crc, byte) AS list_reduce(list_prepend(xor(crc, byte), list_transform(range(8), lambda i: CAST(0 AS UBIGINT))),
    lambda c, z: CASE WHEN c & 1 = 1 THEN xor(c >> 1, CAST(3988292384 AS UBIGINT)) ELSE c >> 1 END);
CREATE MACRO crc32(x) AS CAST(xor(list_reduce(list_prepend(CAST(4294967295 AS UBIGINT),
    list_transform(range(strlen(x)), lambda i: CAST('0x' || system.main.substring(hex(encode(x)), i * 2 + 1, 2) AS UBIGINT))), lambda c, b: crc32_byte(c, b)),
    CAST(4294967295 AS UBIGINT)) AS BIGINT);
-- H and W are passed over, vowels part equal codes.
CREATE MACRO soundex_runs(x) AS system.main.regexp_replace(system.main.regexp_replace(system.main.regexp_replace(system.main.regexp_replace(
    system.main.regexp_replace(system.main.regexp_replace(x, '1+', '1', 'g'), '2+', '2', 'g'), '3+', '3', 'g'), '4+', '4', 'g'), '5+', '5', 'g'), '6+', '6', 'g');
CREATE MACRO soundex(x) AS CASE WHEN NOT regexp_matches(x, '^[A-Za-z]') THEN x ELSE upper(x[1:1]) || left(system.main.replace(system.main.substring(soundex_runs(
    translate(upper(x[1:1]) || system.main.regexp_replace(upper(x[2:]), '[^A-Z]|[HW]', '', 'g'), 'BFPVCGJKQSXZDTLMNRAEIOUYHW', '11112222222233455600000000')), 2), '0', '')
    || '000', 3) END;
CREATE MACRO sentences(x) AS list_transform(list_filter(string_split_regex(x, '[.!?]+(\s+|$)'), lambda s: s <> ''),
    lambda s: system.main.regexp_extract_all(s, '[\pL\pN]+(?:[''\-][\pL\pN]+)*', 0));
CREATE MACRO ascii(x) AS CASE WHEN x = '' THEN 0 ELSE system.main.ascii(x) END;
CREATE MACRO levenshtein(a, b) AS CAST(system.main.levenshtein(a, b) AS INTEGER);
CREATE MACRO format_number(x, d) AS format('{:,.' || CAST(d AS VARCHAR) || 'f}', CAST(x AS DOUBLE));
CREATE MACRO startswith(x, part) AS starts_with(x, part);
CREATE MACRO endswith(x, part) AS ends_with(x, part);
CREATE MACRO uuid() AS CAST(system.main.uuid() AS VARCHAR);
CREATE MACRO get_json_object(x, path) AS CASE WHEN json_valid(x) THEN json_extract_string(x, path) END;
CREATE MACRO json_array_length(x) AS CASE WHEN json_valid(x) AND json_type(CAST(x AS JSON)) = 'ARRAY' THEN CAST(system.main.json_array_length(x) AS INTEGER) END;
CREATE MACRO json_object_keys(x) AS CASE WHEN json_valid(x) AND json_type(CAST(x AS JSON)) = 'OBJECT' THEN json_keys(x) END;
CREATE MACRO to_json(x) AS CAST(json_merge_patch('{}', system.main.to_json(x)) AS VARCHAR);
CREATE MACRO parse_url(url, part) AS CASE upper(part)
        WHEN 'PROTOCOL' THEN nullif(system.main.regexp_extract(url, '^([a-zA-Z][a-zA-Z0-9+.-]*):', 1), '')
        WHEN 'HOST' THEN nullif(system.main.regexp_extract(url, '^[a-zA-Z][a-zA-Z0-9+.-]*://(?:[^@/?#]*@)?([^:/?#]*)', 1), '')
        WHEN 'PATH' THEN system.main.regexp_extract(url, '^[a-zA-Z][a-zA-Z0-9+.-]*://[^/?#]*([^?#]*)', 1)
        WHEN 'QUERY' THEN nullif(system.main.regexp_extract(url, '\?([^#]*)', 1), '')
        WHEN 'REF' THEN nullif(system.main.regexp_extract(url, '#(.*)$', 1), '') END,
    (url, part, key) AS CASE WHEN upper(part) = 'QUERY' THEN nullif(system.main.regexp_extract(url, '[?&]' || key || '=([^&#]*)', 1), '') END;
CREATE MACRO xpath(xml, path) AS from_json(spark_xpath_nodes(xml, path), '["VARCHAR"]');
CREATE MACRO xpath_string(xml, path) AS spark_xpath_string(xml, path);
CREATE MACRO xpath_boolean(xml, path) AS spark_xpath_boolean(xml, path);
CREATE MACRO xpath_double(xml, path) AS spark_xpath_number(xml, path);
CREATE MACRO xpath_number(xml, path) AS spark_xpath_number(xml, path);
CREATE MACRO xpath_float(xml, path) AS CAST(spark_xpath_number(xml, path) AS FLOAT);
-- As Java makes whole numbers: NaN is 0, what is too large is the largest.
CREATE MACRO xpath_long(xml, path) AS list_transform([spark_xpath_number(xml, path)], lambda n: CASE WHEN system.main.isnan(n) THEN 0
    WHEN n >= 9223372036854775807 THEN 9223372036854775807 WHEN n <= -9223372036854775808 THEN -9223372036854775808 ELSE CAST(system.main.trunc(n) AS BIGINT) END)[1];
CREATE MACRO xpath_int(xml, path) AS list_transform([spark_xpath_number(xml, path)], lambda n: CASE WHEN system.main.isnan(n) THEN 0
    ELSE CAST(system.main.trunc(least(greatest(n, -2147483648), 2147483647)) AS INTEGER) END)[1];
CREATE MACRO xpath_short(xml, path) AS CAST((xpath_int(xml, path) + CAST(32768 AS BIGINT)) & 65535 AS INTEGER) - 32768;

-- Lists and maps
CREATE MACRO size(x MAP(VARCHAR, VARCHAR)) AS CAST(coalesce(system.main.cardinality(x), -1) AS INTEGER), (x) AS CAST(coalesce(len(x), -1) AS INTEGER);
CREATE MACRO cardinality(x MAP(VARCHAR, VARCHAR)) AS CAST(coalesce(system.main.cardinality(x), -1) AS INTEGER), (x) AS CAST(coalesce(len(x), -1) AS INTEGER);
CREATE MACRO reverse(x VARCHAR) AS system.main.reverse(x), (x BIGINT) AS system.main.reverse(CAST(x AS VARCHAR)), (x) AS list_reverse(x);
CREATE MACRO array_contains(l, x) AS list_contains(l, x);
CREATE MACRO array_distinct(l) AS list_filter(l, lambda x, i: list_position(l, x) = i OR (x IS NULL AND NOT list_contains(list_transform(l[1:i - 1], lambda y: y IS NULL), true)));
CREATE MACRO array_except(a, b) AS array_distinct(list_filter(a, lambda x: NOT list_contains(b, x)));
CREATE MACRO array_intersect(a, b) AS array_distinct(list_filter(a, lambda x: list_contains(b, x)));
CREATE MACRO array_union(a, b) AS array_distinct(list_concat(a, b));
CREATE MACRO array_join(l, delim) AS array_to_string(l, delim), (l, delim, fill) AS array_to_string(list_transform(l, lambda x: coalesce(CAST(x AS VARCHAR), fill)), delim);
CREATE MACRO array_max(l) AS list_max(l);
CREATE MACRO array_min(l) AS list_min(l);
CREATE MACRO array_position(l, x) AS CASE WHEN l IS NOT NULL AND x IS NOT NULL THEN CAST(coalesce(list_position(l, x), 0) AS BIGINT) END;
CREATE MACRO array_remove(l, x) AS list_filter(l, lambda y: y IS DISTINCT FROM x);
CREATE MACRO array_repeat(x, n) AS list_transform(range(CAST(n AS BIGINT)), lambda i: x);
CREATE MACRO array_sort(l) AS list_sort(l, 'ASC', 'NULLS LAST');
CREATE MACRO sort_array(l) AS list_sort(l, 'ASC', 'NULLS FIRST'),
    (l, ascending) AS CASE WHEN ascending THEN list_sort(l, 'ASC', 'NULLS FIRST') ELSE list_sort(l, 'DESC', 'NULLS LAST') END;
CREATE MACRO array_append(l, x) AS list_append(l, x);
CREATE MACRO array_prepend(l, x) AS list_prepend(x, l);
CREATE MACRO array_compact(l) AS list_filter(l, lambda x: x IS NOT NULL);
CREATE MACRO arrays_overlap(a, b) AS list_has_any(a, b);
CREATE MACRO slice(l, pos, n) AS CASE WHEN pos < 0 THEN l[len(l) + pos + 1:len(l) + pos + n] ELSE l[pos:pos + n - 1] END;
CREATE MACRO shuffle(l) AS list_transform(list_sort(list_transform(l, lambda x: {'key': random(), 'item': x})), lambda p: p.item);
CREATE MACRO sequence(a DATE, b DATE) AS list_transform(generate_series(a, b, CASE WHEN a <= b THEN INTERVAL 1 DAY ELSE INTERVAL (-1) DAY END), lambda d: CAST(d AS DATE)),
    (a DATE, b DATE, step INTERVAL) AS list_transform(generate_series(a, b, step), lambda d: CAST(d AS DATE)),
    (a, b) AS generate_series(a, b, CASE WHEN a <= b THEN 1 ELSE -1 END), (a, b, step) AS generate_series(a, b, step);
-- x[i]: the entry of a map by its key, the item of a list counted from 0. The engine knows the type of x when it binds, and drops the other branch.
CREATE MACRO spark_item(x, i BIGINT) AS x[CASE WHEN NOT ends_with(system.main.typeof(x), ']') THEN i WHEN i >= 0 THEN i + 1 END],
    (x, i) AS x[CASE WHEN ends_with(system.main.typeof(x), ']') THEN error('an item of an array is taken by a whole number') ELSE i END];
CREATE MACRO element_at(x, i) AS (x)[i];
CREATE MACRO get(l, i) AS CASE WHEN i >= 0 THEN l[i + 1] END;
CREATE MACRO map_from_arrays(k, v) AS map(k, v);
CREATE MACRO map_contains_key(m, k) AS list_contains(map_keys(m), k);
CREATE MACRO str_to_map(x) AS map_from_entries(list_transform(string_split(x, ','), lambda p: {'k': split_part(p, ':', 1), 'v': nullif(split_part(p, ':', 2), '')})),
    (x, pairs) AS map_from_entries(list_transform(string_split(x, pairs), lambda p: {'k': split_part(p, ':', 1), 'v': nullif(split_part(p, ':', 2), '')})),
    (x, pairs, delim) AS map_from_entries(list_transform(string_split(x, pairs), lambda p: {'k': split_part(p, delim, 1), 'v': nullif(split_part(p, delim, 2), '')}));
