using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.SchemaRegistry;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.SchemaRegistry;

public sealed class StandardLibraryTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly RegistryClient _registry = new(fixture);

    [Fact]
    public void Every_reference_of_a_standard_resource_leads_somewhere()
    {
        var composer = new SchemaComposer(StandardLibrary.Find);
        Assert.All(StandardLibrary.All(), resource => composer.Compose(resource));
    }

    [Theory]
    [InlineData("context/profile-person-details", "person.name.firstName")]
    [InlineData("context/profile-personal-details", "personalEmail.address")]
    [InlineData("context/profile-work-details", "workEmail.address")]
    [InlineData("mixins/profile-consents", "consents.marketing.email.val")]
    [InlineData("context/profile-preferences-details", "preferredLanguage")]
    [InlineData("mixins/profile/profile-loyalty-details", "loyalty.points")]
    public async Task A_profile_schema_starts_from_standard_field_groups(string fieldGroup, string path) =>
        await AssertHasAsync(RegistryClient.Profile, $"https://ns.adobe.com/xdm/{fieldGroup}", path);

    [Theory]
    [InlineData("context/experienceevent-web", "web.webPageDetails.pageViews.value")]
    [InlineData("context/experienceevent-commerce", "commerce.order.purchaseID")]
    [InlineData("context/experienceevent-directmarketing", "directMarketing.opens.value")]
    [InlineData("context/experienceevent-environment-details", "environment.browserDetails.userAgent")]
    [InlineData("context/experienceevent-channel", "channel._id")]
    [InlineData("context/experienceevent-marketing", "marketing.trackingCode")]
    [InlineData("context/experienceevent-implementation-details", "implementationDetails.name")]
    public async Task An_event_schema_starts_from_standard_field_groups(string fieldGroup, string path) =>
        await AssertHasAsync(RegistryClient.ExperienceEvent, $"https://ns.adobe.com/xdm/{fieldGroup}", path);

    [Fact]
    public async Task An_event_has_an_id_a_time_and_an_identity_map()
    {
        JsonObject schema = await _registry.CreateAsync(
            "schemas", RegistryClient.Schema(RegistryClient.UniqueTitle("Events"), RegistryClient.ExperienceEvent));
        JsonObject full = await FullAsync(schema);
        Assert.Equal(["_id", "timestamp"], full["required"]!.AsArray().Select(name => (string)name!).Order());
        Assert.Equal("map", (string?)full["properties"]!["identityMap"]!["meta:xdmType"]);
        Assert.Equal("date-time", (string?)full["properties"]!["timestamp"]!["meta:xdmType"]);
    }

    private async Task AssertHasAsync(string classId, string fieldGroup, string path)
    {
        JsonObject schema =
            await _registry.CreateAsync("schemas", RegistryClient.Schema(RegistryClient.UniqueTitle("Standard"), classId, fieldGroup));
        JsonNode? field = await FullAsync(schema);
        foreach (string step in path.Split('.'))
        {
            field = field!["properties"]?[step];
            Assert.True(field is not null, $"{fieldGroup} has no {path}");
        }
    }

    private async Task<JsonObject> FullAsync(JsonObject schema)
    {
        (int status, JsonObject full) = await _registry.SendAsync(
            HttpMethod.Get, $"/tenant/schemas/{schema["meta:altId"]}", accept: "application/vnd.adobe.xed-full+json; version=1");
        Assert.Equal(200, status);
        return full;
    }
}
