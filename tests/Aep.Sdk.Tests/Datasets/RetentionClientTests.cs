using System.Text.Json.Nodes;
using Aep.Sdk.Datasets;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Datasets;

public sealed class RetentionClientTests : IDisposable
{
    private const string Root = "/data/foundation/catalog";
    private readonly Wire _wire = new();
    private readonly DatasetsClient _datasets;

    public RetentionClientTests() => _datasets = new DatasetsClient(_wire.Pipeline);

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task Both_periods_are_set_and_null_is_said()
    {
        _wire.On("PATCH", $"{Root}/v2/dataSets/d1", """["@/dataSets/d1"]""");
        await _datasets.Retention.SetAsync("d1", new RowRetention(RetentionPeriod.Months(3)));
        Wire.IsJson(
            """{"extensions":{"adobe_lakeHouse":{"rowExpiration":{"ttlValue":"P3M"}},"adobe_unifiedProfile":{"rowExpiration":{"ttlValue":null}}}}""",
            _wire.Single("PATCH", $"{Root}/v2/dataSets/d1"));
    }

    [Fact]
    public async Task The_dataset_in_place_of_a_reference_is_an_answer_too_and_says_who_has_set_the_period()
    {
        const string Answer = """
            {"d1":{"name":"Events","extensions":{
              "adobe_lakeHouse":{"rowExpiration":{"ttlValue":"P3M","valueStatus":"custom","setBy":"user","updated":1737977766499}},
              "adobe_unifiedProfile":{"rowExpiration":{"ttlValue":"P6M","valueStatus":"default","setBy":"service","updated":"1737977766499"}}}}}
            """;
        _wire.On("PATCH", $"{Root}/v2/dataSets/d1", Answer).On("GET", $"{Root}/dataSets/d1", Answer);
        await _datasets.Retention.SetAsync("d1", new RowRetention(RetentionPeriod.Months(3)));
        Dataset dataset = await _datasets.UpdateAsync("d1", new DatasetChanges { Description = "x" });
        DateTimeOffset time = DateTimeOffset.FromUnixTimeMilliseconds(1737977766499);
        Assert.Equal(new RowExpiration(RetentionPeriod.Months(3), "custom", "user", time), dataset.LakeExpiration);
        Assert.Equal(new RowExpiration(RetentionPeriod.Months(6), "default", "service", time), dataset.ProfileExpiration);
    }

    [Theory]
    [InlineData(
        """{"extensions":{"adobe_lakeHouse":{"rowExpiration":{"ttlValue":"P6M"}},"adobe_unifiedProfile":{"rowExpiration":{"ttlValue":"P1Y"}}}}""", "P6M", "P1Y")]
    [InlineData("""{"extensions":{"adobe_lakeHouse":{"rowExpiration":{"ttlValue":null},"other":1}}}""", null, null)]
    [InlineData("""{"extensions":{}}""", null, null)]
    [InlineData("{}", null, null)]
    public async Task What_is_set_is_read(string members, string? lake, string? profile)
    {
        _wire.On("GET", $"{Root}/dataSets/d1",
            $"{{\"d1\":{{\"name\":\"Events\",{members[1..]}}}".Replace(",}", "}", StringComparison.Ordinal));
        RowRetention retention = await _datasets.Retention.GetAsync("d1");
        Assert.Equal((lake, profile), (retention.Lake?.Value, retention.Profile?.Value));
    }

    [Fact]
    public async Task The_limits_are_asked_for()
    {
        _wire.On("GET", $"{Root}/ttl/d1",
            """{"extensions":{"adobe_lakeHouse":{"rowExpiration":{"defaultValue":"P12M","maxValue":"P10Y","minValue":"P30D"}}}}""");
        Assert.Equal(
            new RetentionLimits(RetentionPeriod.Months(12), RetentionPeriod.Days(30), RetentionPeriod.Years(10)),
            await _datasets.Retention.GetLimitsAsync("d1"));
        Assert.Throws<ArgumentOutOfRangeException>(() => RetentionPeriod.Days(0));
    }

    [Fact]
    public async Task Attributes_are_merged_if_nobody_else_was_faster()
    {
        _wire.On("PATCH", $"{Root}/v2/dataSets/d1", """["@/dataSets/d1"]""")
            .On("GET", $"{Root}/dataSets/d1", """{"d1":{"name":"Events","description":"new"}}""");
        Dataset dataset = await _datasets.UpdateAsync("d1", new DatasetChanges
        {
            Description = "new",
            Classification = new DatasetClassification("time-series", "CUSTOMER"),
            Extensions = new JsonObject { ["mine"] = new JsonObject { ["a"] = null } },
        }, "1.0.2");
        Assert.Equal("new", dataset.Description);
        Wire.IsJson(
            """{"description":"new","classification":{"dataBehavior":"time-series","managedBy":"CUSTOMER"},"extensions":{"mine":{"a":null}}}""",
            _wire.Single("PATCH", $"{Root}/v2/dataSets/d1"));
        Assert.Equal("1.0.2", _wire.Single("PATCH", $"{Root}/v2/dataSets/d1").Headers!["If-Match"].Single());
    }

    [Fact]
    public async Task A_dataset_that_is_written_anew_keeps_its_table()
    {
        _wire.On("GET", $"{Root}/dataSets/d1",
            """{"d1":{"name":"Old","version":"1.0.7","tags":{"adobe/pqs/table":["old"],"team":["a"],"unifiedProfile":["enabled:true"]}}}""")
            .On("PUT", $"{Root}/dataSets/d1", """["@/dataSets/d1"]""");
        await _datasets.ReplaceAsync("d1", new DatasetDefinition("New", "https://ns.adobe.com/acme/schemas/1") { Description = "d" });
        Wire.IsJson(
            """
            {"name":"New","description":"d","schemaRef":{"id":"https://ns.adobe.com/acme/schemas/1","contentType":"application/vnd.adobe.xed+json;version=1"},
            "fileDescription":{"persisted":true,"containerFormat":"parquet","format":"parquet"},"tags":{"adobe/pqs/table":["old"]}}
            """, _wire.Single("PUT", $"{Root}/dataSets/d1"));
        Assert.Equal("1.0.7", _wire.Single("PUT", $"{Root}/dataSets/d1").Headers!["If-Match"].Single());
    }
}
