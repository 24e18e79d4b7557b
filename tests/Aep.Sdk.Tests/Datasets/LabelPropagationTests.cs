using System.Text.Json.Nodes;
using Aep.Sdk.Datasets;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Datasets;

/// <summary>Labels of columns go over to the columns that were made of them: to the fields of the derived dataset's schema.</summary>
public sealed class LabelPropagationTests : IDisposable
{
    private const string Catalog = "/data/foundation/catalog/dataSets", Registry = "/data/foundation/schemaregistry/tenant";
    private const string Labels = "/data/foundation/dataset/datasets/s/labels", Descriptors = Registry + "/descriptors";
    private const string None = """{"results":[]}""";
    private readonly Wire _wire = new();
    private readonly DatasetLabelsClient _labels;

    public LabelPropagationTests()
    {
        _labels = new DatasetsClient(_wire.Pipeline).Labels;
        _wire.On("GET", $"{Catalog}/s", """{"s":{"name":"Source","schemaRef":{"id":"S","contentType":"x"}}}""")
            .On("GET", $"{Catalog}/d", """{"d":{"name":"Derived","schemaRef":{"id":"D","contentType":"x"}}}""")
            .On("GET", Labels.Replace("/s/", "/d/", StringComparison.Ordinal), (404, "{}"))
            .On("GET", $"{Registry}/schemas/S", """{"$id":"S","title":"S","meta:extends":["G"]}""");
    }

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task Labels_of_the_schema_of_its_field_groups_and_of_objects_come_over()
    {
        _wire.On("GET", Labels, (404, "{}"))
            .On("GET", Descriptors, Page(
                Label("1", "S", "/_acme/age", "core/S1"), Label("2", "G", "/_acme", "custom/mine"),
                Label("3", "Other", "/_acme/age", "core/C9")),
                None)
            .On("POST", Descriptors, (201, Label("4", "D", "/ageBand", "core/S1")));
        FieldLabels carried = Assert.Single((await _labels.PropagateAsync("s", "d", new Dictionary<string, string>
        {
            ["/properties/_acme/properties/age"] = "/properties/ageBand",
            ["/eventType"] = "/eventType",
        })).Columns);
        Assert.Equal(("D", "/ageBand"), (carried.Option!.Id, carried.Option.SchemaPath));
        Assert.Equal(["core/S1", "custom/mine"], carried.Labels);
        JsonNode body = JsonNode.Parse(_wire.Single("POST", Descriptors).Body!)!;
        Assert.Equal(("D", "/ageBand", """["core/S1","custom/mine"]"""),
            ((string?)body["xdm:sourceSchema"], (string?)body["xdm:sourceProperty"], body["xdm:labels"]!.ToJsonString()));
    }

    [Fact]
    public async Task Labels_of_earlier_days_on_the_dataset_come_over_with_their_container()
    {
        const string Core = "/data/foundation/dulepolicy/labels/core";
        _wire.On("GET", Labels, """{"optionalLabels":[{"option":{"schemaPath":"/properties/age"},"labels":["S1","mine"]}]}""")
            .On("GET", Descriptors, None)
            .On("GET", $"{Core}/S1", """{"name":"S1"}""").On("GET", $"{Core}/mine", (404, "{}"))
            .On("POST", Descriptors, (201, Label("1", "D", "/age", "core/S1")));
        FieldLabels carried =
            Assert.Single((await _labels.PropagateAsync("s", "d", new Dictionary<string, string> { ["/age"] = "/age" })).Columns);
        Assert.Equal(["core/S1", "custom/mine"], carried.Labels);
    }

    [Fact]
    public async Task What_is_there_stays_and_what_somebody_else_writes_over_it_is_written_again()
    {
        string ofSource = Label("1", "S", "/age", "core/S1");
        string mine = Page(Label("2", "D", "/age", "core/C1"));
        string both = Page(Label("2", "D", "/age", "core/C1\",\"core/S1"));
        _wire.On("GET", Labels, (404, "{}"))
            .On("GET", Descriptors, Page(ofSource), mine, mine, both)
            .On("PUT", $"{Descriptors}/2", Label("2", "D", "/age", "core/C1"));
        await _labels.PropagateAsync("s", "d", new Dictionary<string, string> { ["/age"] = "/age" });
        Assert.Equal(2, _wire.Count("PUT", $"{Descriptors}/2"));
        Assert.All(_wire.Requests.Where(request => request.Method == "PUT"), request =>
            Assert.Equal("""["core/C1","core/S1"]""", JsonNode.Parse(request.Body!)!["xdm:labels"]!.ToJsonString()));
        Assert.Equal(0, _wire.Count("POST", Descriptors));
    }

    [Fact]
    public async Task Labels_of_the_source_as_a_whole_are_added_to_what_somebody_else_writes_at_the_same_moment()
    {
        string ofDerived = Labels.Replace("/s/", "/d/", StringComparison.Ordinal);
        _wire.On("GET", Labels, """{"labels":["C1","C2"]}""").On("GET", Descriptors, None)
            .On("POST", ofDerived, (409, "{}"), """{"labels":["C1","C2"]}""");
        PropagatedLabels carried = await _labels.PropagateAsync("s", "d");
        Assert.Equal("C1 C2", string.Join(' ', carried.Dataset.Labels));
        Assert.Empty(carried.Columns);
        Assert.Equal(2, _wire.Count("POST", ofDerived));
    }

    [Fact]
    public async Task Somebody_who_writes_over_it_each_time_is_an_error()
    {
        string ofSource = Label("1", "S", "/age", "core/S1");
        _wire.On("GET", Labels, (404, "{}"))
            .On("GET", Descriptors, Page(ofSource), Page(Label("2", "D", "/age", "core/C1")))
            .On("PUT", $"{Descriptors}/2", Label("2", "D", "/age", "core/C1"));
        AepException refused = await Assert.ThrowsAsync<AepException>(() =>
            _labels.PropagateAsync("s", "d", new Dictionary<string, string> { ["/age"] = "/age" }));
        Assert.Contains("somebody else", refused.Message);
        Assert.Equal(3, _wire.Count("PUT", $"{Descriptors}/2"));
    }

    private static string Page(params string[] descriptors) => $$"""{"results":[{{string.Join(',', descriptors)}}]}""";

    private static string Label(string id, string schema, string field, string labels) => $$"""
        {"@id":"{{id}}","@type":"xdm:descriptorLabel","xdm:sourceSchema":"{{schema}}","xdm:sourceVersion":1,"xdm:sourceProperty":"{{field}}","xdm:labels":["{{labels}}"]}
        """;
}
