using Aep.Sdk.Queries;

namespace Samples.Tests.Queries;

/// <summary>
/// Feature queries on the local platform: the rows of the notebook's own SQL, as a table, as added rows and as a template.
/// </summary>
public sealed class FeatureQueryTests(EventsPlatform platform) : IClassFixture<EventsPlatform>
{
    private static readonly QueryOptions All = new() { AllRows = true };

    private QueriesClient Queries => platform.Aep.Queries;

    private FeatureQuery Labelled => NotebookSql.Definition(platform.Table, platform.TenantId, labelled: true).OneRowAtTheLabel($"_id");

    [Fact]
    public async Task The_features_of_every_event_are_the_notebooks()
    {
        SqlStatement ours = NotebookSql.Definition(platform.Table, platform.TenantId, labelled: false).ToSelect();
        List<string> rows = await RowsAsync(ours);
        Assert.Equal(platform.Events, rows.Count);
        Assert.Equal(await RowsAsync(SqlStatement.FromText(NotebookSql.Features(platform.Table, platform.TenantId))), rows);
    }

    [Fact]
    public async Task The_training_set_is_the_notebooks()
    {
        List<string> rows = await RowsAsync(Labelled.ToSelect());
        Assert.InRange(rows.Count, 100, 150);
        Assert.Equal(await RowsAsync(SqlStatement.FromText(NotebookSql.TrainingSet(platform.Table, platform.TenantId, "_id"))), rows);
    }

    [Fact]
    public async Task A_table_takes_the_rows_and_takes_more()
    {
        FeatureQuery query = Labelled.Exclude("random_row_number_for_user");
        long rows = await Queries.QueryAsync<long>($"SELECT COUNT(*) FROM ({query.ToSelect()})").SingleAsync();
        await Queries.ExecuteAsync(query.ToCreateTable("features_by_hand"));
        await Queries.ExecuteAsync(query.ToInsert("features_by_hand"));
        Assert.Equal(2 * rows, await Queries.QueryAsync<long>($"SELECT COUNT(*) FROM features_by_hand").SingleAsync());
        Assert.DoesNotContain(
            "random_row_number_for_user", (await Queries.QueryAsync($"SELECT * FROM features_by_hand LIMIT 1").SingleAsync()).Columns);
    }

    [Fact]
    public async Task A_template_makes_the_table_and_then_adds_to_it()
    {
        FeatureQuery query = Labelled;
        QueryTemplate template = await Queries.Templates.GetOrCreateAsync(query.ToTemplate("features of the test", "features_by_template"));
        List<Snapshot> snapshots =
            await Queries.Snapshots.ListAsync(platform.Table).OrderBy(snapshot => snapshot.SnapshotGeneration).ToListAsync();
        long middle =
            snapshots[snapshots.Count / 2].SnapshotId, last = (await Queries.Snapshots.GetCurrentAsync(platform.Table))!.SnapshotId;
        long expected = 0;
        foreach (SnapshotWindow window in new[] { new SnapshotWindow(platform.Table, null, middle),
            new SnapshotWindow(platform.Table, middle, last) })
        {
            QueryOperation run = await Queries.StartAsync(QueryDefinition.FromTemplate(template.Id) with
            {
                Parameters = new Dictionary<string,
                    string>
                {
                    [FeatureQuery.FromParameter] = window.From?.ToString() ?? "HEAD",
                    [FeatureQuery.ToParameter] = $"{window.To}"
                },
            });
            await run.WaitForCompletionAsync();
            expected += (await RowsAsync(query.In(window).ToSelect())).Count;
            Assert.Equal(expected, await Queries.QueryAsync<long>($"SELECT COUNT(*) FROM features_by_template").SingleAsync());
        }
    }

    [Fact]
    public async Task Each_snapshot_is_worked_on_once()
    {
        string file = Path.GetTempFileName();
        File.Delete(file);
        try
        {
            var checkpoint = new SnapshotCheckpointFile(file);
            long events = 0;
            async Task CountAsync(SnapshotWindow window, CancellationToken cancellationToken) =>
                events += await Queries.QueryAsync<long>($"SELECT COUNT(*) FROM {window.ToSql()}", cancellationToken)
                    .SingleAsync(cancellationToken);
            Assert.Equal(platform.Batches, await Queries.Snapshots.ForEachNewSnapshotAsync(platform.Table, checkpoint, CountAsync));
            Assert.Equal(platform.Events, events);
            Assert.Equal(0, await Queries.Snapshots.ForEachNewSnapshotAsync(platform.Table, checkpoint, CountAsync));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task The_last_row_of_each_user_is_chosen()
    {
        List<string> rows =
            await RowsAsync(NotebookSql.Definition(platform.Table, platform.TenantId, labelled: true).OneRowAsOf().ToSelect());
        Assert.Equal(
            await Queries.QueryAsync<long>($"SELECT COUNT(DISTINCT {Sql.Path($"_{platform.TenantId}.userid")}) FROM "
                + $"{Sql.Table(platform.Table)}").SingleAsync(), rows.Count);
    }

    [Fact]
    public async Task The_last_row_up_to_a_moment_has_a_label_of_all_events()
    {
        SqlName user = Sql.Path($"_{platform.TenantId}.userid"), table = Sql.Table(platform.Table);
        DateTimeOffset middle =
            await Queries.QueryAsync<DateTimeOffset>($"SELECT MAX(timestamp) AS t FROM {table}").SingleAsync() - TimeSpan.FromDays(35);
        FeatureQuery query = NotebookSql.Definition(platform.Table, platform.TenantId, labelled: true).OneRowAsOf(middle);
        List<QueryRow> rows = await Queries.QueryAsync(query.ToSelect(), All).ToListAsync();
        Dictionary<string, DateTimeOffset> last = await Queries.QueryAsync(
            $"SELECT {user} AS u, MAX(timestamp) AS t FROM {table} WHERE timestamp <= {middle} GROUP BY {user}",
            row => KeyValuePair.Create(row.Get<string>("u"), row.Get<DateTimeOffset>("t"))).ToDictionaryAsync();
        HashSet<string> subscribed = await Queries.QueryAsync<string>(
            $"SELECT DISTINCT {user} AS u FROM {table} WHERE eventType = {"web.formFilledOut"}").ToHashSetAsync();
        Assert.Equal(last.Count, rows.Count);
        Assert.All(rows, row => Assert.Equal(last[row.Get<string>("userId")], row.Get<DateTimeOffset>("timestamp")));
        Assert.All(rows, row => Assert.Equal(subscribed.Contains(row.Get<string>("userId")), row.Get<long>("subscriptionOccurred") > 0));
    }

    private async Task<List<string>> RowsAsync(SqlStatement sql) => await Queries
        .QueryAsync(sql, row => string.Join('|', Enumerable.Range(0, row.Columns.Count).Select(i => $"{row.Columns[i]}={row[i]}")), All)
        .Order(StringComparer.Ordinal).ToListAsync();
}
