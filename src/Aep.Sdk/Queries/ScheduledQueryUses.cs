using System.Text.RegularExpressions;
using Aep.Sdk.Datasets;

namespace Aep.Sdk.Queries;

/// <summary>Queries that run by schedule and name the table of a dataset.</summary>
internal sealed class ScheduledQueryUses(AepClient aep) : IDatasetUses
{
    public string Name => "scheduled queries";

    public async Task<IReadOnlyList<DatasetUse>> FindAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        if (!dataset.HasTable)
            return [];
        // A table's name has letters, digits and underscores only; what stands around it must be something else.
        var table = new Regex($@"(?<!\w){Regex.Escape(dataset.TableName)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        return await aep.Queries.Schedules.ListAsync().Where(schedule => schedule.Query?.Sql is { } sql && table.IsMatch(sql))
            .Select(schedule => new DatasetUse(DatasetUseKind.ScheduledQuery, schedule.Id, schedule.Query!.Name))
                .ToListAsync(cancellationToken).ConfigureAwait(false);
    }
}
