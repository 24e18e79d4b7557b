using System.Text.Json.Nodes;
using Aep.Sdk.Destinations;
using Aep.Sdk.IntegrationTests.Audiences;
using Aep.Sdk.LandingZones;
using Aep.Sdk.Segmentation;

namespace Aep.Sdk.IntegrationTests.Activation;

/// <summary>Whom files of audiences hold.</summary>
public sealed class DeduplicationTests(DatedPeople people) : IClassFixture<DatedPeople>
{
    private static readonly ActivationField[] Fields = [new("_aeplocal.userid", "userid"), new("_aeplocal.score", "score")];

    [Fact]
    public async Task Persons_of_one_key_are_one_row_and_those_without_a_mandatory_field_none()
    {
        await people.Aep.Ingestion.IngestAsync(
            people.DatasetId,
            new[] { Person("twin-1", 0.995), Person("twin-2", 0.995), Person("single", 0.996), Person(
                "unknown", null) }.ToAsyncEnumerable(),
            PeopleJson.Default.JsonObject);
        Segment best = await people.EvaluateAsync("Best", Pql.Attribute("_aeplocal.score").AtLeast(0.995).ToExpression());
        AudienceFileDefinition files = Files("keys");

        Assert.Equal(3, (await ActivateAsync(best, files)).Profiles);
        Assert.Equal(2, (await ActivateAsync(
            best, files with { DeduplicationKey = DeduplicationKey.Attributes("_aeplocal.score") })).Profiles);
        AudienceFileDefinition byIdentity = files with
        {
            Fields = [new ActivationField("identityMap.ECID", "ecid")],
            DeduplicationKey = DeduplicationKey.Identity("ECID"),
        };
        Assert.Equal(3, (await ActivateAsync(best, byIdentity)).Profiles);
        Assert.Equal("ecid\nsingle\ntwin-1\ntwin-2\n", await SortedAsync("keys"));
        Assert.Equal(3, (await ActivateAsync(best, files)).Profiles);

        Segment all = await people.EvaluateAsync("Everybody", Pql.Attribute("_aeplocal.userid").IsNotNull().ToExpression());
        ActivationField[] scored = [Fields[0], Fields[1] with { IsMandatory = true }];
        long everybody = (await ActivateAsync(all, Files("all"))).Profiles!.Value;
        Assert.Equal(everybody - 1, (await ActivateAsync(all, Files("all") with { Fields = scored })).Profiles);
    }

    private static JsonObject Person(string user, double? score)
    {
        var values = new JsonObject { ["userid"] = user };
        if (score is { } known) values["score"] = known;
        return new JsonObject { ["_id"] = user, ["_aeplocal"] = values };
    }

    private static AudienceFileDefinition Files(string folder) =>
        new(ExportDestination.DataLandingZone(folder), Fields) { FileNameTemplate = $"{NameMacro.SegmentId}" };

    private Task<AudienceActivation> ActivateAsync(Segment segment, AudienceFileDefinition files) =>
        people.Aep.Destinations.ActivateAudienceAsync(segment.Id, files);

    /// <summary>The line of headers and the rows of the one file, which are in no order.</summary>
    private async Task<string> SortedAsync(string folder)
    {
        using LandingZoneContainer zone = await people.Platform.OpenZoneAsync(LandingZoneType.Destination);
        using var reader = new StreamReader(await zone.OpenReadAsync(Assert.Single(await people.FilesAsync(folder)).Path));
        string[] lines = (await reader.ReadToEndAsync()).TrimEnd('\n').Split('\n');
        return string.Concat(lines[..1].Concat(lines[1..].Order(StringComparer.Ordinal)).Select(line => $"{line}\n"));
    }
}
