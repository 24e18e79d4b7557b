using Aep.Sdk.CleanUp;
using Aep.Sdk.Datasets;
using Aep.Sdk.Flows;
using Aep.Sdk.Mappings;
using Aep.Sdk.Profiles;
using Aep.Sdk.Queries;
using Aep.Sdk.Schemas;
using Aep.Sdk.Segmentation;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.CleanUp;

public sealed class CleanUpClientTests : IDisposable
{
    private const string Registry = "/data/foundation/schemaregistry/tenant";
    private const string Flow = "/data/foundation/flowservice";

    private readonly Wire _wire = new();

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task What_hangs_on_a_dataset_goes_with_it_and_before_it()
    {
        Sandbox();
        CleanUpPlan plan = await Client().PlanAsync(CleanUpSelection.StartingWith("Shop "));
        Assert.Equal(
            [
                "dataflow Into the shop (f1)", "mapping set m1", "source connection In (s1)", "target connection Shop orders (t1)",
                    "segment Shop fans (a1)",
                "profile data of dataset Shop orders (d1)", "dataset xd1_uniform_0_5_percent (d3)", "dataset Shop orders (d1)",
                    "descriptor of schema Shop orders (i1)",
                "schema Shop orders (https://ns.adobe.com/acme/schemas/1)", "field group Shop fields (https://ns.adobe.com/acme/mixins/1)",
            ],
            plan.Items.Select(item => item.ToString()));
        Assert.All(_wire.Requests, request => Assert.Equal("GET", request.Method));
    }

    [Fact]
    public async Task What_others_use_and_what_the_registry_keeps_for_good_stays()
    {
        Sandbox();
        CleanUpPlan plan = await Client().PlanAsync(CleanUpSelection.StartingWith("Shop "));
        Assert.Equal(
            ["segment Shop guests (a2)", "schema Shop profiles (https://ns.adobe.com/acme/schemas/2)",
                "field group Shop profile fields (https://ns.adobe.com/acme/mixins/2)"],
            plan.Kept.Select(kept => $"{kept.Kind} {kept.Name} ({kept.Id})"));
        Assert.Contains("activates it together with others", plan.Kept[0].Reason);
        Assert.Contains("enabled for Profile", plan.Kept[1].Reason);
        // The base connection has another user, and the other flow is nobody's business.
        Assert.DoesNotContain(plan.Items, item => item.Id is "b1" or "f2" or "t2" or "m2");
    }

    [Fact]
    public async Task A_plan_is_carried_out_in_its_order()
    {
        var done = new List<string>();
        CleanUpItem Item(CleanUpStage stage, string id) => new(stage, "thing", id, null, _ =>
        {
            done.Add(id);
            return Task.CompletedTask;
        });
        CleanUpPlan plan = new CleanUpPlan([], [])
            .With([Item(CleanUpStage.Schemas, "3"), Item(CleanUpStage.Datasets, "2"), Item(CleanUpStage.Files, "1")]);
        CleanUpResult result = await Client().RunAsync(plan);
        Assert.Equal(["1", "2", "3"], done);
        Assert.Equal(plan.Items, result.Removed);
    }

    [Fact]
    public async Task What_is_gone_already_is_removed_and_what_fails_does_not_stop_the_rest()
    {
        _wire.On("DELETE", "/data/foundation/catalog/dataSets/gone", (404, "{}"))
            .On("DELETE", "/data/foundation/catalog/dataSets/held", (409, """{"title":"in use"}"""))
            .On("DELETE", "/data/foundation/catalog/dataSets/last", "[]");
        var datasets = new DatasetsClient(_wire.Pipeline);
        CleanUpPlan plan = new CleanUpPlan([], []).With(new[] { "gone", "held", "last" }.Select(id =>
            new CleanUpItem(CleanUpStage.Datasets, "dataset", id, null, token => datasets.DeleteAsync(id, token))));
        var failed = await Assert.ThrowsAsync<CleanUpFailedException>(() => Client().RunAsync(plan));
        Assert.Equal(["gone", "last"], failed.Result.Removed.Select(item => item.Id));
        Assert.Equal("held", Assert.Single(failed.Result.Failed).Item.Id);
        Assert.Contains("1 of 3", failed.Message);
        Assert.Contains("dataset held", failed.Message);
    }

    [Fact]
    public void A_selection_that_would_empty_the_sandbox_is_refused()
    {
        Assert.Throws<ArgumentException>(() => CleanUpSelection.StartingWith("  a "));
        Assert.Throws<ArgumentException>(() => CleanUpSelection.Named());
        Assert.Throws<ArgumentException>(() => CleanUpSelection.Named("Shop", ""));
    }

    private CleanUpClient Client() => new(
        new SchemasClient(_wire.Pipeline), new DatasetsClient(_wire.Pipeline), new QueriesClient(_wire.Pipeline),
        new FlowsClient(_wire.Pipeline),
        new MappingsClient(_wire.Pipeline), new ProfilesClient(_wire.Pipeline), new SegmentationClient(_wire.Pipeline));

    // A dataset with a flow of its own, whose account another flow uses; a segment that only the shop activates, and one that others
    // activate too.
    private void Sandbox() => _wire
        .On("GET", "/data/core/ups/segment/definitions",
            """{"segments":[{"id":"a1","name":"Shop fans"},{"id":"a2","name":"Shop guests"},{"id":"a3","name":"Other"}]}""")
        .On("GET", "/data/core/ups/audiences", """{"children":[{"id":"a1","name":"Shop fans"}]}""")
        .On("GET", "/data/foundation/catalog/dataSets",
            """
            {"d1":{"name":"Shop orders","tags":{"unifiedProfile":["enabled:true"]}},"d2":{"name":"Elsewhere","tags":{}},
             "d3":{"name":"xd1_uniform_0_5_percent"}}
            """)
        .On("GET", $"{Flow}/flows",
            """
            {"items":[
              {"id":"f1","name":"Into the shop","sourceConnectionIds":["s1"],"targetConnectionIds":["t1"],
               "transformations":[{"name":"Mapping","params":{"mappingId":"m1"}}]},
              {"id":"f2","name":"Out","sourceConnectionIds":["s2"],"targetConnectionIds":["t2"],
               "transformations":[{"name":"GeneralTransform","params":{
                "profileMapping":{"mappingId":"m2"},"segmentSelectors":{"selectors":[{"value":{"id":"a2"}},{"value":{"id":"a3"}}]}}}]}]}
            """)
        .On("GET", $"{Flow}/sourceConnections",
            """{"items":[{"id":"s1","name":"In","baseConnectionId":"b1"},{"id":"s2","name":"Store","baseConnectionId":"b1"}]}""")
        .On("GET", $"{Flow}/targetConnections",
            """{"items":[{"id":"t1","name":"Shop orders","params":{"dataSetId":"d1"}},{"id":"t2","name":"Out"}]}""")
        .On("GET", $"{Flow}/connections", """{"items":[{"id":"b1","name":"Account"}]}""")
        .On("GET", "/data/foundation/query/query-templates", """{"templates":[{"id":"q1","name":"Other","sql":"SELECT 1"}]}""")
        .On("GET", $"{Registry}/schemas",
            """
            {"results":[
              {"$id":"https://ns.adobe.com/acme/schemas/1","title":"Shop orders","allOf":[{"$ref":"https://ns.adobe.com/acme/mixins/1"}]},
              {"$id":"https://ns.adobe.com/acme/schemas/2","title":"Shop profiles","meta:immutableTags":["union"],
               "allOf":[{"$ref":"https://ns.adobe.com/acme/mixins/2"}]}]}
            """)
        .On("GET", $"{Registry}/descriptors",
            """
            {"results":[{"@id":"i1","@type":"xdm:descriptorIdentity","xdm:sourceSchema":"https://ns.adobe.com/acme/schemas/1",
             "xdm:sourceProperty":"/a"}]}
            """)
        .On("GET", $"{Registry}/fieldgroups",
            """
            {"results":[{"$id":"https://ns.adobe.com/acme/mixins/1","title":"Shop fields"},{"$id":"https://ns.adobe.com/acme/mixins/2",
             "title":"Shop profile fields"}]}
            """)
        .On("GET", $"{Registry}/datatypes", """{"results":[]}""")
        .On("GET", $"{Registry}/classes", """{"results":[]}""");
}
