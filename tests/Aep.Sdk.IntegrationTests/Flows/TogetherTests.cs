using System.Text.Json.Nodes;
using Aep.Sdk.Datasets;
using Aep.Sdk.Emulator;
using Aep.Sdk.Flows;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.IntegrationTests.Flows;

/// <summary>Several clients, each with connections of its own, want one connection at the same moment.</summary>
public sealed class TogetherTests(Platform platform) : IClassFixture<Platform>
{
    private const int Rounds = 4;
    private const int Callers = 12;

    [Fact]
    public async Task Of_several_at_once_one_connection_of_each_kind_is_made()
    {
        Schema schema = await platform.Aep.Schemas.GetOrCreateAsync(new SchemaDefinition("Together", XdmClasses.IndividualProfile, []));
        Dataset dataset = await platform.Aep.Datasets.GetOrCreateAsync(new DatasetDefinition("Together", schema.Id));
        AepClient[] clients = [.. Enumerable.Range(0, Callers).Select(_ => platform.Connect(TimeProvider.System))];
        foreach (AepClient client in clients)
            await client.Schemas.GetStatsAsync(); // so that nobody is late because it logs in first
        for (int round = 0; round < Rounds; round++)
        {
            string name = $"Together {round}";
            string[] made = await Task.WhenAll(clients.Select(client => Task.Run(() => MakeAsync(client.Flows, name, dataset.Id))));
            Assert.Single(made.Distinct());
            FlowsClient flows = platform.Aep.Flows;
            string[] left =
            [
                .. await flows.Connections.ListAsync().Where(one => one.Name == name).Select(one => one.Id).ToListAsync(),
                .. await flows.SourceConnections.ListAsync().Where(one => one.Name == name).Select(one => one.Id).ToListAsync(),
                .. await flows.TargetConnections.ListAsync().Where(one => one.Name == name).Select(one => one.Id).ToListAsync(),
            ];
            Assert.Equal(made[0], string.Join(' ', left));
        }
        foreach (AepClient client in clients)
            await client.DisposeAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(12)]
    public async Task What_was_made_although_the_answer_was_lost_is_found(long bytes)
    {
        string name = $"Lost after {bytes}";
        var lost = new AepEmulatorFault
        { Path = "/data/foundation/flowservice/connections", Method = "POST", TruncateAfter = bytes, Count = 1 };
        platform.Emulator.AddFault(lost);
        string id = await platform.Aep.Flows.Connections.GetOrCreateAsync(
            new ConnectionDefinition(name, new SpecReference(ConnectionSpecIds.DataLandingZoneSource)));
        Assert.Equal(1, lost.Hits);
        Connection left = Assert.Single(
            await platform.Aep.Flows.Connections.ListAsync().Where(one => one.Name == name).ToListAsync());
        Assert.Equal(id, left.Id);
    }

    private static async Task<string> MakeAsync(FlowsClient flows, string name, string datasetId)
    {
        var spec = new SpecReference(ConnectionSpecIds.DataLandingZoneSource);
        string connection = await flows.Connections.GetOrCreateAsync(new ConnectionDefinition(name, spec));
        string source = await flows.SourceConnections.GetOrCreateAsync(new SourceConnectionDefinition(name, spec));
        string target = await flows.TargetConnections.GetOrCreateAsync(
            new TargetConnectionDefinition(name, new SpecReference(ConnectionSpecIds.DataLake))
            { Params = new JsonObject { ["dataSetId"] = datasetId } });
        return $"{connection} {source} {target}";
    }
}
