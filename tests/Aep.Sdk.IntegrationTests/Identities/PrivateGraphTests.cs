using System.Text.Json.Nodes;
using Aep.Sdk.Datasets;
using Aep.Sdk.Identities;
using Aep.Sdk.IntegrationTests.Audiences;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.Profiles;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.IntegrationTests.Identities;

/// <summary>The organisation's own graph, as the client asks for it and the platform keeps it.</summary>
public sealed class PrivateGraphTests(Platform platform) : IClassFixture<Platform>
{
    [Fact]
    public async Task Identities_of_one_person_are_found_in_each_form()
    {
        string dataset = await CreateDatasetAsync();
        await platform.Aep.Ingestion.IngestAsync(
            dataset, new[] { Row("visitor-1"), Row("visitor-2") }.ToAsyncEnumerable(), PeopleJson.Default.JsonObject);
        IdentitiesClient identities = platform.Aep.Identities;
        IdentityReference first = IdentityReference.ByCode("ECID", "visitor-1");

        IdentityGraph set = Assert.Single((await identities.GetGraphsAsync(IdentityGraphQuery.Members(first))).Graphs);
        Assert.Equal(
            ["ECID visitor-1", "ECID visitor-2", "Email a@example.com"],
            set.Members.Select(member => $"{member.NamespaceCode} {member.Id}").Order());
        IdentityGraph graph = Assert.Single((await identities.GetGraphsAsync(IdentityGraphQuery.Graph(first))).Graphs);
        Assert.Equal(3, graph.Vertices!.Count);
        Assert.All(graph.Edges!, edge => Assert.Equal([dataset], edge.DatasetIds!));
        Assert.Equal(2, graph.Edges!.Count);
        IdentityGraphQuery apart = IdentityGraphQuery.Members(first) with { GraphType = "none" };
        Assert.Single(Assert.Single((await identities.GetGraphsAsync(apart)).Graphs).Members);

        IdentityClusters clusters = await identities.GetClustersAsync([first], "pdg");
        Assert.Equal(3, Assert.Single(clusters.Clusters).Members.Count);
        IdentityMappings mappings = await identities.GetMappingsAsync([IdentityReference.ByNumber(4, "visitor-1")], 6);
        Assert.Equal("a@example.com", Assert.Single(Assert.Single(mappings.Mappings).Mapping).CompositeXid!.Id);
        Assert.Empty((await identities.GetMappingsAsync([IdentityReference.ByNumber(4, "nobody")])).Mappings);

        Profile byXid = (await platform.Aep.Profiles.FindByXidAsync(await identities.GetXidAsync(first)))!;
        Assert.Equal("a@example.com", (string?)byXid.Entity["_aeplocal"]!["email"]);
    }

    private static JsonObject Row(string visitor) => new()
    {
        ["_id"] = visitor,
        ["_aeplocal"] = new JsonObject { ["visitor"] = visitor, ["email"] = "a@example.com" },
    };

    private async Task<string> CreateDatasetAsync()
    {
        SchemasClient schemas = platform.Aep.Schemas;
        JsonObject Field() => new() { ["title"] = "Text", ["type"] = "string" };
        FieldGroup fields = await schemas.FieldGroups.GetOrCreateAsync(new FieldGroupDefinition(
            "Visitor fields", new JsonObject { ["visitor"] = Field(), ["email"] = Field() }, [XdmClasses.IndividualProfile]));
        Schema schema = await schemas.GetOrCreateAsync(new SchemaDefinition("Visitors", XdmClasses.IndividualProfile, [fields.Id]));
        foreach ((string field, string space) in new[] { ("visitor", "ECID"), ("email", "Email") })
        {
            await schemas.Descriptors.GetOrCreateAsync(new IdentityDescriptor
            {
                SourceSchema = schema.Id,
                SourceProperty = $"/_aeplocal/{field}",
                Namespace = space,
                IsPrimary = field == "visitor",
            });
        }

        await schemas.EnableForProfileAsync(schema.Id);
        var definition = new DatasetDefinition("Visitors", schema.Id) { ProfileEnabled = true };
        return (await platform.Aep.Datasets.GetOrCreateAsync(definition)).Id;
    }
}
