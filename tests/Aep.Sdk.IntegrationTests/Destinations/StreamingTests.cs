using Aep.Sdk.Destinations;
using Aep.Sdk.Destinations.Authoring;
using Aep.Sdk.Emulator.Tests.DestinationAuthoring;
using Aep.Sdk.Flows;
using Aep.Sdk.IntegrationTests.Activation;
using Aep.Sdk.Segmentation;

namespace Aep.Sdk.IntegrationTests.Destinations;

/// <summary>A destination of one's own is told of an audience, by HTTP.</summary>
public sealed class StreamingTests(DatedPeople people) : IClassFixture<DatedPeople>
{
    private const string Template =
        "{% for profile in input.profiles %}{{ profile.identityMap.ECID[0].id }}={{ profile.attributes.score.value }};{% endfor %}";

    [Fact]
    public async Task An_activated_audience_is_told_to_the_partner()
    {
        await using PartnerServer partner = await PartnerServer.StartAsync();
        Segment segment = await people.EvaluateAsync("Best", Pql.Attribute("_aeplocal.score").AtLeast(0.97).ToExpression());
        string spec = await CreateAsync(partner.Address);
        var activation = new StreamingActivation("Partner", spec, spec) { Attributes = ["identityMap.ECID", "_aeplocal.score"] };

        string flow = await people.Aep.Destinations.ActivateAudienceAsync(segment.Id, activation);
        Assert.Equal(flow, await people.Aep.Destinations.ActivateAudienceAsync(segment.Id, activation));
        await people.PassToAsync(people.Tomorrow);
        await people.HasRunAsync(flow, 1);

        Assert.Equal(["user-97=0.97", "user-98=0.98", "user-99=0.99"],
            partner.Messages.SelectMany(message => message.Body.Split(';', StringSplitOptions.RemoveEmptyEntries)).Order(
                StringComparer.Ordinal));
        Assert.Equal(2, partner.Messages.Count);
        FlowRun run = await people.Aep.Flows.WaitForRunAsync(flow);
        Assert.Equal(3, run.Metrics.RecordSummary.OutputRecordCount);
    }

    private async Task<string> CreateAsync(Uri address)
    {
        AuthoringClient authoring = people.Aep.Destinations.Authoring;
        DestinationServer server = await authoring.Servers.CreateAsync(new DestinationServer
        {
            Name = "Partner",
            DestinationServerType = DestinationServerType.UrlBased,
            UrlBasedDestination = new UrlBasedDestination { Url = TemplatedValue.Pebble($"{address}profiles") },
            HttpTemplate =
                new HttpTemplate { HttpMethod = "POST", ContentType = "text/plain", RequestBody = TemplatedValue.Pebble(Template) },
        });
        DestinationConfiguration partner = await authoring.Configurations.CreateAsync(new DestinationConfiguration
        {
            Name = "Partner",
            Description = "Is told of audiences",
            Status = DestinationStatus.Test,
            IdentityNamespaces = new Dictionary<string, DestinationIdentityNamespace> { ["ECID"] = new() },
            Aggregation = new DestinationAggregation
            {
                AggregationType = AggregationType.BestEffort,
                BestEffortAggregation = new BestEffortAggregation { MaxUsersPerRequest = 2 },
            },
            DestinationDelivery =
                [new DestinationDelivery { AuthenticationRule = AuthenticationRule.None, DestinationServerId = server.InstanceId }],
        });
        ConnectionSpec spec = await people.Aep.Flows.ConnectionSpecs.GetByNameAsync("Partner");
        Assert.Equal(partner.DestConfigId, spec.Id);
        return spec.Id;
    }
}
