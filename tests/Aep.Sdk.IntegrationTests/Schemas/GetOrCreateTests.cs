using System.Text.Json.Nodes;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.IntegrationTests.Schemas;

/// <summary>Several clients, each with connections of its own, want the same at the same moment: one makes it, all get it.</summary>
public sealed class GetOrCreateTests(Platform platform) : IClassFixture<Platform>
{
    private const int Rounds = 25;
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
            Assert.Single(made.Distinct());
            SchemasClient schemas = platform.Aep.Schemas;
            Assert.Single(await schemas.FieldGroups.FindByTitleAsync($"Together {round} fields"));
            Schema schema = Assert.Single(await schemas.FindByTitleAsync($"Together {round}"));
            Assert.Equal(2, await schemas.Descriptors.ListAsync(schema.Id).CountAsync());
        }
        foreach (AepClient client in clients)
            await client.DisposeAsync();
    }

    private static async Task<string[]> TogetherAsync(AepClient[] clients, int round)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<string>[] all = [.. clients.Select(client => Task.Run(async () =>
        {
            await start.Task;
            return await MakeAsync(client.Schemas, $"Together {round}");
        }))];
        start.SetResult();
        return await Task.WhenAll(all);
    }

    private static async Task<string> MakeAsync(SchemasClient schemas, string title)
    {
        var fields = new JsonObject { ["key"] = new JsonObject { ["type"] = "string", ["title"] = "Key" } };
        FieldGroup group =
            await schemas.FieldGroups.GetOrCreateAsync(new FieldGroupDefinition($"{title} fields", fields, [XdmClasses.IndividualProfile]));
        Schema schema = await schemas.GetOrCreateAsync(new SchemaDefinition(title, XdmClasses.IndividualProfile, [group.Id]));
        IdentityDescriptor identity = await schemas.Descriptors.GetOrCreateAsync(new IdentityDescriptor
        {
            SourceSchema = schema.Id,
            SourceProperty = "/_aeplocal/key",
            Namespace = "ECID",
            IsPrimary = true,
        });
        // Of those the registry takes as many as come: it is the clients that see to it that one stays.
        FriendlyNameDescriptor name = await schemas.Descriptors.GetOrCreateAsync(new FriendlyNameDescriptor
        {
            SourceSchema = schema.Id,
            SourceProperty = "/_aeplocal/key",
            Titles = new Dictionary<string, string> { ["en_us"] = "The key" },
        });
        return $"{group.Id} {schema.Id} {identity.Id} {name.Id}";
    }
}
