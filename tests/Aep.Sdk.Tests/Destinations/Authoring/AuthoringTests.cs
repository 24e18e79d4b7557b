using Aep.Sdk.Destinations.Authoring;
using Aep.Sdk.Tests.Support;

namespace Aep.Sdk.Tests.Destinations.Authoring;

public sealed class AuthoringTests : IDisposable
{
    private const string Root = "/data/core/activation/authoring";

    private readonly Wire _wire = new();
    private readonly AuthoringClient _authoring;

    public AuthoringTests() => _authoring = new AuthoringClient(_wire.Pipeline);

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task AServerIsCreatedChangedAndDeleted()
    {
        const string answer = """{"instanceId":"s1","createdDate":"2026-01-01","name":"n","destinationServerType":"URL_BASED","urlBasedDestination":{"url":{"templatingStrategy":"NONE","value":"https://x"}},"more":1}""";
        _wire.On("POST", $"{Root}/destination-servers", answer).On("GET", $"{Root}/destination-servers/s1", $$"""{"items":[{{answer}}]}""")
            .On("PUT", $"{Root}/destination-servers/s1", answer).On("DELETE", $"{Root}/destination-servers/s1", "");
        var server = new DestinationServer
        {
            Name = "n",
            DestinationServerType = DestinationServerType.UrlBased,
            UrlBasedDestination = new UrlBasedDestination { Url = TemplatedValue.Plain("https://x") },
        };

        Assert.Equal("s1", (await _authoring.Servers.CreateAsync(server)).InstanceId);
        DestinationServer read = await _authoring.Servers.GetAsync("s1");
        await _authoring.Servers.UpdateAsync(read with { Name = "other" });
        await _authoring.Servers.DeleteAsync("s1");

        Wire.IsJson("""{"name":"n","destinationServerType":"URL_BASED","urlBasedDestination":{"url":{"templatingStrategy":"NONE","value":"https://x"}}}""", _wire.Single("POST", $"{Root}/destination-servers"));
        Wire.IsJson("""{"name":"other","destinationServerType":"URL_BASED","urlBasedDestination":{"url":{"templatingStrategy":"NONE","value":"https://x"}},"more":1}""", _wire.Single("PUT", $"{Root}/destination-servers/s1"));
        await Assert.ThrowsAsync<ArgumentException>(() => _authoring.Servers.UpdateAsync(server));
    }

    [Fact]
    public async Task ListsComeInAllShapes()
    {
        _wire.On("GET", $"{Root}/destinations", """[{"instanceId":"1","name":"a"}]""", """{"items":[{"instanceId":"1"},{"instanceId":"2"}]}""")
            .On("GET", $"{Root}/audience-templates", """{"items":[]}""").On("GET", $"{Root}/audience-templates/x", """{"items":[]}""");

        Assert.Equal("a", Assert.Single(await _authoring.Configurations.GetAllAsync()).Name);
        Assert.Equal(2, (await _authoring.Configurations.GetAllAsync()).Count);
        Assert.Empty(await _authoring.AudienceTemplates.GetAllAsync());
        await Assert.ThrowsAsync<AepNotFoundException>(() => _authoring.AudienceTemplates.GetAsync("x"));
    }

    [Fact]
    public async Task CredentialsAreSentAndNotPrinted()
    {
        _wire.On("POST", $"{Root}/credentials", """[{"instanceId":"c1","type":"BASIC","basicAuthentication":{"username":"u","password":"hidden"}}]""");
        var credential = new DestinationCredential { Type = "BASIC", BasicAuthentication = new CredentialSecrets { Username = "u", Password = new Secret("hidden") } };

        DestinationCredential created = await _authoring.Credentials.CreateAsync(credential);

        Wire.IsJson("""{"type":"BASIC","basicAuthentication":{"username":"u","password":"hidden"}}""", _wire.Requests[0]);
        Assert.Equal("hidden", created.BasicAuthentication!.Password!.Reveal());
        Assert.DoesNotContain("hidden", created.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DestinationsAreTestedAndPublished()
    {
        _wire.On("GET", $"{Root}/sample-profiles", """[{"segmentMembership":{"ups":{}},"attributes":{"a":1},"identityMap":{}}]""")
            .On("GET", $"{Root}/testing/template/sample/d1", "{% for profile in input.profiles %}").On("POST", $"{Root}/testing/template/render", """{"rendered":1}""")
            .On("POST", $"{Root}/testing/destinationInstance/f1", """{"results":[{"httpCalls":[{"traceId":"t"}]}],"inputProfiles":[]}""")
            .On("GET", $"{Root}/destinations/publish", """{"destinationId":"d1","publishDetailsList":[{"status":"TEST"}]}""")
            .On("POST", $"{Root}/destinations/publish", (201, """{"destinationId":"d1"}"""));

        IReadOnlyList<SampleProfile> profiles = await _authoring.Testing.GetSampleProfilesAsync("d1", 1);
        string template = await _authoring.Testing.GetSampleTemplateAsync("d1");
        string rendered = await _authoring.Testing.RenderAsync("d1", template, profiles);
        DestinationTest test = await _authoring.Testing.TestAsync("f1", profiles);
        PublishRequest request = Assert.Single(await _authoring.Publishing.GetAllAsync());
        await _authoring.Publishing.CreateAsync("d1");

        Assert.Equal(("{% for profile in input.profiles %}", """{"rendered":1}"""), (template, rendered));
        Assert.Equal("t", test.Results[0].HttpCalls[0].GetProperty("traceId").GetString());
        Assert.Equal("TEST", request.PublishDetailsList[0].Status);
        Wire.IsJson("""{"destinationId":"d1","destinationAccess":"ALL"}""", _wire.Single("POST", $"{Root}/destinations/publish"));
        Assert.Equal("d1", Wire.Query(_wire.Requests[0], "destinationId"));
    }
}
