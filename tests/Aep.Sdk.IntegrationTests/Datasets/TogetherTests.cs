using Aep.Sdk.Datasets;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.IntegrationTests.Datasets;

/// <summary>Several clients, each with connections of its own, want one dataset at the same moment.</summary>
public sealed class TogetherTests(Platform platform) : IClassFixture<Platform>
{
    private const int Rounds = 10;
    private const int Clients = 4;

    [Fact]
    public async Task Of_several_at_once_one_dataset_is_made()
    {
        Schema schema = await platform.Aep.Schemas.GetOrCreateAsync(new SchemaDefinition("Together", XdmClasses.IndividualProfile, []));
        AepClient[] clients = [.. Enumerable.Range(0, Clients).Select(_ => platform.Connect(TimeProvider.System))];
        foreach (AepClient client in clients)
            await client.Schemas.GetStatsAsync(); // so that nobody is late because it logs in first
        for (int round = 0; round < Rounds; round++)
        {
            var definition = new DatasetDefinition($"Together {round}, \"*\"", schema.Id);
            Dataset[] made = await Task.WhenAll(clients.Select(client => Task.Run(() => client.Datasets.GetOrCreateAsync(definition))));
            string id = Assert.Single(made.Select(dataset => dataset.Id).Distinct());
            Dataset left = Assert.Single(await platform.Aep.Datasets.ListAsync().Where(each => each.Name == definition.Name).ToListAsync());
            Assert.Equal(id, left.Id);
        }
        foreach (AepClient client in clients)
            await client.DisposeAsync();
    }

    [Fact]
    public async Task Of_two_schemas_for_one_name_at_once_one_stays_and_the_other_is_told()
    {
        Schema[] schemas =
        [
            await platform.Aep.Schemas.GetOrCreateAsync(new SchemaDefinition("One of two", XdmClasses.IndividualProfile, [])),
            await platform.Aep.Schemas.GetOrCreateAsync(new SchemaDefinition("Two of two", XdmClasses.IndividualProfile, [])),
        ];
        Task<Dataset>[] both = [.. schemas.Select(schema => Task.Run(
            () => platform.Aep.Datasets.GetOrCreateAsync(new DatasetDefinition("Two schemas", schema.Id))))];
        await ((Task)Task.WhenAll(both)).ConfigureAwait(
            ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        Task<Dataset> told = Assert.Single(both, task => task.IsFaulted);
        Assert.Contains("a dataset keeps its schema", (await Assert.ThrowsAsync<AepException>(() => told)).Message);
        Assert.Single(await platform.Aep.Datasets.ListAsync(new DatasetQuery { Name = "Two schemas" }).ToListAsync());
    }
}
