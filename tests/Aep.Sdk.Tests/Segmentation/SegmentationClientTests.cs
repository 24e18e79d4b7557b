using Aep.Sdk.Profiles;
using Aep.Sdk.Segmentation;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Segmentation;

public sealed class SegmentationClientTests : IDisposable
{
    private const string Definitions = "/data/core/ups/segment/definitions";
    private const string Jobs = "/data/core/ups/segment/jobs";

    private static readonly SegmentDefinition Likely = new("Likely", Pql.Text("_acme.propensity >= 0.2"));

    private readonly Wire _wire = new();
    private readonly SegmentationClient _segmentation;

    public SegmentationClientTests() => _segmentation = new SegmentationClient(_wire.Pipeline);

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task ASegmentIsCreatedWhenNoPageHasIt()
    {
        Pages().On("POST", Definitions, """{"id":"s9","name":"Likely"}""");

        Assert.Equal("s9", (await _segmentation.GetOrCreateAsync(Likely)).Id);

        Assert.Equal(["0", "1"], _wire.Requests.Take(2).Select(request => Wire.Query(request, "page")));
        Wire.IsJson(
            """
            {"name":"Likely","expression":{"type":"PQL","format":"pql/text","value":"_acme.propensity >= 0.2"},
             "schema":{"name":"_xdm.context.profile"},"profileInstanceId":"ups","payloadSchema":"string"}
            """,
            _wire.Single("POST", Definitions));
    }

    [Fact]
    public async Task ASegmentWithTheSameRuleIsReused()
    {
        Pages();
        Assert.Equal("s2", (await _segmentation.GetOrCreateAsync(new SegmentDefinition("two", Pql.Text("b > 1")))).Id);
        Assert.Equal(2, _wire.Requests.Count);
    }

    [Fact]
    public async Task ASegmentWithAnotherRuleGetsTheNewOne()
    {
        Pages().On("PATCH", $"{Definitions}/s2", """{"id":"s2","name":"two"}""");
        await _segmentation.GetOrCreateAsync(new SegmentDefinition("two", Pql.Text("b > 2")));
        Wire.IsJson(
            """
            {"name":"two","expression":{"type":"PQL","format":"pql/text","value":"b > 2"},
             "schema":{"name":"_xdm.context.profile"},"profileInstanceId":"ups","payloadSchema":"string"}
            """,
            _wire.Single("PATCH", $"{Definitions}/s2"));
    }

    [Fact]
    public async Task A_segment_is_made_streaming_and_stays_so_when_its_rule_changes()
    {
        const string Streaming = """{"batch":{"enabled":false},"continuous":{"enabled":true},"synchronous":{"enabled":false}}""";
        _wire.On("GET", Definitions, """{"segments":[],"page":{"totalPages":1}}""",
                $$$"""
                {"segments":[{"id":"s1","name":"Likely","expression":{"type":"PQL","format":"pql/text","value":"old = 1"},"evaluationInfo":{{{Streaming}}}}]}
                """)
            .On("POST", Definitions, """{"id":"s1","name":"Likely"}""").On("PATCH", $"{Definitions}/s1", """{"id":"s1","name":"Likely"}""");
        await _segmentation.GetOrCreateAsync(Likely with { Evaluation = EvaluationInfo.Streaming });
        await _segmentation.GetOrCreateAsync(Likely);
        await _segmentation.GetOrCreateAsync(new SegmentDefinition("Likely", Pql.Text("old = 1")) { Evaluation = EvaluationInfo.Edge });
        await _segmentation.GetOrCreateAsync(new SegmentDefinition("Likely", Pql.Text("old = 1")));
        Assert.Contains(Streaming, _wire.Single("POST", Definitions).Body);
        string[] changes = [.. _wire.Requests.Where(request => request.Method == "PATCH").Select(request => request.Body!)];
        Assert.Equal(2, changes.Length);
        Assert.Contains(Streaming, changes[0]);
        Assert.Contains("\"synchronous\":{\"enabled\":true}", changes[1]);
    }

    [Fact]
    public async Task AnEvaluationCountsTheQualifiedProfiles()
    {
        _wire.On("POST", Jobs, """{"id":"j1","status":"NEW"}""").On(
            "GET",
            $"{Jobs}/j1",
            """{"id":"j1","status":"PROCESSING"}""",
            """
            {"id":"j1","status":"SUCCEEDED","metrics":{"totalTime":{"totalTimeInMs":1500},"totalProfiles":300,
             "segmentedProfileCounter":{"s1":42}}}
            """);

        SegmentJobResult result = await (await _segmentation.EvaluateAsync("s1")).WaitForCompletionAsync();

        Assert.Equal(("j1", "s1", 42L, 300L, TimeSpan.FromSeconds(1.5)),
            (result.JobId, result.SegmentId, result.QualifiedProfiles, result.TotalProfiles, result.Duration));
        Wire.IsJson("""[{"segmentId":"s1"}]""", _wire.Single("POST", Jobs));
    }

    [Theory]
    [InlineData("FAILED")]
    [InlineData("CANCELLED")]
    public async Task AJobThatEndsBadlyThrows(string status)
    {
        _wire.On("GET", $"{Jobs}/j1", $$"""{"id":"j1","status":"{{status}}","errors":[{"code":"8","msg":"Request rate is large"}]}""");
        var error =
            await Assert.ThrowsAsync<AepOperationFailedException>(() => _segmentation.GetJobOperation("j1", "s1").WaitForCompletionAsync());
        Assert.Contains("8: Request rate is large", error.Errors);
    }

    [Fact]
    public async Task AnEstimateIsAwaited()
    {
        _wire.On("POST", "/data/core/ups/preview", (201, """{"state":"NEW","previewId":"p1","previewQueryId":"q"}""")).On(
            "GET",
            "/data/core/ups/estimate/p1",
            """{"state":"RUNNING"}""",
            """{"state":"RESULT_READY","estimatedSize":12,"totalRows":100,"profilesReadSoFar":100,"standardError":0}""");

        AudienceEstimate estimate = await (await _segmentation.EstimateAsync(Likely.Expression)).WaitForCompletionAsync();

        Assert.Equal((12L, 100L), (estimate.EstimatedSize, estimate.TotalRows));
        Wire.IsJson(
            """{"predicateExpression":"_acme.propensity >= 0.2","predicateType":"pql/text","predicateModel":"_xdm.context.profile"}""",
            _wire.Single("POST", "/data/core/ups/preview"));
    }

    [Fact]
    public async Task AnEstimateMayLeaveIdentitiesApart()
    {
        _wire.On("POST", "/data/core/ups/preview", (201, """{"previewId":"p1"}"""));
        Assert.Equal("p1", (await _segmentation.EstimateAsync(Likely.Expression, IdentityGraphType.None)).Id);
        Wire.IsJson(
            """
            {"predicateExpression":"_acme.propensity >= 0.2","predicateType":"pql/text","predicateModel":"_xdm.context.profile",
             "graphType":"none"}
            """, _wire.Single("POST", "/data/core/ups/preview"));
    }

    [Fact]
    public async Task AFailedEstimateThrows()
    {
        _wire.On("POST", "/data/core/ups/preview", (201, """{"previewId":"p1"}"""))
            .On("GET", "/data/core/ups/estimate/p1", """{"state":"FAILED","error":{"description":"no sample"}}""");
        EstimateOperation estimate = await _segmentation.EstimateAsync(Likely.Expression);
        Assert.Contains(
            "no sample", (await Assert.ThrowsAsync<AepOperationFailedException>(() => estimate.WaitForCompletionAsync())).Errors);
    }

    [Fact]
    public async Task AnInvalidRuleIsTheCallersError()
    {
        Pages().On("POST", Definitions, (400, """{"title":"Bad Request","detail":"PQL"}"""));
        await Assert.ThrowsAsync<AepRequestException>(() => _segmentation.GetOrCreateAsync(Likely));
    }

    private Wire Pages() => _wire.On(
        "GET",
        Definitions,
        """{"segments":[{"id":"s1","name":"one"}],"page":{"totalCount":2,"totalPages":2,"pageSize":1}}""",
        """
        {"segments":[{"id":"s2","name":"two","expression":{"type":"PQL","format":"pql/text","value":"b > 1"}}],"page":{"totalCount":2,
         "totalPages":2,"pageSize":1}}
        """);
}
