using Aep.Sdk;
using Aep.Sdk.Queries;
using Propensity.Workflow;

namespace Propensity.Steps;

/// <summary>Samples of a table, which Query Service keeps beside it.</summary>
public static class TableSample
{
    /// <summary>The name of a sample. A table may have five only, so the one of an earlier run is taken again.</summary>
    /// <exception cref="WorkflowException">Query Service made none.</exception>
    public static async Task<string> GetOrCreateAsync(AepClient aep, string table, double rate, CancellationToken cancellationToken)
    {
        if (await FindAsync(aep, table, rate, cancellationToken) is { } present)
            return present;
        await aep.Queries.ExecuteAsync($"SET aqp=true; ANALYZE TABLE {Sql.Table(table)} TABLESAMPLE SAMPLERATE {rate}", cancellationToken);
        return await FindAsync(aep, table, rate, cancellationToken)
            ?? throw new WorkflowException($"Query Service lists no sample of {table} after ANALYZE TABLE … TABLESAMPLE.");
    }

    private static ValueTask<string?> FindAsync(AepClient aep, string table, double rate, CancellationToken cancellationToken) =>
        aep.Queries.QueryAsync(
            $"SELECT sample_meta({table})",
            row => (Name: row.Get<string>("sample_table_name"), Rate: row.Get<double>("sampling_rate")), cancellationToken)
            .Where(sample => sample.Rate == rate).Select(sample => (string?)sample.Name).FirstOrDefaultAsync(cancellationToken);
}
