using Aep.Sdk.Queries;

namespace Aep.Sdk.Tests.Queries;

public class FeatureQueryTests
{
    private static readonly FeatureQuery Query = FeatureQuery.From("web_events", "_acme.userid")
        .Column("eventType").Label("subscribed", "web.formFilledOut").Count("opened", "mail's.open")
            .MinutesSince("since_open", "mail's.open");

    [Fact]
    public void EveryRowIsOneSelect() => Assert.Equal(
        """
        SELECT
          _acme.userid AS userId,
          eventType AS eventType,
          SUM(CASE WHEN eventType = 'web.formFilledOut' THEN 1 ELSE 0 END) OVER (PARTITION BY _acme.userid) AS subscribed,
          SUM(CASE WHEN eventType = 'mail''s.open' THEN 1 ELSE 0 END) OVER (PARTITION BY _acme.userid ORDER BY timestamp ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS opened,
          TIME_BETWEEN_PREVIOUS_MATCH(timestamp, eventType = 'mail''s.open', 'minutes') OVER (PARTITION BY _acme.userid ORDER BY timestamp ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS since_open
        FROM web_events
        """,
        Query.ToSelect().ToString());

    [Fact]
    public void TheRowOfTheLabelOrARandomOneIsChosen()
    {
        string sql = Query.OneRowAtTheLabel().Exclude("eventType", "random_row_number_for_user").ToSelect().ToString();
        Assert.StartsWith("SELECT userId, subscribed, opened, since_open\nFROM (\nSELECT", sql, StringComparison.Ordinal);
        Assert.Contains("row_number() OVER (PARTITION BY _acme.userid ORDER BY randn()) AS random_row_number_for_user\nFROM web_events\n)",
            sql, StringComparison.Ordinal);
        Assert.EndsWith(
            "WHERE (subscribed = 1 AND eventType = 'web.formFilledOut') OR (subscribed = 0 AND random_row_number_for_user = 1)", sql,
            StringComparison.Ordinal);
    }

    [Fact]
    public void TheRowAtAMomentIsChosen()
    {
        string sql = Query.OneRowAsOf(new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)).ToSelect().ToString();
        const string until = "CASE WHEN timestamp <= TIMESTAMP '2026-03-01 00:00:00.000000' THEN";
        Assert.Contains(
            $"{until} row_number() OVER (PARTITION BY _acme.userid ORDER BY {until} 0 ELSE 1 END, timestamp DESC) END AS "
                + "random_row_number_for_user\nFROM web_events\n)",
            sql, StringComparison.Ordinal);
        Assert.EndsWith("WHERE random_row_number_for_user = 1", sql, StringComparison.Ordinal);
    }

    [Fact]
    public void TheQueryBecomesATableRowsOrATemplate()
    {
        FeatureQuery query = Query.In(new SnapshotWindow("web_events", null, 7));
        Assert.Contains("FROM web_events SNAPSHOT BETWEEN HEAD AND 7", query.ToSelect().ToString(), StringComparison.Ordinal);
        Assert.StartsWith("CREATE TABLE IF NOT EXISTS \"my table\" AS\nSELECT",
            query.ToCreateTable("my table", ifNotExists: true).ToString(), StringComparison.Ordinal);
        Assert.StartsWith("CREATE TABLE x AS\nSELECT", query.ToCreateTable("x").ToString(), StringComparison.Ordinal);
        Assert.StartsWith("INSERT INTO x\nSELECT", query.ToInsert("x").ToString(), StringComparison.Ordinal);
        string block = Query.ToTemplate("features", "training").Sql;
        Assert.Equal(2, block.Split("SNAPSHOT BETWEEN $from_snapshot_id AND $to_snapshot_id").Length - 1);
        Assert.Contains("WHERE @feature_table_exists = 't'", block, StringComparison.Ordinal);
        Assert.StartsWith("$$ BEGIN", block, StringComparison.Ordinal);
    }

    [Fact]
    public void MistakesAreToldWhenTheQueryIsBuilt()
    {
        Assert.Throws<InvalidOperationException>(() => FeatureQuery.From("t", "u").OneRowAtTheLabel());
        Assert.Throws<ArgumentException>(() => Query.Count("opened", "x"));
        Assert.Contains("opened", Assert.Throws<ArgumentException>(() => Query.Exclude("openned")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Query.In(new SnapshotWindow("other", 1, 2)));
        Assert.Throws<ArgumentException>(() => FeatureQuery.From("t", "u").Count("a\\b", "x").ToSelect());
    }
}
