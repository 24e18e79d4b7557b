using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.SchemaRegistry;

/// <summary>The registry as a client sees it: plain HTTP with the headers that AEP asks for.</summary>
internal sealed class RegistryClient(EmulatorFixture fixture)
{
    public const string Base = "/data/foundation/schemaregistry";
    public const string ExperienceEvent = "https://ns.adobe.com/xdm/context/experienceevent";
    public const string Profile = "https://ns.adobe.com/xdm/context/profile";
    private const string Xed = "application/vnd.adobe.xed+json";

    public string Tenant => fixture.Emulator.TenantId;

    public static string UniqueTitle(string prefix) => $"{prefix} {Guid.NewGuid():N}";

    public async Task<(int Status, JsonObject Body)> SendAsync(HttpMethod method, string path, JsonNode? body = null, string? accept = Xed)
    {
        using var request = new HttpRequestMessage(method, Base + path);
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using HttpResponseMessage response = await fixture.Client.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject());
    }

    public async Task<JsonObject> CreateAsync(string kind, JsonObject body)
    {
        (int status, JsonObject created) = await SendAsync(HttpMethod.Post, $"/tenant/{kind}", body);
        Assert.True(status == 201, created.ToJsonString());
        return created;
    }

    /// <summary>A field group as the notebooks send it, with own fields under the tenant.</summary>
    public JsonObject FieldGroup(string title, string extends, JsonObject fields) => new()
    {
        ["type"] = "object",
        ["title"] = title,
        ["allOf"] = new JsonArray(new JsonObject { ["$ref"] = "#/definitions/customFields" }),
        ["meta:containerId"] = "tenant",
        ["meta:resourceType"] = "mixins",
        ["meta:xdmType"] = "object",
        ["definitions"] = new JsonObject
        {
            ["customFields"] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { ["_" + Tenant] = new JsonObject { ["type"] = "object", ["properties"] = fields } },
            },
        },
        ["meta:intendedToExtend"] = new JsonArray(extends),
    };

    public static JsonObject Schema(string title, params string[] references) => new()
    {
        ["title"] = title,
        ["type"] = "object",
        ["allOf"] = new JsonArray(
            [.. references.Select(id => new JsonObject { ["$ref"] = id, ["type"] = "object", ["meta:xdmType"] = "object" })]),
    };

    public JsonObject IdentityDescriptor(
        string schemaId, string field = "userid", bool primary = true, string identityNamespace = "ECID") => new()
        {
            ["@type"] = "xdm:descriptorIdentity",
            ["xdm:sourceSchema"] = schemaId,
            ["xdm:sourceVersion"] = 1,
            ["xdm:sourceProperty"] = $"/_{Tenant}/{field}",
            ["xdm:namespace"] = identityNamespace,
            ["xdm:property"] = "xdm:id",
            ["xdm:isPrimary"] = primary,
        };

    /// <summary>The notebooks' event schema: own field group with <c>userid</c>, direct marketing, web.</summary>
    public async Task<JsonObject> CreateEventSchemaAsync(bool withIdentity = true, bool inUnion = false)
    {
        JsonObject group = await CreateAsync("fieldgroups", FieldGroup(UniqueTitle("Event fields"), ExperienceEvent, TextField("userid")));
        JsonObject schema = await CreateAsync("schemas", Schema(
            UniqueTitle("Events"), ExperienceEvent, (string)group["$id"]!, ExperienceEvent + "-directmarketing", ExperienceEvent + "-web"));
        if (withIdentity)
            await CreateAsync("descriptors", IdentityDescriptor((string)schema["$id"]!));
        if (inUnion)
            await EnableAsync(schema);
        return schema;
    }

    public async Task<JsonObject> CreateProfileSchemaAsync(JsonObject fields)
    {
        JsonObject group = await CreateAsync("fieldgroups", FieldGroup(UniqueTitle("Profile fields"), Profile, fields));
        return await CreateAsync("schemas", Schema(UniqueTitle("Profiles"), Profile, (string)group["$id"]!));
    }

    public async Task EnableAsync(JsonObject schema)
    {
        (int status, JsonObject body) = await SendAsync(HttpMethod.Patch, $"/tenant/schemas/{schema["meta:altId"]}", UnionTag());
        Assert.True(status == 200, body.ToJsonString());
    }

    public static JsonArray UnionTag() => Patch("add", "/meta:immutableTags", new JsonArray("union"));

    public static JsonArray Patch(string operation, string path, JsonNode? value = null)
    {
        var step = new JsonObject { ["op"] = operation, ["path"] = path };
        if (value is not null)
            step["value"] = value;
        return [step];
    }

    public static JsonObject TextField(string name) => new() { [name] = new JsonObject { ["type"] = "string", ["title"] = name } };

    public static void AssertRefused((int Status, JsonObject Body) answer, int status, string code)
    {
        Assert.True(answer.Status == status, answer.Body.ToJsonString());
        Assert.Equal("http://ns.adobe.com/aep/errors/" + code, (string?)answer.Body["type"]);
        Assert.Equal(status, (int)answer.Body["status"]!);
        Assert.Equal((string?)answer.Body["detail"], (string?)answer.Body["report"]!["detailed-message"]);
        Assert.NotEqual("", (string?)answer.Body["title"]);
    }
}
