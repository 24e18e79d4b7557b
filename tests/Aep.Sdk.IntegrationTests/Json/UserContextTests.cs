using System.Text.Json;
using Aep.Sdk.Datasets;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.IntegrationTests.Json;

/// <summary>Models of the library in a source-generated context of a user, who does not see what is internal.</summary>
public sealed class UserContextTests
{
    [Theory]
    [InlineData("""{"file":{"id":"f","dataSetViewId":"17"}}""")]
    [InlineData("""{"format":{"format":"csv","header":true}}""")]
    [InlineData("""{"status":"staging"}""")]
    [InlineData("""{"labels":["C1","C9"]}""")]
    [InlineData("""{"identities":{"ECID":[{"id":"1","primary":true}]}}""")]
    [InlineData(
        """{"descriptor":{"xdm:sourceSchema":"s","xdm:sourceVersion":1,"xdm:sourceProperty":"/a","xdm:namespace":"ECID","@type":"xdm:descriptorIdentity"}}""")]
    public void What_a_context_of_the_user_reads_it_writes_again(string json)
    {
        Report report = JsonSerializer.Deserialize(json, ReportJson.Default.Report)!;
        using var before = JsonDocument.Parse(json);
        using var after = JsonDocument.Parse(JsonSerializer.Serialize(report, ReportJson.Default.Report));
        foreach (JsonProperty model in before.RootElement.EnumerateObject())
            Assert.True(Holds(after.RootElement.GetProperty(model.Name), model.Value), after.RootElement.ToString());
    }

    [Fact]
    public void Converters_read_what_the_service_types_otherwise()
    {
        const string Json = """
            {
              "file": { "id": "f", "dataSetViewId": 17 },
              "format": { "format": "csv", "header": "true" },
              "expiration": { "ttlId": "t", "datasetId": "d", "imsOrg": "o", "status": "pending", "expiry": "2124-05-06T07:08:09Z" },
              "descriptor": { "@id": "1", "xdm:sourceSchema": "s", "xdm:sourceProperty": "/a", "xdm:namespace": "ECID", "@type": "xdm:descriptorIdentity" }
            }
            """;
        Report report = JsonSerializer.Deserialize(Json, ReportJson.Default.Report)!;
        Assert.Equal("17", report.File!.ViewId);
        Assert.True(report.Format!.Header);
        Assert.Equal(ExpirationStatus.Pending, report.Expiration!.Status);
        Assert.Equal(2124, report.Expiration.Expiry!.Value.Year);
        Assert.IsType<IdentityDescriptor>(report.Descriptor);
    }

    private static bool Holds(JsonElement actual, JsonElement expected) => expected.ValueKind == JsonValueKind.Object
        ? expected.EnumerateObject().All(member => actual.TryGetProperty(member.Name, out JsonElement own) && Holds(own, member.Value))
        : JsonElement.DeepEquals(actual, expected);
}
