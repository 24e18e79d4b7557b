using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using Aep.Sdk;
using Aep.Sdk.Parquet;
using Aep.Sdk.Queries;
using Parquet;

namespace Samples.Tests.Queries;

/// <summary>Interactive queries on the local platform.</summary>
public sealed class InteractiveTests(EventsPlatform platform) : IClassFixture<EventsPlatform>
{
    private QueriesClient Queries => platform.Aep.Queries;

    public sealed record Linked(double? Value);

    public sealed record Interaction(string? Name, Linked? LinkClicks);

    public sealed record Web(Interaction? WebInteraction);

    public sealed record Visit(string EventType, DateTimeOffset Timestamp, Web? Web);

    public sealed record Numbers(int Small, long Big, decimal Exact, double Near, bool Flag, DateTime When, DateOnly Day, string? Nothing);

    [Fact]
    public async Task Nested_fields_become_records()
    {
        List<Visit> visits =
            await Queries.QueryAsync<Visit>(
                $"SELECT eventType, timestamp, web FROM {Sql.Table(platform.Table)} WHERE web IS NOT NULL LIMIT 20").ToListAsync();
        Assert.Equal(20, visits.Count);
        Assert.All(visits, visit => Assert.NotNull(visit.Web!.WebInteraction!.LinkClicks!.Value));
        Assert.All(visits, visit => Assert.Equal(TimeSpan.Zero, visit.Timestamp.Offset));
        JsonObject web = await Queries.QueryAsync<JsonObject>($"SELECT web FROM {Sql.Table(platform.Table)} WHERE web IS NOT NULL LIMIT 1")
            .SingleAsync();
        Assert.NotNull(web["webInteraction"]);
    }

    [Fact]
    public async Task Values_come_without_loss()
    {
        var time = new DateTimeOffset(2026, 3, 1, 23, 30, 0, TimeSpan.FromHours(2));
        Numbers numbers = await Queries.QueryAsync<Numbers>(
            $"""
            SELECT {7} AS small, {9_007_199_254_740_993} AS big, CAST({0.1234567890123456789m} AS DECIMAL(38,19)) AS exact, {0.5} AS near, {true} AS flag,
              {time} AS "when", {new DateOnly(2026, 3, 1)} AS day, {(string?)null} AS nothing
            """).SingleAsync();
        Assert.Equal(
            new Numbers(7, 9_007_199_254_740_993, 0.1234567890123456789m, 0.5, true, new DateTime(2026, 3, 1, 21, 30, 0, DateTimeKind.Utc),
                new DateOnly(2026, 3, 1), null), numbers);
    }

    [Fact]
    public async Task Several_values_are_found()
    {
        (long[] ids, string[] names, int[] none) = ([1, 3], ["it's", "b"], []);
        Assert.Equal([1, 3], await Find($"n IN ({ids})"));
        Assert.Equal([2], await Find($"n NOT IN ({ids})"));
        Assert.Equal([1, 3], await Find($"n = ANY({ids})"));
        Assert.Equal([1, 2], await Find($"s IN ({names})"));
        Assert.Equal([1, 2], await Find($"array_contains({names}, s)"));
        Assert.Empty(await Find($"n IN ({none}) OR s IN ({none})"));
        Assert.Equal([1, 2, 3], await Find($"n NOT IN ({none}) AND s NOT IN ({none})"));

        ValueTask<List<long>> Find(SqlStatement condition) => Queries.QueryAsync<long>(
            $"SELECT n FROM (VALUES (1, 'it''s'), (2, 'b'), (3, 'c')) AS t (n, s) WHERE {condition} ORDER BY n").ToListAsync();
    }

    public sealed record Home(string ZipCode);

    public sealed record Person(string FirstName, Home Home);

    public sealed record Resident(Person Person);

    [Fact]
    public async Task Underscores_do_not_count_in_nested_names() =>
        Assert.Equal(new Person("Ada", new Home("1")), (await Queries.QueryAsync<Resident>(
            $"SELECT struct('Ada' AS first_name, struct('1' AS zip_code) AS home) AS person").SingleAsync()).Person);

    public sealed record Amount(decimal Value);

    public sealed record Matrix(int?[][] Items);

    [Fact]
    public async Task Numbers_beyond_decimal_are_whole_numbers_or_refused()
    {
        BigInteger whole = BigInteger.Parse("-12345678901234567890123456789012345678", CultureInfo.InvariantCulture);
        SqlStatement integral = $"SELECT CAST('-12345678901234567890123456789012345678' AS DECIMAL(38, 0)) AS value";
        SqlStatement fraction = $"SELECT CAST('1234567890123456789012345678.0123456789' AS DECIMAL(38, 10)) AS value";
        Assert.Equal(whole, await Queries.QueryAsync<BigInteger>(integral).SingleAsync());
        Assert.Equal(whole, (await Queries.QueryAsync(integral).SingleAsync()).Get<BigInteger>("value"));
        Assert.Equal(new BigInteger(7), await Queries.QueryAsync<BigInteger>($"SELECT CAST(7 AS DECIMAL(38, 0)) AS value").SingleAsync());
        foreach (Func<Task> read in new Func<Task>[]
        {
            async () => await Queries.QueryAsync<Amount>(integral).SingleAsync(),
            async () => await Queries.QueryAsync<Amount>(fraction).SingleAsync(),
            async () => await Queries.QueryAsync<BigInteger>(fraction).SingleAsync(),
            async () => await Queries.QueryAsync(fraction).SingleAsync(),
        })
        {
            InvalidCastException refused = await Assert.ThrowsAsync<InvalidCastException>(read);
            Assert.Contains("\"value\"", refused.Message);
            Assert.Contains("CAST(value AS STRING)", refused.Message);
        }
        Assert.Equal("1234567890123456789012345678.0123456789", await Queries.QueryAsync<string>(
            $"SELECT CAST(CAST('1234567890123456789012345678.0123456789' AS DECIMAL(38, 10)) AS STRING) AS value").SingleAsync());
    }

    [Fact]
    public async Task Lists_of_lists_come_with_their_nulls()
    {
        Matrix matrix = await Queries.QueryAsync<Matrix>($"SELECT array(array(1, NULL), array()) AS items").SingleAsync();
        Assert.Equal([1, null], matrix.Items[0]);
        Assert.Empty(matrix.Items[1]);
    }

    [Fact]
    public async Task Hostile_texts_come_back_as_they_went()
    {
        string[] texts = ["'; DROP TABLE x; --", "\\'", "$$ END $$", "/* */ \" ` 😀", "line\nbreak\ttab", "%_{0}@x"];
        foreach (string text in texts)
            Assert.Equal(text, await Queries.QueryAsync<string>($"SELECT {text} AS text").SingleAsync());
    }

    [Fact]
    public async Task A_result_is_written_to_a_file()
    {
        string file = Path.GetTempFileName();
        try
        {
            Assert.Equal(platform.Events, await Queries.ExportToCsvAsync(
                $"SELECT _id, eventType, timestamp FROM {Sql.Table(platform.Table)}", file));
            string[] lines = await File.ReadAllLinesAsync(file);
            Assert.Equal(("_id,eventType,timestamp", platform.Events + 1), (lines[0], lines.Length));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_result_becomes_a_Parquet_file()
    {
        string file = Path.GetTempFileName();
        try
        {
            SqlStatement sql =
                $"""
                SELECT _id, timestamp, {1} AS one, {2.5} AS half, CAST({0.125m} AS DECIMAL(20,6)) AS exact, {true} AS yes, CAST({(string?)null} AS BIGINT) AS nothing
                FROM {Sql.Table(platform.Table)}
                """;
            Assert.Equal(platform.Events, await Queries.ExportToParquetAsync(sql, file));
            await using ParquetReader reader = await ParquetReader.CreateAsync(file);
            Assert.Equal(
                ["_id", "timestamp", "one", "half", "exact", "yes", "nothing"], reader.Schema.DataFields.Select(field => field.Name));
            Assert.Equal(typeof(DateTime), reader.Schema.DataFields[1].ClrType);
            Assert.Equal(typeof(decimal), reader.Schema.DataFields[4].ClrType);
            long rows = 0;
            for (int i = 0; i < reader.RowGroupCount; i++)
            {
                using ParquetRowGroupReader group = reader.OpenRowGroupReader(i);
                rows += group.RowCount;
            }

            Assert.Equal(platform.Events, rows);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task One_table_is_a_database_too() => Assert.Equal(
        platform.Events,
        await Queries.QueryAsync<long>($"SELECT COUNT(*) FROM {Sql.Table(platform.Table)}",
            new QueryOptions { Database = platform.Table }).SingleAsync());

    [Fact]
    public async Task A_slow_query_moves_to_the_background_and_leaves_no_table()
    {
        SqlStatement sql = $"SELECT eventType, COUNT(*) AS n FROM {Sql.Table(platform.Table)} GROUP BY eventType";
        List<(string, long)> Sorted(List<QueryRow> rows) =>
            [.. rows.Select(row => (row.Get<string>("eventType"), row.Get<long>("n"))).Order()];
        List<(string, long)> direct = Sorted(await Queries.QueryAsync(sql).ToListAsync());
        List<(string, long)> moved =
            Sorted(await Queries.QueryAsync(sql, new QueryOptions { MoveToBackgroundAfter = TimeSpan.FromTicks(1) }).ToListAsync());
        Assert.Equal(direct, moved);
        Assert.Empty(await platform.Aep.Datasets.ListAsync().Where(dataset => dataset.Name.StartsWith("aep_sdk_",
            StringComparison.Ordinal)).ToListAsync());
    }

    [Fact]
    public async Task Models_are_named_as_not_supported()
    {
        SqlStatement sql = new ModelDefinition("m", ModelType.LogisticRegression) { Label = "y" }.ToSql($"SELECT 1 AS x, 0 AS y");
        var refused = await Assert.ThrowsAsync<AepQueryException>(() => Queries.ExecuteAsync(sql));
        Assert.Equal("0A000", refused.SqlState);
    }

    [Fact]
    public async Task Queries_of_sessions_are_listed()
    {
        await Queries.StartAsync(new QueryDefinition($"SELECT 1") { Name = "listed" });
        Assert.Contains(await Queries.ListAsync().Take(50).ToListAsync(), run => run.Request?.Name == "listed");
    }
}
