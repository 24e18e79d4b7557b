using Aep.Sdk;
using Aep.Sdk.Queries;
using Propensity.Report;
using Propensity.Simulation;
using Propensity.Workflow;

namespace Propensity.Features;

/// <summary>The questions of the exploration step, each one interactive query over the PostgreSQL protocol.</summary>
public sealed class Exploration(AepClient aep, StepConsole console, string table, string tenantId)
{
    // 10 stands for all rows: Query Service's SAMPLERATE 0.5 is a sample of 5 %.
    private const double SampleRate = 0.5;

    private readonly SqlName _table = Sql.Table(table);
    private readonly SqlName _user = Sql.Path($"_{tenantId}.userid");

    public async Task<ExploredData> RunAsync(CancellationToken cancellationToken)
    {
        (long events, long users) = await aep.Queries.QueryAsync(
            $"SELECT COUNT(*) AS events, COUNT(DISTINCT {_user}) AS users FROM {_table}",
            row => (row.Get<long>("events"), row.Get<long>("users")), cancellationToken).SingleAsync(cancellationToken);
        console.Say($"  {events} events of {users} users");

        Dictionary<string, long> counts = await aep.Queries.QueryAsync(
            $"SELECT eventType, COUNT(*) AS events FROM {_table} GROUP BY eventType",
            row => KeyValuePair.Create(row.Get<string>("eventType"), row.Get<long>("events")), cancellationToken)
            .ToDictionaryAsync(cancellationToken: cancellationToken);

        List<FunnelStage> funnel = await FunnelAsync(cancellationToken);
        List<Correlation> correlations = await CorrelationsAsync(cancellationToken);
        List<CoOccurrence> together = await aep.Queries
            .QueryAsync<CoOccurrence>(ExplorationSql.CoOccurrences(table, tenantId), cancellationToken).ToListAsync(cancellationToken);
        await ShowNestedAsync(cancellationToken);
        long sampled = await SampleAsync(cancellationToken);
        console.Say($"  a 5 % sample has {sampled} events");
        return new ExploredData(events, users, counts, funnel, correlations, together, sampled);
    }

    private async Task<List<FunnelStage>> FunnelAsync(CancellationToken cancellationToken)
    {
        List<FunnelStage> funnel = await aep.Queries.QueryAsync<FunnelStage>(
            $"""
            SELECT eventType, COUNT(DISTINCT _id) AS events, COUNT(DISTINCT {_user}) AS users FROM {_table}
            WHERE eventType IN ({EventTypes.EmailSent}, {EventTypes.EmailOpened}, {EventTypes.EmailClicked}, {EventTypes.FormFilledOut})
            GROUP BY eventType ORDER BY events DESC
            """,
            cancellationToken).ToListAsync(cancellationToken);
        foreach (FunnelStage stage in funnel)
            console.Say($"    {stage.EventType,-30} {stage.Events,9} events {stage.Users,8} users");
        return funnel;
    }

    private async Task<List<Correlation>> CorrelationsAsync(CancellationToken cancellationToken)
    {
        QueryRow row = await aep.Queries.QueryAsync(ExplorationSql.Correlations(table, tenantId), cancellationToken).SingleAsync(cancellationToken);
        List<Correlation> correlations = [.. ExplorationSql.Correlated
            .Select(asked => new Correlation(asked.EventType, row.Get<double?>(asked.Column)))
            .OrderByDescending(correlation => correlation.Value)];
        console.Say($"  correlates most with subscribing: {correlations[0].EventType} ({correlations[0].Value:0.000})");
        return correlations;
    }

    private async Task ShowNestedAsync(CancellationToken cancellationToken)
    {
        // Without auto_to_json, a column with fields below comes as text in parentheses.
        string nested = await aep.Queries.QueryAsync<string>(
            $"SET auto_to_json=true; SELECT directMarketing FROM {_table} WHERE directMarketing IS NOT NULL LIMIT 1", cancellationToken)
            .FirstAsync(cancellationToken);
        console.Say($"  a nested column: {nested}");
    }

    private async Task<long> SampleAsync(CancellationToken cancellationToken)
    {
        string? sample = await FindSampleAsync(cancellationToken);
        if (sample is null)
        {
            await aep.Queries.ExecuteAsync($"SET aqp=true; ANALYZE TABLE {_table} TABLESAMPLE SAMPLERATE {SampleRate}", cancellationToken);
            sample = await FindSampleAsync(cancellationToken)
                ?? throw new WorkflowException($"Query Service lists no sample of {table} after ANALYZE TABLE … TABLESAMPLE.");
        }
        return await aep.Queries.QueryAsync<long>($"SELECT COUNT(*) FROM {Sql.Table(sample)}", cancellationToken).SingleAsync(cancellationToken);
    }

    // A table may have five samples only, so the one of an earlier run is taken again.
    private ValueTask<string?> FindSampleAsync(CancellationToken cancellationToken) =>
        aep.Queries.QueryAsync(
            $"SELECT sample_meta({table})",
            row => (Name: row.Get<string>("sample_table_name"), Rate: row.Get<double>("sampling_rate")), cancellationToken)
            .Where(sample => sample.Rate == SampleRate).Select(sample => (string?)sample.Name).FirstOrDefaultAsync(cancellationToken);
}
