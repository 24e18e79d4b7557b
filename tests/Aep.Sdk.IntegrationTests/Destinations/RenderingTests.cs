using System.Text.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Destinations.Authoring;
using Aep.Sdk.IntegrationTests.Support;

namespace Aep.Sdk.IntegrationTests.Destinations;

/// <summary>Templates of Destination SDK become messages, by the aggregation of the destination.</summary>
public sealed class RenderingTests(Platform platform) : IClassFixture<Platform>
{
    private const string Emails =
        "{% for profile in input.profiles %}{% for email in profile.identityMap.email %}{{ email.id }};{% endfor %}{% endfor %}";

    private static readonly SampleProfile[] Profiles =
        [Profile("ann@example.com", "in"), Profile("ben@example.com", "in"), Profile("cleo@example.com", "out")];

    [Fact]
    public async Task With_best_effort_a_message_has_as_many_profiles_as_fit()
    {
        string id = await CreateAsync(new DestinationAggregation
        {
            AggregationType = AggregationType.BestEffort,
            BestEffortAggregation = new BestEffortAggregation { MaxUsersPerRequest = 2 },
        });

        TemplateRendering rendering = await platform.Aep.Destinations.Authoring.Testing.RenderAsync(id, Emails, Profiles);

        Assert.Equal(["ann@example.com;ben@example.com;", "cleo@example.com;"], rendering.Results.Select(message => message.Output));
        Assert.Equal([2, 1], rendering.Results.Select(message => message.Profiles.Count));
        Assert.All(rendering.Results, message => Assert.Null(message.AggregationKey));
    }

    [Fact]
    public async Task With_a_key_each_message_says_what_its_profiles_have_in_common()
    {
        string id = await CreateAsync(new DestinationAggregation
        {
            AggregationType = AggregationType.Configurable,
            ConfigurableAggregation = new ConfigurableAggregation
            {
                MaxBatchAgeInSecs = 2400,
                MaxNumEventsInBatch = 5000,
                AggregationKey = new AggregationKey { IncludeSegmentId = true, IncludeSegmentStatus = true },
            },
        });

        TemplateRendering rendering = await platform.Aep.Destinations.Authoring.Testing.RenderAsync(id, Emails, Profiles);

        Assert.Equal(
            [("in", "ann@example.com;ben@example.com;"), ("out", "cleo@example.com;")],
            rendering.Results.Select(message => (message.AggregationKey!.SegmentId!, message.Output)).Order());
        Assert.All(rendering.Results, message => Assert.Equal("realized", message.AggregationKey!.SegmentStatus));
    }

    [Fact]
    public async Task A_template_that_cannot_be_rendered_says_why()
    {
        string id = await CreateAsync(new DestinationAggregation
        {
            AggregationType = AggregationType.BestEffort,
            BestEffortAggregation = new BestEffortAggregation { MaxUsersPerRequest = 10 },
        });
        var error = await Assert.ThrowsAsync<AepRequestException>(
            () => platform.Aep.Destinations.Authoring.Testing.RenderAsync(id, "{{ input.profiles | nofilter }}", Profiles));
        Assert.Equal(400, error.Status);
        Assert.Contains("nofilter", error.Message, StringComparison.Ordinal);
    }

    private async Task<string> CreateAsync(DestinationAggregation aggregation)
    {
        AuthoringClient authoring = platform.Aep.Destinations.Authoring;
        DestinationServer server = await authoring.Servers.CreateAsync(new DestinationServer
        {
            Name = "Webhook",
            DestinationServerType = DestinationServerType.UrlBased,
            UrlBasedDestination = new UrlBasedDestination { Url = TemplatedValue.Plain("https://example.com/profiles") },
            HttpTemplate = new HttpTemplate
            {
                HttpMethod = "POST",
                ContentType = "text/plain",
                RequestBody = TemplatedValue.Pebble(Emails),
            },
        });
        DestinationConfiguration destination = await authoring.Configurations.CreateAsync(new DestinationConfiguration
        {
            Name = "Webhook",
            Description = "Tells a web application of audiences",
            Status = DestinationStatus.Test,
            CustomerAuthenticationConfigurations = [new CustomerAuthentication { AuthType = CustomerAuthenticationType.Bearer }],
            UiAttributes = new UiAttributes { Category = "streaming", ConnectionType = "Server-to-server", Frequency = "Streaming" },
            IdentityNamespaces = new Dictionary<string, DestinationIdentityNamespace> { ["email"] = new() { AcceptsAttributes = true } },
            SchemaConfig = new PartnerSchema { ProfileRequired = true, SegmentRequired = true, IdentityRequired = true },
            Aggregation = aggregation,
            SegmentMappingConfig = new SegmentMapping { MapExperiencePlatformSegmentId = true },
            DestinationDelivery =
                [new DestinationDelivery { AuthenticationRule = AuthenticationRule.Customer, DestinationServerId = server.InstanceId }],
        });
        return destination.InstanceId!;
    }

    private static SampleProfile Profile(string email, string audience) => new()
    {
        SegmentMembership = new JsonObject { ["ups"] = new JsonObject { [audience] = new JsonObject { ["status"] = "realized" } } },
        IdentityMap = JsonDocument.Parse($$"""{"email":[{"id":"{{email}}"}]}""").RootElement,
    };
}
