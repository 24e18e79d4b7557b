using Aep.Sdk.Identities;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Identities;

public sealed class IdentitiesClientTests : IDisposable
{
    private const string Root = "/data/core";

    private readonly Wire _wire = new();
    private readonly IdentitiesClient _identities;

    public IdentitiesClientTests() => _identities = new IdentitiesClient(_wire.Pipeline);

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task A_namespace_that_is_there_is_not_created_again()
    {
        _wire.On("GET", $"{Root}/idnamespace/identities",
            """[{"id":4,"code":"ECID","custom":false},{"id":10,"code":"loyalty","idType":"CROSS_DEVICE","custom":true}]""");
        IdentityNamespace found = await _identities.Namespaces.GetOrCreateAsync(
            new IdentityNamespaceDefinition("Loyalty", "Loyalty id", IdentityType.CrossDevice));
        Assert.Equal((10, "loyalty", IdentityType.CrossDevice, true), (found.Id, found.Code, found.IdType, found.Custom));
        Assert.Single(_wire.Requests);
    }

    [Fact]
    public async Task A_namespace_that_is_missing_is_created()
    {
        _wire.On("GET", $"{Root}/idnamespace/identities", "[]")
            .On("POST", $"{Root}/idnamespace/identities", """{"id":11,"code":"Loyalty"}""");
        Assert.Equal(11, (await _identities.Namespaces.GetOrCreateAsync(
            new IdentityNamespaceDefinition("Loyalty", "Loyalty id", IdentityType.CrossDevice))).Id);
        Wire.IsJson(
            """{"code":"Loyalty","name":"Loyalty id","idType":"CROSS_DEVICE"}""", _wire.Single("POST", $"{Root}/idnamespace/identities"));
    }

    [Fact]
    public async Task An_update_gives_the_first_of_the_answer()
    {
        _wire.On("PUT", $"{Root}/idnamespace/identities/11", """[{"id":11,"code":"Loyalty","name":"New"}]""");
        Assert.Equal("New", (await _identities.Namespaces.UpdateAsync(
            11, new IdentityNamespaceDefinition("Loyalty", "New", IdentityType.Email))).Name);
    }

    [Fact]
    public async Task An_xid_is_asked_for_by_code_or_number()
    {
        _wire.On("GET", $"{Root}/identity/identity", """{"xid":"X1"}""");
        Assert.Equal("X1", await _identities.GetXidAsync(IdentityReference.ByCode("Email", "a+b@example.com")));
        Assert.Equal(("Email", "a+b@example.com"), (Wire.Query(_wire.Requests[0], "namespace"), Wire.Query(_wire.Requests[0], "id")));
        await _identities.GetXidAsync(IdentityReference.ByNumber(6, "b"));
        Assert.Equal("6", Wire.Query(_wire.Requests[1], "nsid"));
    }

    [Fact]
    public async Task Members_of_a_graph_are_identities_whichever_form_they_have()
    {
        _wire.On("POST", $"{Root}/identity/v2/graph",
            """{"version":"2.0","graphs":[{"xid":"X1","members":["X1",{"ns":"Email","id":"a@example.com"},{"nsid":"4","id":"1"}]}]}""");
        IdentityGraph graph =
            Assert.Single((await _identities.GetGraphsAsync(IdentityGraphQuery.Members(IdentityReference.ByCode("ECID", "1")))).Graphs);
        Assert.Equal(["X1", null, null], graph.Members.Select(member => member.Xid));
        Assert.Equal([null, "Email", null], graph.Members.Select(member => member.NamespaceCode));
        Assert.Equal([null, null, 4L], graph.Members.Select(member => member.NamespaceId));
        Wire.IsJson(
            """{"composite_xids":[{"ns":"ECID","id":"1"}],"projection_type":"set"}""", _wire.Single("POST", $"{Root}/identity/v2/graph"));
    }

    [Fact]
    public async Task The_private_graph_is_read_with_its_links_and_where_they_come_from()
    {
        _wire.On("POST", $"{Root}/identity/v2/graph",
            """
            {"version":"2.0","graphs":[{"composite_xid":{"nsid":4,"id":"1"},
              "vertices":[{"composite_xid":{"nsid":4,"id":"1"},"last_updated_ts":1724757940000},{"composite_xid":{"nsid":6,"id":"a"}}],
              "edges":[{"composite_xid_pair":[{"nsid":4,"id":"1"},{"nsid":6,"id":"a"}],"first_established_ts":1724313042154,
                "last_established_ts":1724757940000,"dataset_ids":["d1"],"batch_ids":["b1","b2"]}]}],"algo_type":"STITCH_ALL"}
            """);
        IdentityGraphQuery query = IdentityGraphQuery.Graph(IdentityReference.ByNumber(4, "1")) with
        {
            GraphType = "Private Graph",
            Traverse = [new IdentityGraphStep([new IdentityGraphPredicate { EdgeProperty = "e", Operator = "=", Value = "x" }])],
            Filter = [
                new IdentityGraphFilter { Predicates = [new IdentityGraphPredicate { VertexProperty = "v" }], OrderBy = "v", Limit = "5" }],
            AudienceManager = new AudienceManagerProperties(true),
        };
        IdentityGraph graph = Assert.Single((await _identities.GetGraphsAsync(query)).Graphs);
        Assert.Equal(["1", "a"], graph.Vertices!.Select(vertex => vertex.CompositeXid!.Id));
        IdentityEdge edge = Assert.Single(graph.Edges!);
        Assert.Equal([4L, 6L], edge.CompositeXids!.Select(end => end.NamespaceId));
        Assert.Equal((1724313042154, 1724757940000), (edge.FirstEstablished, edge.LastEstablished));
        Assert.Equal(["d1", "b1", "b2"], [.. edge.DatasetIds!, .. edge.BatchIds!]);
        Wire.IsJson(
            """
            {"composite_xids":[{"nsid":4,"id":"1"}],"projection_type":"graph","graph_type":"Private Graph","require_edge_meta_data":true,
             "traverse":[{"predicate":[{"e_prop":"e","op":"=","value":"x"}]}],
             "filter":[{"predicate":[{"v_prop":"v"}],"order_by":"v","limit":"5"}],"aam_properties":{"return_data_sources":true}}
            """, _wire.Single("POST", $"{Root}/identity/v2/graph"));
    }

    [Fact]
    public async Task A_cluster_may_be_of_the_private_graph()
    {
        _wire.On("GET", $"{Root}/identity/cluster/members",
            """{"clusters":[{"compositeXid":{"namespace":"Email","id":"a"},"members":[{"namespace":"ECID","id":"1"}]}]}""");
        IdentityClusters clusters = await _identities.GetClusterAsync(IdentityReference.ByCode("Email", "a"), "pdg");
        Assert.Equal("ECID", Assert.Single(Assert.Single(clusters.Clusters).Members).NamespaceCode);
        Assert.Equal("pdg", Wire.Query(_wire.Requests[0], "graph-type"));
    }

    [Fact]
    public async Task A_query_without_identities_is_not_sent() =>
        await Assert.ThrowsAsync<ArgumentException>(() => _identities.GetGraphsAsync(new IdentityGraphQuery()));

    [Fact]
    public async Task Clusters_are_asked_for_in_the_one_way_that_all_identities_have()
    {
        _wire.On("POST", $"{Root}/identity/clusters/members", """{"clusters":[],"unprocessedRecords":["X9",{"nsid":"6","id":"z"}]}""");
        IdentityClusters clusters =
            await _identities.GetClustersAsync([IdentityReference.ByCode("Email", "a"), IdentityReference.ByCode("ECID", "1")]);
        Wire.IsJson(
            """{"compositeXidsWithNamespace":[{"namespace":"Email","id":"a"},{"namespace":"ECID","id":"1"}]}""",
                _wire.Single("POST", $"{Root}/identity/clusters/members"));
        Assert.Equal(["X9", null], clusters.Unprocessed.Select(identity => identity.Xid));
        await Assert.ThrowsAsync<ArgumentException>(
            () => _identities.GetClustersAsync([IdentityReference.ByXid("X"), IdentityReference.ByCode("Email", "a")]));
    }

    [Fact]
    public async Task Mappings_that_are_not_there_are_none()
    {
        _wire.On("POST", $"{Root}/identity/mappings", (204, ""));
        Assert.Empty((await _identities.GetMappingsAsync([IdentityReference.ByNumber(411, "a")], targetNamespaceId: 4)).Mappings);
        Wire.IsJson("""{"compositeXids":[{"nsid":411,"id":"a"}],"targetNs":"4","graph-type":"Private Graph"}""", _wire.Single(
            "POST", $"{Root}/identity/mappings"));
        await Assert.ThrowsAsync<ArgumentException>(
            () => _identities.GetMappingsAsync(Enumerable.Repeat(IdentityReference.ByXid("X"), 1_001)));
    }
}
