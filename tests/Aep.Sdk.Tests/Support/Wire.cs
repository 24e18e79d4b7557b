using System.Text.Json.Nodes;
using Aep.Sdk.Core.Pipeline;
using Aep.Sdk.Datasets;
using Aep.Sdk.Destinations;
using Aep.Sdk.Flows;
using Aep.Sdk.Ingestion;
using Aep.Sdk.Mappings;
using Aep.Sdk.Schemas;
using WireMock;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace Aep.Sdk.Tests.Support;

/// <summary>A server on loopback that answers as told and remembers the requests, with a pipeline that speaks to it.</summary>
internal sealed class Wire : IDisposable
{
    private readonly WireMockServer _server = WireMockServer.Start();

    public Wire()
    {
        Pipeline = new AepPipeline(
            new AepOptions
            {
                OrgId = "org@AdobeOrg",
                ClientId = "client",
                ClientSecret = new Secret("secret"),
                SandboxName = "dev",
                PlatformEndpoint = new Uri(_server.Url!),
                MaxRetries = 0,
                TimeProvider = Time,
            },
            new FixedToken());
    }

    public SkippingTime Time { get; } = new();

    public AepPipeline Pipeline { get; }

    private const string Union =
        """
        {"$id":"https://ns.adobe.com/xdm/context/profile__union","type":"object","properties":{
          "_acme":{"type":"object","properties":{
            "userid":{"type":"string"},"propensity":{"type":"number"},"email":{"type":"string"},"age":{"type":"integer"},
            "health":{"type":"object","properties":{"steps":{"type":"integer"}}},
            "tags":{"type":"object","additionalProperties":{"type":"string"}}}},
          "a":{"type":"object","properties":{"b":{"type":"string"}}},"c":{"type":"string"},
          "person":{"type":"object","properties":{"name":{"type":"object","properties":{"firstName":{"type":"string"}}}}},
          "personalEmail":{"type":"object","properties":{"address":{"type":"string"}}}}}
        """;

    public string Url => _server.Url!;

    public IReadOnlyList<IRequestMessage> Requests => [.. _server.LogEntries.Select(entry => entry.RequestMessage!)];

    /// <summary>The answers to a path, in order; the last one stays.</summary>
    public Wire On(string method, string path, params object[] answers)
    {
        string scenario = $"{method} {path}";
        for (int i = 0; i < answers.Length; i++)
        {
            var rule = _server.Given(Request.Create().UsingMethod(method).WithPath(path)).InScenario(scenario);
            if (i > 0) rule = rule.WhenStateIs($"{i}");
            // The last one keeps its own state: a scenario that is at its end would begin anew.
            if (answers.Length > 1) rule = rule.WillSetStateTo($"{Math.Min(i + 1, answers.Length - 1)}");
            (int status, string body) = answers[i] is ValueTuple<int, string> pair ? pair : (200, (string)answers[i]);
            rule.RespondWith(Response.Create().WithStatusCode(status).WithHeader("Content-Type", "application/json").WithBody(body));
        }

        return this;
    }

    public IngestionClient Ingestion() =>
        new(Pipeline, new DatasetsClient(Pipeline), new SchemasClient(Pipeline), new FlowsClient(Pipeline));

    /// <summary>The destinations of a sandbox whose schemas carry these labels.</summary>
    public DestinationsClient Destinations(string labelDescriptors = """{"results":[]}""")
    {
        On("GET", "/data/foundation/schemaregistry/tenant/descriptors", labelDescriptors);
        On("GET", "/data/foundation/schemaregistry/tenant/unions/https%3A%2F%2Fns.adobe.com%2Fxdm%2Fcontext%2Fprofile__union", Union);
        On("GET", "/data/foundation/schemaregistry/tenant/unions/https://ns.adobe.com/xdm/context/profile__union", Union);
        return new(
            Pipeline, new FlowsClient(Pipeline), new MappingsClient(Pipeline), new DatasetsClient(Pipeline), new SchemasClient(Pipeline));
    }

    public IRequestMessage Single(string method, string path) =>
        Assert.Single(Requests, request => request.Method == method && request.Path == path);

    public int Count(string method, string path) => Requests.Count(request => request.Method == method && request.Path == path);

    public static void IsJson(string expected, IRequestMessage request) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(request.Body!)), $"Body was {request.Body}");

    public static string Query(IRequestMessage request, string name) => Assert.Single(request.Query![name]);

    public void Dispose()
    {
        Pipeline.Dispose();
        _server.Dispose();
    }
}
