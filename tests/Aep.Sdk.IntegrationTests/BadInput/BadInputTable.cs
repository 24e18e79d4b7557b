using System.Text;
using Aep.Sdk.Datasets;
using Aep.Sdk.Ingestion;
using Aep.Sdk.IntegrationTests.Support;

namespace Aep.Sdk.IntegrationTests.BadInput;

/// <summary>Every bad input, brought to the platform once.</summary>
public sealed class BadInputTable : IAsyncLifetime
{
    private readonly Platform _platform = new();

    internal IReadOnlyList<BadOutcome> Outcomes { get; private set; } = [];

    public async Task InitializeAsync()
    {
        await _platform.InitializeAsync();
        BadWorld world = await BadWorld.CreateAsync(_platform.Aep);
        var outcomes = new List<BadOutcome>();
        string before = await world.SnapshotAsync();
        foreach (BadCase bad in BadCase.All)
        {
            Exception? error = await Record.ExceptionAsync(() => bad.Act(world));
            string after = await world.SnapshotAsync();
            outcomes.Add(new BadOutcome(bad, error, await RowsAsync(error), before, after));
            before = after;
        }

        Outcomes = outcomes;
        world.Delete();
    }

    public Task DisposeAsync() => _platform.DisposeAsync();

    // What a user asks next when a batch has failed.
    private async Task<string> RowsAsync(Exception? error)
    {
        if (error is not IngestionFailedException failed)
            return "";
        List<string> rows = [];
        foreach (IngestedBatch batch in failed.Result.Batches.Where(batch => batch.Status == BatchStatus.Failed))
            rows.AddRange(await _platform.Aep.Datasets.Files.ReadRowErrorsAsync(batch.Id).Select(row => row.ToString()).ToListAsync());
        return string.Join("; ", rows);
    }

    internal string ToMarkdown()
    {
        var table = new StringBuilder("| Input | What is wrong | Error | It says | Diagnostics of the row |\n|---|---|---|---|---|\n");
        foreach (BadOutcome outcome in Outcomes)
            table.Append(outcome.ToRow()).Append('\n');
        return table.ToString();
    }
}
