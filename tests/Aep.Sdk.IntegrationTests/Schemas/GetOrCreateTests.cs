using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.KillableClient;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.IntegrationTests.Schemas;

/// <summary>
/// Several clients, each with connections of its own, and several processes want the same at the same moment: one makes it, all get it.
/// </summary>
public sealed class GetOrCreateTests(Platform platform) : IClassFixture<Platform>
{
    private const int Rounds = 25;
    private const int RoundsOfProcesses = 15;
    private const int Clients = 4;

    [Fact]
    public async Task OfSeveralAtOnceOneIsMade()
    {
        AepClient[] clients = [.. Enumerable.Range(0, Clients).Select(_ => platform.Connect(TimeProvider.System))];
        foreach (AepClient client in clients)
            await client.Schemas.GetStatsAsync();
        for (int round = 0; round < Rounds; round++)
        {
            string[] made = await TogetherAsync(clients, round);
            await CheckAsync($"Together {round}", made);
        }
        foreach (AepClient client in clients)
            await client.DisposeAsync();
    }

    [Fact]
    public async Task OfTwoProcessesAtOnceOneMakesIt()
    {
        using var first = new ClientProcess(platform, SchemasTogether.Command);
        using var second = new ClientProcess(platform, SchemasTogether.Command);
        Assert.Equal(["begun", "begun"], await Task.WhenAll(first.ReadAsync(), second.ReadAsync()));
        for (int round = 0; round < RoundsOfProcesses; round++)
        {
            string title = $"Processes {round}";
            await Task.WhenAll(first.WriteAsync(title), second.WriteAsync(title));
            await CheckAsync(title, await Task.WhenAll(first.ReadAsync(), second.ReadAsync()));
        }
    }

    private async Task CheckAsync(string title, string[] made)
    {
        Assert.Single(made.Distinct());
        SchemasClient schemas = platform.Aep.Schemas;
        Assert.Single(await schemas.FieldGroups.FindByTitleAsync($"{title} fields"));
        Schema schema = Assert.Single(await schemas.FindByTitleAsync(title));
        Assert.Equal(2, await schemas.Descriptors.ListAsync(schema.Id).CountAsync());
    }

    private static async Task<string[]> TogetherAsync(AepClient[] clients, int round)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<string>[] all = [.. clients.Select(client => Task.Run(async () =>
        {
            await start.Task;
            return await SchemasTogether.MakeAsync(client.Schemas, $"Together {round}");
        }))];
        start.SetResult();
        return await Task.WhenAll(all);
    }
}
