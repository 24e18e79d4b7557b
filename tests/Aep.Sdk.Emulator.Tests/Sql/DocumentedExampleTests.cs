using Aep.Sdk.Emulator.Tests.PostgresWire;
using Aep.Sdk.Emulator.Tests.Support;
using Npgsql;

namespace Aep.Sdk.Emulator.Tests.Sql;

/// <summary>
/// The forms of statements that Adobe's pages on concepts, use cases and Data Distiller show, over a small table of XDM events: each works,
/// or is refused by name.
/// </summary>
public sealed class DocumentedExampleTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Lacks = "0A000";

    private const string Events = """
        CREATE TABLE events AS
        SELECT id AS _id, CAST(t AS TIMESTAMP) AS timestamp, struct(struct(page AS name, struct(CAST(views AS DOUBLE) AS value) AS pageviews) AS webPageDetails) AS web,
            struct(struct(struct(user AS id) AS mcid, struct(user AS id) AS aaid) AS _experience) AS endUserIds,
            map('ECID', array(struct(user AS id, true AS primary))) AS identityMap,
            struct(struct(order_id AS purchaseID, CAST(10.5 AS DOUBLE) AS priceTotal) AS order, struct(CAST(views AS DOUBLE) AS value) AS purchases,
                struct(CAST(1 AS DOUBLE) AS value) AS productViews) AS commerce,
            array(struct(sku AS SKU, 2 AS quantity, CAST(3.5 AS DOUBLE) AS priceTotal,
                struct(struct(struct(struct(page AS eVar1) AS evars) AS customDimensions) AS analytics) AS _experience)) AS productListItems,
            struct(page AS trackingCode) AS marketing
        FROM (VALUES ('1', '2019-07-23 00:00:00', 'home', 1, 'u1', 'p1', '123679'), ('2', '2019-07-23 00:00:20', 'parkas', 2, 'u1', 'p1', '1346'),
            ('3', '2019-07-24 05:00:00', 'home', 1, 'u2', NULL, 'n/a')) AS v(id, t, page, views, user, order_id, sku)
        """;

    // What comes back: the first column of each row, or the SQLSTATE of the refusal.
    private static readonly (string Sql, string First)[] Statements =
    [
        // Higher-order functions
        ("SELECT _id, Transform(productListItems, value -> value.priceTotal * 73) AS price FROM events ORDER BY _id LIMIT 1", "1"),
        ("SELECT _id FROM events WHERE EXISTS( productListItems, value -> value.sku == 123679) AND timestamp > to_timestamp('2019-07-01 00:00:00')limit 10", "1"),
        ("SELECT _id FROM events WHERE size(Filter(productListItems, value -> value.sku > 100000)) > 0", "1"),
        ("SELECT aggregate(productListItems, 0, (acc, value) -> case WHEN ( value.sku > acc) THEN cast(value.sku AS int) ELSE cast(acc AS int) END, acc -> acc * 2) AS n FROM events ORDER BY _id", "247358,2692,0"),
        ("SELECT size(zip_with(Sequence(1,5), Transform(productListItems, p -> p.sku), (x,y) -> struct(x, y))) AS n FROM events WHERE _id = 1", "5"),
        ("SELECT size(map_from_entries(zip_with(Sequence(1,Size(productListItems)), productListItems, (x,y) -> struct(x, y)))) AS n FROM events LIMIT 1", "1"),
        ("SELECT size(map_concat(map_from_entries(zip_with(Sequence(1,Size(productListItems)), productListItems, (x,y) -> struct(x, y))), map_from_arrays(sequence(size(productListItems) + 1, size(productListItems) + size(productListItems)), productListItems))) AS n FROM events LIMIT 1", "2"),
        ("SELECT Element_at(identitymap, 'ECID')[0].id AS e FROM events WHERE Cardinality(identitymap) = 1 ORDER BY 1", "u1,u1,u2"),
        ("SELECT transform(sequence(1, 3), x -> reduce(sequence(1, x), 0, (acc, y) -> acc + y))[2] AS total", "6"),
        ("SELECT DISTINCT(page) AS p, array_union(regexp_extract_all(lower(replace(page, ' ', '')), '.{2}', 0), regexp_extract_all(lower(replace(substring(page, 2), ' ', '')), '.{2}', 0)) AS tokens FROM (SELECT 'i Pad' AS page)", "i Pad"),
        ("SELECT DISTINCT(page) AS p, transform(filter(sequence(1, length(page) - 1), i -> i + 1 <= length(page)), i -> CASE WHEN length(substring(page, i, 2)) = 2 THEN substring(page, i, 2) ELSE NULL END) AS tokens FROM (SELECT 'ipad' AS page)", "ipad"),
        ("SELECT size(array_intersect(array('ip', 'pa'), array('pa'))) / size(array_union(array('ip', 'pa'), array('pa'))) AS similarity", "0.5"),
        // Nested data
        ("SELECT user, subs.last_status AS s FROM (SELECT user, explode(l) AS subs FROM (SELECT user, collect_set(subscription) AS l FROM (SELECT user, struct(last(eventtime) AS last_time, last(status) AS last_status, offer) AS subscription FROM (SELECT endUserIds._experience.aaid.id user, marketing.trackingCode status, _id offer, TIMESTAMP eventtime FROM events) GROUP BY user, offer ORDER BY user ASC) GROUP BY user)) WHERE subs.last_status='parkas'", "u1"),
        ("SELECT productListItems[0]._experience.analytics.customDimensions.evars.eVar1 FROM events WHERE timestamp = to_timestamp('2019-07-23') AND productListItems[0].SKU IS NOT NULL LIMIT 10", "home"),
        ("SELECT Product_SKU, Sum(Product_Views) AS Total FROM (SELECT Explode(productlistitems.sku) AS Product_SKU, commerce.productviews.value AS Product_Views FROM events WHERE commerce.productviews.value IS NOT NULL) GROUP BY Product_SKU ORDER BY Total DESC, 1 LIMIT 1", "123679"),
        ("SELECT Round(Sum(Product_Items.priceTotal * Product_Items.quantity), 2) AS Total FROM (SELECT commerce.`order`.purchaseid AS Purchase_ID, Explode(productlistitems) AS Product_Items FROM events WHERE commerce.`order`.purchaseid IS NOT NULL) GROUP BY Purchase_ID", "14"),
        ("SELECT YEAR(timestamp) AS year, SUM(commerce.order.priceTotal) AS revenue FROM events WHERE commerce.purchases.value > 0 GROUP BY 1", "2019"),
        // Deduplication
        ("SELECT COUNT(*) AS num_events FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY _id ORDER BY timestamp ASC) AS id_dup_num FROM events) WHERE id_dup_num = 1", "3"),
        ("SELECT SUM(commerce.purchases.value) AS num FROM (SELECT *, IF(LENGTH(commerce.`order`.purchaseID) > 0, ROW_NUMBER() OVER (PARTITION BY identityMap['ECID'].id, commerce.order.purchaseID ORDER BY timestamp ASC), 1) AS purchaseID_dup_num FROM events) WHERE purchaseID_dup_num = 1", "2"),
        // Reports of visitors
        ("SELECT date_format( from_utc_timestamp(timestamp, 'EDT') , 'yyyy-MM-dd') as Day, SUM(web.webPageDetails.pageviews.value) as pageViews, SUM(CASE WHEN web.webPageDetails.name = 'parkas' THEN 1 ELSE 0 END) as viewedParkas FROM events WHERE TIMESTAMP >= to_timestamp('2019-03-01') GROUP BY Day ORDER BY Day ASC, pageViews DESC", "2019-07-22,2019-07-24"),
        ("SELECT Substring(from_utc_timestamp(timestamp, 'America/New_York'), 1, 10) AS Day, Substring(from_utc_timestamp(timestamp, 'America/New_York'), 12, 2) AS Hour, Count(DISTINCT enduserids._experience.aaid.id) AS Visitor_Count FROM events WHERE TIMESTAMP < to_timestamp('2019-07-24') GROUP BY Day, Hour ORDER BY Hour", "2019-07-22"),
        ("SELECT endUserIds._experience.aaid.id, SUM(web.webPageDetails.pageviews.value) as pageViews FROM events GROUP BY endUserIds._experience.aaid.id ORDER BY pageViews DESC", "u1,u2"),
        ("SELECT concat(web.webpagedetails.name, ' - ', marketing.trackingCode) AS page_code, Count(timestamp) AS Count FROM events GROUP BY page_code ORDER BY Count DESC LIMIT 1", "home - home"),
        ("SELECT _id FROM events WHERE enduserids._experience.mcid NOT IN (SELECT enduserids._experience.mcid FROM events GROUP BY Unix_timestamp(timestamp) / 60, enduserids._experience.mcid HAVING Count(*) > 50) ORDER BY 1", "1,2,3"),
        ("SELECT a.mcid AS id, n1, n5 FROM ( ( (SELECT mcid, Max(n1) AS n1 FROM (SELECT enduserids._experience.mcid.id AS mcid, Count(*) AS n1 FROM events GROUP BY floor(Unix_timestamp(timestamp) / 60), enduserids._experience.mcid.id) GROUP BY mcid) AS a LEFT JOIN (SELECT enduserids._experience.mcid.id AS mcid, Count(*) AS n5 FROM events GROUP BY 1) AS b ON a.mcid = b.mcid ) ) ORDER BY 1", "u1,u2"),
        // Attribution of merchandise
        ("SELECT endUserIds._experience.aaid.id AS AAID, timestamp, CASE WHEN commerce.productViews.value = 1 THEN ATTRIBUTION_LAST_TOUCH(timestamp, 'eVar1', marketing.trackingCode) OVER(PARTITION BY endUserIds._experience.aaid.id ORDER BY timestamp ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW).value END AS eVar1Bind, EXPLODE(productListItems) AS Product_List FROM events ORDER BY 1 LIMIT 1", "u1"),
        ("SELECT Product_List.SKU, bound, SUM(prodView) AS Product_Views FROM (SELECT Product_List, prodView, ATTRIBUTION_LAST_TOUCH(timestamp, 'c', eVar1Bind) OVER(PARTITION BY AAID, Product_List.SKU ORDER BY timestamp ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW).value AS bound FROM (SELECT _id AS AAID, timestamp, marketing.trackingCode AS eVar1Bind, EXPLODE(productListItems) AS Product_List, commerce.productViews.value AS prodView FROM events)) WHERE bound IS NOT NULL GROUP BY 1, 2 ORDER BY 3 DESC, 1 LIMIT 1", "123679"),
        // Deciles and propensities
        ("SELECT d._t.deciles.m1['gold'] AS decile FROM (WITH s AS (SELECT endUserIds._experience.aaid.id AS m, 'gold' AS status, SUM(commerce.purchases.value) AS total FROM events WHERE timestamp < (MAKE_DATE(YEAR(CURRENT_DATE), MONTH(CURRENT_DATE), 1) - MAKE_YM_INTERVAL(0, 1)) GROUP BY 1,2), r AS (SELECT m, status, total, NTILE(10) OVER (PARTITION BY status ORDER BY total DESC) AS bucket FROM s), k AS (SELECT m, MAP_FROM_ARRAYS(COLLECT_LIST(status), COLLECT_LIST(bucket)) AS m1 FROM r GROUP BY m) SELECT STRUCT(k.m AS id, STRUCT(k.m1 AS m1) AS deciles) AS _t FROM k) AS d ORDER BY 1", "1,2"),
        ("SELECT CASE WHEN 1 / (1 + EXP(- (f1 + f2 + FLOAT(0.4)))) > 0.5 THEN 1 ELSE 0 END AS Prediction FROM (SELECT CASE WHEN _id = '1' THEN FLOAT(0.1) ELSE 0 END AS f1, FLOAT(commerce.purchases.value) * FLOAT(-0.3) AS f2 FROM events ORDER BY _id)", "1,0,1"),
        ("SELECT 7 AS n FROM events ORDER BY random() LIMIT 1", "7"),
        ("SELECT COUNT(DISTINCT _id) as \"distinctUsers\", web.webPageDetails.name FROM events GROUP BY web.webPageDetails.name ORDER BY distinctUsers DESC", "2,1"),
        ("SELECT n FROM (SELECT _id AS n, row_number() OVER (PARTITION BY marketing.trackingCode ORDER BY randn()) AS r FROM events LIMIT 1000) WHERE (n = 2 AND r = 1)", "2"),
        ("SELECT B.u AS id FROM events A,(SELECT 'u1' AS u) B,(SELECT '1346' AS sku) c WHERE A.endUserIds._experience.aaid.id = B.u AND productListItems[0].SKU = C.sku AND A.web.webpagedetails.name NOT LIKE '%order%' AND timestamp < current_date - interval '4 day' GROUP BY B.u", "u1"),
        // Texts of a dataset among numbers
        ("SELECT _id FROM events WHERE productListItems[0].SKU = 1346 OR _id IN (3, 4) ORDER BY 1", "2,3"),
        ("SELECT sum(_id) FROM events e JOIN (SELECT 2 AS n) AS o ON e._id <> o.n", "4"),
        // Sketches
        ("SELECT hll_build_agg(_id) AS sketch FROM events", Lacks),
        ("SELECT hll_merge_agg(s) AS sketch FROM (SELECT 'x' AS s)", Lacks),
        ("SELECT hll_estimate(s) FROM (SELECT 'x' AS s)", Lacks),
        ("SELECT a FROM EXPLODE(ARRAY<STRUCT<a STRING>>[('UA')])", Lacks),
        // Models of reports in the accelerated store
        ("CREATE database audienceinsight WITH (TYPE=QSACCEL, ACCOUNT=acp_query_batch)", ""),
        ("CREATE schema audienceinsight.audiencemodel", ""),
        ("CREATE TABLE IF NOT exists audienceinsight.audiencemodel.reach WITH ( DISTRIBUTION = REPLICATE ) AS SELECT cast(null as int) upper_bound, cast(null as timestamp)timecreated , cast(null as int)  audience_id WHERE false", ""),
        ("CREATE TABLE IF NOT exists audienceinsight.audiencemodel.mapping WITH ( DISTRIBUTION = REPLICATE ) AS SELECT cast(null as int) segment_id, cast(null as int) audience_id WHERE false", ""),
        ("ALTER TABLE mapping ADD PRIMARY KEY (audience_id) NOT enforced", ""),
        ("ALTER TABLE reach ADD  CONSTRAINT FOREIGN KEY (audience_id) REFERENCES mapping (audience_id) NOT enforced", ""),
        ("SELECT a.audience_id FROM audiencemodel.reach AS a LEFT OUTER JOIN audiencemodel.mapping AS b ON ( ( a.audience_id ) = ( b.audience_id ) ) GROUP BY a.audience_id, a.upper_bound LIMIT 5000", ""),
        ("SHOW datagroups", "audienceinsight,audienceinsight"),
        ("ALTER TABLE events SET SCHEMA audienceinsight.audiencemodel", ""),
        ("SELECT count(*) FROM audienceinsight.audiencemodel.events", "3"),
        ("ALTER TABLE audienceinsight.audiencemodel.events REMOVE SCHEMA audienceinsight.audiencemodel", ""),
        ("DROP TABLE audienceinsight.audiencemodel.reach", ""),
        // Blocks
        ("$$ BEGIN SET @n = SELECT count(1) FROM events; CREATE TABLE counted AS SELECT @n AS n; EXCEPTION WHEN OTHER THEN SET @ret = SELECT 'ERROR'; END $$", ""),
        ("$$ BEGIN BEGIN SELECT 1; END; END $$", Lacks),
        ("CREATE TABLE nowhere.schema1.t AS SELECT 1 AS n", "3F000 schema \"nowhere.schema1\" does not exist"),
        ("CREATE DATABASE other WITH (TYPE=OTHER)", Lacks),
        ("$$ BEGIN CREATE temp table t AS SELECT 1 AS n; END $$", Lacks),
        // Transformers of models
        ("SELECT string_imputer(_id, 'none') AS a FROM events", Lacks),
        ("SELECT binarizer(2.0, 1.0) AS a", Lacks),
        // The batch of a row
        ("SET drop_system_columns=false", ""),
    ];

    [Fact]
    public async Task Each_example_works_or_is_refused_by_name()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await connection.ExecuteAsync(Events);
        List<string> wrong = [];
        foreach ((string sql, string first) in Statements)
        {
            string answer;
            try
            {
                answer = string.Join(",", (await connection.RowsAsync(sql)).Select(row => FormattableString.Invariant($"{row[0]}")));
            }
            catch (PostgresException error)
            {
                answer = error.SqlState;
                if (first != Lacks)
                    answer += $" {error.MessageText}";
            }
            if (answer != first)
                wrong.Add($"{sql}\n    {answer}, not {first}");
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public async Task A_session_can_have_nested_fields_as_columns()
    {
        await using NpgsqlConnection nested = await QueryServiceConnection.OpenAsync(fixture);
        await nested.ExecuteAsync("""
            CREATE TABLE purchases AS SELECT DATE '2024-05-06' AS day, array(1, 2) AS l, map('a', 1) AS m,
                struct(struct(CAST(7 AS DOUBLE) AS priceTotal, 'x' AS purchaseID) AS order, struct(CAST(1 AS DOUBLE) AS value) AS purchases) AS commerce
            """);
        await using NpgsqlConnection flat = await QueryServiceConnection.OpenAsync(fixture, $"{fixture.Emulator.SandboxName}:all?FLATTEN");
        object?[] row = (await flat.RowsAsync(
            "SELECT YEAR(day) AS year, SUM(\"commerce.order.priceTotal\") AS revenue FROM purchases WHERE \"commerce.purchases.value\" > 0 GROUP BY 1")).Single();
        Assert.Equal([2024, 7.0], row);
        string[] columns = ["day", "l", "m", "commerce.order.priceTotal", "commerce.order.purchaseID", "commerce.purchases.value"];
        Assert.Equal(columns, (await flat.RowsAsync(
            "SELECT column_name FROM information_schema.columns WHERE table_name = 'purchases' ORDER BY ordinal_position")).Select(name => name[0]));
        Assert.Equal(columns.Length, (await flat.RowsAsync("SELECT * FROM purchases"))[0].Length);
        Assert.Equal("42703", (await nested.FailsAsync("SELECT \"commerce.order.priceTotal\" FROM purchases")).SqlState);
        await flat.ExecuteAsync("INSERT INTO purchases SELECT DATE '2024-05-07', array(3), map('b', 2), NULL");
        Assert.Equal(2L, await nested.ScalarAsync("SELECT count(*) FROM purchases"));
    }
}
