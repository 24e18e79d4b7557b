using Aep.Sdk.Profiles;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Profiles;

/// <summary>Reports about the profile store and requests to delete from it, with the examples of Adobe's pages.</summary>
public sealed class ProfileReportsTests : IDisposable
{
    private const string Reports = "/data/core/ups/previewsamplestatus/report";
    private const string Jobs = "/data/core/ups/system/jobs";

    private readonly Wire _wire = new();
    private readonly ProfilesClient _profiles;

    public ProfileReportsTests() => _profiles = new ProfilesClient(_wire.Pipeline);

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task The_overlap_of_datasets_names_the_datasets_of_each_combination()
    {
        _wire.On("GET", $"{Reports}/dataset/overlap",
            """{"data":{"a,b,c":123,"a,c":454412,"d":107},"reportTimestamp":"2021-12-29T19:55:31.147","more":true}""");
        ProfileOverlapReport report = await _profiles.Sample.GetDatasetOverlapAsync(new DateOnly(2021, 12, 29));
        Assert.Equal([("a+c", 454412L), ("a+b+c", 123L), ("d", 107L)], report.Overlaps.Select(
            overlap => (string.Join('+', overlap.Members), overlap.Profiles)));
        Assert.Equal((454642L, "2021-12-29T19:55:31.147"), (report.TotalProfiles, report.ReportTimestamp));
        Assert.Equal("more", Assert.Single(report.AdditionalProperties).Key);
        Assert.Equal("2021-12-29", Wire.Query(Assert.Single(_wire.Requests), "date"));
    }

    [Fact]
    public async Task The_overlap_of_namespaces_is_the_newest_without_a_date()
    {
        _wire.On("GET", $"{Reports}/namespace/overlap", """{"data":{"AAID,ECID":1508,"ECID":6565},"reportTimestamp":"t"}""", "{}");
        Assert.Equal(["ECID", "AAID,ECID"], (await _profiles.Sample.GetNamespaceOverlapAsync()).Overlaps.Select(
            overlap => string.Join(',', overlap.Members)));
        Assert.DoesNotContain("?", _wire.Requests[0].Url);
        ProfileOverlapReport empty = await _profiles.Sample.GetNamespaceOverlapAsync();
        Assert.Equal((0, 0L), (empty.Overlaps.Count, empty.TotalProfiles));
    }

    [Fact]
    public async Task Unknown_profiles_are_counted_by_period_and_namespace()
    {
        _wire.On("GET", $"{Reports}/unknownProfiles", """
            {"data":{"totalNumberOfProfiles":63606,"totalNumberOfEvents":130977,"unknownProfiles":{
              "120days":{"countOfProfiles":1644,"eventsAssociated":26824,"nsDistribution":{"Email":{"countOfProfiles":18,
               "eventsAssociated":95}}},
              "7days":{"countOfProfiles":1782,"eventsAssociated":29151,"nsDistribution":{"ECID":{"countOfProfiles":1734,
               "eventsAssociated":28591}}}}},
             "reportTimestamp":"2025-08-25T22:14:55.186"}
            """);
        UnknownProfilesData data = (await _profiles.Sample.GetUnknownProfilesAsync()).Data!;
        Assert.Equal((63606L, 130977L, 2), (data.TotalNumberOfProfiles, data.TotalNumberOfEvents, data.Periods!.Count));
        UnknownProfiles week = data.Periods["7days"];
        Assert.Equal((1782L, 28591L), (week.CountOfProfiles, week.NamespaceDistribution!["ECID"].EventsAssociated));
    }

    [Fact]
    public async Task A_day_without_a_report_is_not_found()
    {
        _wire.On("GET", $"{Reports}/dataset/overlap", (404, "{}"));
        await Assert.ThrowsAsync<AepNotFoundException>(() => _profiles.Sample.GetDatasetOverlapAsync(new DateOnly(2020, 1, 1)));
    }

    [Fact]
    public async Task The_data_of_a_batch_is_deleted()
    {
        const string Job = """
            {"requestId":"80a9","requestType":"DELETE_EE_BATCH","status":"{0}","properties":{"datasetId":"66a9","batchId":"01JF"},
             "createdAt":"2024-12-22T19:44:50.250006Z","updatedAt":"2024-12-22T19:52:13.380706Z"}
            """;
        _wire.On("POST", Jobs, Job.Replace("{0}", "NEW", StringComparison.Ordinal))
            .On("GET", $"{Jobs}/80a9", Job.Replace("{0}", "IN-PROGRESS", StringComparison.Ordinal), Job.Replace(
                "{0}", "SUCCESS", StringComparison.Ordinal));
        ProfileSystemJob job = await (await _profiles.Deletions.StartForBatchAsync("66a9", "01JF")).WaitForCompletionAsync();
        Assert.Equal(("80a9", "66a9", "01JF", "DELETE_EE_BATCH"), (job.Id, job.DatasetId, job.BatchId, job.RequestType));
        Assert.Equal(new DateTimeOffset(2024, 12, 22, 19, 52, 13, TimeSpan.Zero), job.UpdatedAt!.Value, TimeSpan.FromSeconds(1));
        Wire.IsJson("""{"datasetId":"66a9","batchId":"01JF"}""", _wire.Single("POST", Jobs));
    }
}
