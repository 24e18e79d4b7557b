using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Destinations;
using Aep.Sdk.IntegrationTests.Audiences;
using Aep.Sdk.LandingZones;
using Aep.Sdk.Parquet;
using Aep.Sdk.Segmentation;

namespace Aep.Sdk.IntegrationTests.Activation;

/// <summary>What files of audiences are, and that there are no more of them when that changes.</summary>
public sealed class FileFormatTests(DatedPeople people) : IClassFixture<DatedPeople>
{
    private static readonly ActivationField[] Fields = [new("_aeplocal.userid", "user;id"), new("_aeplocal.score", "score")];

    [Theory]
    [InlineData("JSON", "NONE", ".json")]
    [InlineData("PARQUET", "GZIP", ".gz.parquet")]
    public async Task Files_are_what_the_definition_says(string type, string compression, string ending)
    {
        Segment segment = await EvaluateAsync("Upper half", 0.5);
        AudienceFileDefinition files = Files($"as-{type}") with
        {
            Format = type == "JSON" ? AudienceFileFormat.Json : AudienceFileFormat.Parquet,
            Compression = compression,
        };

        Assert.Equal(50, (await ActivateAsync(segment, files)).Profiles);

        string path = Assert.Single(await people.FilesAsync($"as-{type}")).Path;
        Assert.EndsWith(ending, path, StringComparison.Ordinal);
        await using var content = new MemoryStream(await BytesAsync(path));
        List<ScoredUser> rows = type == "JSON"
            ? [.. Text(content.ToArray()).TrimEnd('\n').Split('\n').Select(
                line => JsonSerializer.Deserialize(line, PeopleJson.Default.ScoredUser)!)]
            : await ParquetFile.ReadAsync(content, PeopleJson.Default.ScoredUser).ToListAsync();
        Assert.Equal(
            Enumerable.Range(50, 50).Select(number => new ScoredUser($"user-{number}", number / 100.0)), rows.OrderBy(row => row.Score));
    }

    [Fact]
    public async Task Whatever_a_value_holds_it_is_read_as_it_was()
    {
        string[] users = ["com,ma", "quo\"te", "end\"", "\"", "new\nline", "back\\slash", "back\\,comma", "ends\\", "semi;", "it's", "ü 日本", "x "];
        await people.Aep.Ingestion.IngestAsync(
            people.DatasetId,
            users.Select(user => new JsonObject { ["_id"] = user, ["_aeplocal"] = new JsonObject { ["userid"] = user, ["score"] = -5 } })
                .ToAsyncEnumerable(),
            PeopleJson.Default.JsonObject);
        Segment odd = await people.EvaluateAsync("Odd", Pql.Text("_aeplocal.score < 0.0"));
        CsvFileOptions?[] ways =
        [
            null, new(), new() { Delimiter = ';', Escape = '\'' }, new() { Delimiter = '\t', NullValue = "", EmptyValue = "null" },
        ];
        AudienceFileFormat[] formats =
            [.. ways.Select(way => way is null ? AudienceFileFormat.Csv : AudienceFileFormat.CsvWith(way)), AudienceFileFormat.Json];
        using LandingZoneContainer zone = await people.Platform.OpenZoneAsync(LandingZoneType.Destination);
        for (int way = 0; way < formats.Length; way++)
        {
            await ActivateAsync(odd, Files($"odd-{way}") with { Format = formats[way], Compression = way % 2 == 0 ? "NONE" : "GZIP" });
            string path = Assert.Single(await people.FilesAsync($"odd-{way}")).Path;
            List<ScoredUser> rows =
                await zone.ReadAudienceAsync(path, PeopleJson.Default.ScoredUser, formats[way].CsvOptions).ToListAsync();
            Assert.Equal(users.Order(StringComparer.Ordinal), rows.Select(row => row.UserId).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Csv_is_written_with_the_characters_that_were_chosen()
    {
        Segment segment = await EvaluateAsync("Best", 0.99);
        AudienceFileDefinition files = Files("characters") with
        {
            Fields = [.. Fields, new ActivationField("_aeplocal.nothing", "nothing")],
            Format = AudienceFileFormat.CsvWith(new CsvFileOptions { Delimiter = ';', NullValue = "\"\"" }),
        };

        await ActivateAsync(segment, files);

        Assert.Equal("\"user;id\";score;nothing\nuser-99;0.99;\"\"\n", await TextAsync("characters"));
    }

    [Fact]
    public async Task An_attribute_that_no_profile_has_is_refused_before_anything_is_made()
    {
        Segment segment = await EvaluateAsync("Misspelt", 0.99);
        AudienceFileDefinition files = Files("misspelt") with { Fields = [new ActivationField("_aeplocal.userId", "id")] };
        UnknownAttributeException unknown = await Assert.ThrowsAsync<UnknownAttributeException>(() => ActivateAsync(segment, files));
        Assert.Equal("_aeplocal.userid", unknown.Near[0]);
        Assert.DoesNotContain(await people.Aep.Flows.TargetConnections.ListAsync().ToListAsync(),
            target => target.Name!.Contains("misspelt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_format_is_written_instead_of_the_one_before_and_not_beside_it()
    {
        Segment segment = await EvaluateAsync("Changing", 0.5);
        AudienceFileDefinition files = Files("changing") with
        {
            Schedule = AudienceSchedule.Daily(new TimeOnly(6, 0)) with { StartDate = DateOnly.FromDateTime(people.Tomorrow.UtcDateTime) },
        };
        string flow = await people.Aep.Destinations.ScheduleAudienceAsync(segment.Id, files);
        Assert.Equal(flow, await people.Aep.Destinations.ScheduleAudienceAsync(
            segment.Id, files with { Compression = "GZIP", IncludeManifest = true, Format = AudienceFileFormat.Json }));

        await people.PassToAsync(people.Tomorrow.AddHours(6));
        await people.HasRunAsync(flow, 1);

        IEnumerable<string> names = (await people.FilesAsync("changing")).Select(file => Path.GetFileName(file.Path));
        Assert.Equal([".json.gz", "manifest"], names.Select(Kind).Order(StringComparer.Ordinal));

        static string Kind(string name) =>
            name.StartsWith("manifest-", StringComparison.Ordinal) ? "manifest" : name[name.IndexOf('.', StringComparison.Ordinal)..];
    }

    private static AudienceFileDefinition Files(string folder) =>
        new(ExportDestination.DataLandingZone(folder), Fields) { FileNameTemplate = $"{NameMacro.SegmentId}" };

    private Task<Segment> EvaluateAsync(string name, double score) =>
        people.EvaluateAsync(name, Pql.Attribute("_aeplocal.score").AtLeast(score).ToExpression());

    private Task<AudienceActivation> ActivateAsync(Segment segment, AudienceFileDefinition files) =>
        people.Aep.Destinations.ActivateAudienceAsync(segment.Id, files);

    private async Task<string> TextAsync(string folder) =>
        Text(await BytesAsync(Assert.Single(await people.FilesAsync(folder)).Path));

    private static string Text(byte[] file) => Encoding.UTF8.GetString(file);

    private async Task<byte[]> BytesAsync(string path)
    {
        using LandingZoneContainer zone = await people.Platform.OpenZoneAsync(LandingZoneType.Destination);
        await using Stream file = await zone.OpenReadAsync(path);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
