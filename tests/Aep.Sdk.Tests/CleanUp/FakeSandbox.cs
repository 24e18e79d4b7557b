using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Tests.CleanUp;

/// <summary>
/// A sandbox that lists, changes and deletes, and can break at a request. A shop and what hangs on it: dataflows with accounts and mapping
/// sets of
/// their own and shared ones; and others, who use some of it.
/// </summary>
internal sealed class FakeSandbox : HttpMessageHandler
{
    private const string Flow = "/data/foundation/flowservice";
    private const string Registry = "/data/foundation/schemaregistry/tenant";

    private readonly Dictionary<string, (string List, Dictionary<string, JsonObject> Items)> _kinds = new()
    {
        ["/data/core/ups/segment/definitions"] = ("segments", Of("""{"id":"a1","name":"Shop fans"}""", """{"id":"a3","name":"Other"}""")),
        ["/data/core/ups/audiences"] = ("children",
            Of("""{"id":"e1","name":"Shop guests from elsewhere"}""", """{"id":"e2","name":"Elsewhere"}""")),
        ["/data/foundation/catalog/dataSets"] = ("", Of(
            """{"id":"d1","name":"Shop orders","tags":{"unifiedProfile":["enabled:true"]}}""", """{"id":"d2","name":"Elsewhere"}""",
                """{"id":"d3","name":"xd1_uniform"}""")),
        [$"{Flow}/flows"] = ("items", Of(
            """
            {"id":"f1","name":"Into it","sourceConnectionIds":["s1"],"targetConnectionIds":["t1"],"transformations":[{"name":"Mapping",
             "params":{"mappingId":"m1"}}]}
            """,
            """
            {"id":"f2","name":"Another","sourceConnectionIds":["s2"],"targetConnectionIds":["t2"],"transformations":[{"name":"Mapping",
             "params":{"mappingId":"m2"}}]}
            """,
            """
            {"id":"f3","name":"Shop out","sourceConnectionIds":["s3"],"targetConnectionIds":["t3"],"transformations":[{"name":"Mapping",
             "params":{"mappingId":"m3"}}]}
            """,
            """
            {"id":"f4","name":"Shop out again","sourceConnectionIds":["s3"],"targetConnectionIds":["t4"],
             "transformations":[{"name":"Mapping","params":{"mappingId":"m4"}}]}
            """,
            """
            {"id":"f5","name":"Fans","sourceConnectionIds":["s5"],"targetConnectionIds":["t5"],
             "transformations":[{"name":"General","params":{"segmentSelectors":{"selectors":[{"value":{"id":"a1"}}]}}}]}
            """,
            """
            {"id":"f6","name":"Shop through what is shared","sourceConnectionIds":["s2"],"targetConnectionIds":["t2"],
             "transformations":[{"name":"Mapping","params":{"mappingId":"m6"}}]}
            """)),
        [$"{Flow}/sourceConnections"] = ("items", Of(
            """{"id":"s1","name":"In","baseConnectionId":"b1"}""", """{"id":"s2","name":"Store","baseConnectionId":"b2"}""",
            """{"id":"s3","name":"Lake"}""",
            """{"id":"s5","name":"Profiles"}""")),
        [$"{Flow}/targetConnections"] = ("items", Of(
            """{"id":"t1","name":"Orders","params":{"dataSetId":"d1"}}""", """{"id":"t2","name":"Out"}""",
            """{"id":"t3","name":"Files","baseConnectionId":"b3"}""",
            """{"id":"t4","name":"Files","baseConnectionId":"b2"}""", """{"id":"t5","name":"Files of fans","baseConnectionId":"b5"}""",
            """{"id":"t6","name":"Left alone","params":{"dataSetId":"d1"},"baseConnectionId":"b6"}""")),
        [$"{Flow}/connections"] = ("items", Of(
            """{"id":"b1","name":"Account"}""", """{"id":"b2","name":"Shared"}""", """{"id":"b3","name":"Bucket"}""",
            """{"id":"b5","name":"Bucket"}""", """{"id":"b6","name":"x"}""",
            """{"id":"b9","name":"Nobody uses it"}""")),
        ["/data/foundation/conversion/mappingSets"] =
            ("data", Of("""{"id":"m1"}""", """{"id":"m2"}""", """{"id":"m3"}""", """{"id":"m4"}""", """{"id":"m6"}""")),
        ["/data/foundation/query/query-templates"] =
            ("templates", Of("""{"id":"q1","name":"Shop sums","sql":"SELECT 1"}""", """{"id":"q2","name":"Other","sql":"SELECT 1"}""")),
        [$"{Registry}/schemas"] = ("results", Of(
            """
            {"$id":"https://ns.adobe.com/acme/schemas/1","title":"Shop orders","allOf":[{"$ref":"https://ns.adobe.com/acme/mixins/1"}]}
            """,
            """
            {"$id":"https://ns.adobe.com/acme/schemas/2","title":"Shop profiles","meta:immutableTags":["union"],
             "allOf":[{"$ref":"https://ns.adobe.com/acme/mixins/2"}]}
            """)),
        [$"{Registry}/descriptors"] = ("results", Of(
            """
            {"@id":"i1","@type":"xdm:descriptorIdentity","xdm:sourceSchema":"https://ns.adobe.com/acme/schemas/1","xdm:sourceProperty":"/a"}
            """)),
        [$"{Registry}/fieldgroups"] = ("results", Of(
            """{"$id":"https://ns.adobe.com/acme/mixins/1","title":"Shop fields"}""",
                """{"$id":"https://ns.adobe.com/acme/mixins/2","title":"Shop profile fields"}""")),
        [$"{Registry}/datatypes"] = ("results", Of()),
        [$"{Registry}/classes"] = ("results", Of()),
    };

    /// <summary>What each request meets, by its number from 0; null for all of them to be answered.</summary>
    public Func<int, SandboxBreak>? Breaks { get; set; }

    public int Requests { get; private set; }

    /// <summary>Datasets whose profile data was deleted.</summary>
    public HashSet<string> WithoutProfiles { get; } = [];

    /// <summary>Ids of everything that is there.</summary>
    public IReadOnlySet<string> Left => _kinds.Values.SelectMany(kind => kind.Items.Keys).ToHashSet();

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        SandboxBreak broken = Breaks?.Invoke(Requests++) ?? SandboxBreak.None;
        return broken switch
        {
            SandboxBreak.Before => throw new HttpRequestException("The connection broke."),
            SandboxBreak.Refused => Task.FromResult(Answer(HttpStatusCode.InternalServerError, new JsonObject { ["title"] = "Broken" })),
            SandboxBreak.After => ApplyAndBreakAsync(request, cancellationToken),
            _ => ApplyAsync(request, cancellationToken),
        };
    }

    private async Task<HttpResponseMessage> ApplyAndBreakAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        (await ApplyAsync(request, cancellationToken)).Dispose();
        throw new HttpRequestException("The connection broke before the answer came.");
    }

    private async Task<HttpResponseMessage> ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string path = Uri.UnescapeDataString(request.RequestUri!.AbsolutePath);
        string body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        if (path == "/data/core/ups/system/jobs")
        {
            WithoutProfiles.Add((string)JsonNode.Parse(body)!["dataSetId"]!);
            return Answer(HttpStatusCode.OK, new JsonObject { ["id"] = "j1" });
        }

        if (_kinds.TryGetValue(path, out (string List, Dictionary<string, JsonObject> Items) kind)) return Answer(HttpStatusCode.OK,
            List(kind));
        string parent =
            _kinds.Keys.Single(candidate => path.StartsWith($"{candidate}/", StringComparison.Ordinal)), id = path[(parent.Length + 1)..];
        if (!_kinds[parent].Items.TryGetValue(id, out JsonObject? item)) return Answer(
            HttpStatusCode.NotFound, new JsonObject { ["title"] = "Not found" });
        if (request.Method == HttpMethod.Delete) _kinds[parent].Items.Remove(id);
        else if (request.Method == HttpMethod.Patch) Patch(item, JsonNode.Parse(body)!.AsArray());
        return Answer(HttpStatusCode.OK,
            request.Method == HttpMethod.Get ? new JsonObject { ["items"] = new JsonArray(item.DeepClone()) } : item.DeepClone());
    }

    private static void Patch(JsonObject item, JsonArray changes)
    {
        foreach (JsonNode? change in changes) item[((string)change!["path"]!)[1..]] = change["value"]!.DeepClone();
        item["etag"] = $"{item["etag"]}+";
    }

    private static JsonObject List((string List, Dictionary<string, JsonObject> Items) kind) => kind.List.Length == 0
        ? new JsonObject(kind.Items.Select(item => KeyValuePair.Create(item.Key, (JsonNode?)item.Value.DeepClone())))
        : new JsonObject { [kind.List] = new JsonArray([.. kind.Items.Values.Select(item => item.DeepClone())]) };

    private static HttpResponseMessage Answer(HttpStatusCode status, JsonNode body) =>
        new(status) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };

    private static Dictionary<string, JsonObject> Of(params string[] items) => items.Select(item => JsonNode.Parse(item)!.AsObject())
        .Select(item =>
        {
            item["etag"] = "v1";
            return item;
        }).ToDictionary(item => (string)(item["id"] ?? item["$id"] ?? item["@id"])!);
}
