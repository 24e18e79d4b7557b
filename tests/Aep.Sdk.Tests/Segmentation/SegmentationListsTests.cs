using Aep.Sdk.Segmentation;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Segmentation;

/// <summary>Lists of the Segmentation Service, which page in several ways, and what else is beside definitions.</summary>
public sealed class SegmentationListsTests : IDisposable
{
    private const string Root = "/data/core/ups";

    private readonly Wire _wire = new();
    private readonly SegmentationClient _segmentation;

    public SegmentationListsTests() => _segmentation = new SegmentationClient(_wire.Pipeline);

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task Audiences_end_where_the_next_start_is_zero()
    {
        _wire.On("GET", $"{Root}/audiences", """{"children":[{"id":"a1"}],"_page":{"next":1}}""",
            """{"children":[{"id":"a2","type":"ExternalSegment"}],"_page":{"next":0}}""");
        List<Audience> audiences = await _segmentation.Audiences.ListAsync(new AudienceFilter { Name = "likely" }).ToListAsync();
        Assert.Equal(["a1", "a2"], audiences.Select(audience => audience.Id));
        Assert.Equal(AudienceType.ExternalSegment, audiences[1].Type);
        Assert.Equal(("likely", "1"), (Wire.Query(_wire.Requests[0], "name"), Wire.Query(_wire.Requests[1], "start")));
    }

    [Fact]
    public async Task Jobs_follow_the_link_to_the_next_page()
    {
        _wire.On("GET", $"{Root}/segment/jobs",
            """{"children":[{"id":"j1"}],"_page":{"totalCount":2,"pageSize":1},"_links":{"next":{"href":"@/segment/jobs?start=abc&limit=1"}}}""", """{"children":[{"id":"j2"}]}""");
        Assert.Equal(["j1", "j2"], await _segmentation.Jobs.ListAsync(SegmentJobStatus.Succeeded).Select(job => job.Id).ToListAsync());
        Assert.Equal("abc", Wire.Query(_wire.Requests[1], "start"));
    }

    [Fact]
    public async Task Lists_are_sorted_and_narrowed_by_the_service()
    {
        _wire.On("GET", $"{Root}/segment/definitions", """{"segments":[{"id":"s1"}],"page":{"totalPages":1}}""")
            .On("GET", $"{Root}/segment/jobs", """{"children":[]}""");
        Assert.Equal(["s1"], await _segmentation.ListAsync("creationTime:desc").Select(segment => segment.Id).ToListAsync());
        Assert.Equal("creationTime:desc", Wire.Query(_wire.Requests[0], "sort"));
        await _segmentation.ListAsync().ToListAsync();
        Assert.DoesNotContain("sort", _wire.Requests[1].Query!.Keys);
        await _segmentation.Jobs.ListAsync(
            SegmentJobStatus.Failed, "updateTime:asc", "segments~segmentId==s1", "inUS").ToListAsync();
        Assert.Equal(
            ("FAILED", "updateTime:asc", "segments~segmentId==s1", "inUS"),
            (Wire.Query(_wire.Requests[2], "status"), Wire.Query(_wire.Requests[2], "sort"), Wire.Query(_wire.Requests[2], "property"),
                Wire.Query(_wire.Requests[2], "snapshot.name")));
    }

    [Fact]
    public async Task Audiences_are_sorted_and_narrowed_by_the_service()
    {
        _wire.On("GET", $"{Root}/audiences", """{"children":[]}""");
        await _segmentation.Audiences.ListAsync(new AudienceFilter
        {
            Sort = "updateTime:desc",
            Property = "audienceId==a1",
            Description = "who",
            EntityType = "_xdm.context.account",
        }).ToListAsync();
        Assert.Equal(
            ("updateTime:desc", "audienceId==a1", "who", "_xdm.context.account"),
            (Wire.Query(_wire.Requests[0], "sort"), Wire.Query(_wire.Requests[0], "property"),
                Wire.Query(_wire.Requests[0], "description"), Wire.Query(_wire.Requests[0], "entityType")));
    }

    [Fact]
    public async Task A_search_names_the_version_that_it_speaks()
    {
        _wire.On("GET", $"{Root}/search/namespaces", """{"namespaces":[]}""");
        await _segmentation.Search.CountByNamespaceAsync("likely");
        Assert.Equal("1.0", Assert.Single(_wire.Requests[0].Headers!["x-ups-search-version"]));
    }

    [Fact]
    public async Task Schedules_that_say_only_how_many_there_are_are_read_by_offset()
    {
        _wire.On("GET", $"{Root}/config/schedules",
            """{"children":[{"id":"s1"},{"id":"s2"}],"_page":{"totalCount":3,"pageSize":2}}""",
                """{"children":[{"id":"s3","state":"active"}],"_page":{"totalCount":3,"pageSize":1}}""");
        Assert.Equal(["s1", "s2", "s3"], await _segmentation.Schedules.ListAsync().Select(schedule => schedule.Id).ToListAsync());
        Assert.Equal("2", Wire.Query(_wire.Requests[1], "start"));
    }

    [Fact]
    public async Task Exports_are_read_by_offset_until_a_page_is_not_full()
    {
        string full = string.Join(',', Enumerable.Range(0, 100).Select(id => $$"""{"id":{{id}}}"""));
        _wire.On("GET", $"{Root}/export/jobs", $$"""{"records":[{{full}}]}""", """{"records":[{"id":100}]}""");
        Assert.Equal(101, await _segmentation.Exports.ListAsync().CountAsync());
        Assert.Equal("100", Wire.Query(_wire.Requests[1], "offset"));
    }

    [Fact]
    public async Task An_external_audience_is_created_without_what_only_rules_have()
    {
        _wire.On("POST", $"{Root}/audiences", (201, """{"id":"a1"}"""));
        await _segmentation.Audiences.CreateAsync(new AudienceDefinition("From the CRM")
        {
            Type = AudienceType.ExternalSegment,
            AudienceId = "crm-7",
            Namespace = "crm",
            LifecycleState = "published",
            DatasetId = "d1",
        });
        Wire.IsJson(
            """
            {"name":"From the CRM","type":"ExternalSegment","audienceId":"crm-7","namespace":"crm","lifecycleState":"published",
             "datasetId":"d1"}
            """, _wire.Requests[0]);
    }

    [Fact]
    public async Task Members_of_a_segment_are_exported_and_waited_for()
    {
        _wire.On("POST", $"{Root}/export/jobs", """{"id":7,"status":"NEW"}""")
            .On("GET", $"{Root}/export/jobs/7", """{"id":7,"status":"PROCESSING"}""",
                """{"id":7,"status":"SUCCEEDED","destination":{"batchId":"b1"}}""");
        ProfileExportOperation export = await _segmentation.Exports.StartAsync(
            new ProfileExportDefinition("d1") { SegmentIds = ["s1"], Fields = ["identityMap", "person.name"] });
        Assert.Equal("b1", (await export.WaitForCompletionAsync()).Destination!.BatchId);
        Wire.IsJson(
            """
            {"destination":{"datasetId":"d1"},"schema":{"name":"_xdm.context.profile"},"fields":"identityMap,person.name",
             "filter":{"segments":[{"segmentId":"s1","segmentNs":"ups","status":["realized"]}]}}
            """, _wire.Single("POST", $"{Root}/export/jobs"));
    }

    [Fact]
    public async Task An_export_may_be_bounded_by_time_and_take_events_along()
    {
        _wire.On("POST", $"{Root}/export/jobs", """{"id":7,"status":"NEW"}""");
        DateTimeOffset day = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        await _segmentation.Exports.StartAsync(new ProfileExportDefinition("d1")
        {
            QualifiedFrom = day,
            QualifiedTo = day.AddDays(1),
            EmptyProfiles = false,
            ChangedAfter = day.AddDays(2),
            EventFields = ["eventType", "_acme.price"],
            EventsAfter = day.AddDays(3),
        });
        await _segmentation.Exports.StartAsync(new ProfileExportDefinition("d1"));
        Wire.IsJson(
            """
            {"destination":{"datasetId":"d1"},"schema":{"name":"_xdm.context.profile"},
             "filter":{"segmentQualificationTime":{"startTime":"2026-03-01T00:00:00Z","endTime":"2026-03-02T00:00:00Z"},
               "fromIngestTimestamp":"2026-03-03T00:00:00Z","emptyProfiles":false},
             "additionalFields":{"eventList":{"fields":"eventType,_acme.price","filter":{"fromIngestTimestamp":"2026-03-04T00:00:00Z"}}}}
            """,
            _wire.Requests[0]);
        Wire.IsJson("""{"destination":{"datasetId":"d1"},"schema":{"name":"_xdm.context.profile"}}""", _wire.Requests[1]);
    }

    [Fact]
    public async Task A_job_counts_each_of_its_segments_by_membership()
    {
        _wire.On("POST", $"{Root}/segment/jobs", """{"id":"j1","status":"NEW"}""").On("GET", $"{Root}/segment/jobs/j1",
            """
            {"id":"j1","status":"SUCCEEDED","metrics":{"totalProfiles":9,"segmentedProfileCounter":{"s1":5},
             "segmentedProfileByStatusCounter":{"s1":{"exited":1,"existing":2,"realized":3}}}}
            """);
        SegmentJobResult result = await (await _segmentation.EvaluateAsync(["s1", "s2"])).WaitForCompletionAsync();
        Assert.Equal(new SegmentCount(5, 3, 2, 1), result.Segments["s1"]);
        Assert.Equal(new SegmentCount(0, null, null, null), result.Segments["s2"]);
        Wire.IsJson("""[{"segmentId":"s1"},{"segmentId":"s2"}]""", _wire.Single("POST", $"{Root}/segment/jobs"));
    }

    [Fact]
    public async Task A_schedule_is_switched_on_by_its_state()
    {
        _wire.On("PATCH", $"{Root}/config/schedules/s1", (204, ""));
        await _segmentation.Schedules.ActivateAsync("s1");
        Wire.IsJson("""[{"op":"add","path":"/state","value":"active"}]""", _wire.Requests[0]);
    }

    [Fact]
    public async Task Of_several_ids_those_that_do_not_exist_are_left_out_and_other_errors_are_told()
    {
        _wire.On("POST", $"{Root}/audiences/bulk-get",
            (207, """{"results":{"a1":{"id":"a1"},"a2":{"requestId":"r","errors":{"404":[{"code":404,"message":"Not found."}]}}}}"""),
            (207, """{"results":{"a1":{"requestId":"r","errors":{"500":[{"code":500,"message":"Broken."}]}}}}"""));
        Assert.Equal(["a1"], (await _segmentation.Audiences.GetManyAsync(["a1", "a2"])).Keys);
        Wire.IsJson("""{"ids":[{"id":"a1"},{"id":"a2"}]}""", _wire.Requests[0]);
        Assert.Contains("Broken", (await Assert.ThrowsAsync<AepException>(() => _segmentation.Audiences.GetManyAsync(["a1"]))).Message);
        await Assert.ThrowsAsync<ArgumentException>(() => _segmentation.Audiences.GetManyAsync([]));
        await Assert.ThrowsAsync<ArgumentException>(() => _segmentation.Audiences.GetManyAsync(Enumerable.Repeat("a", 101)));
    }
}
