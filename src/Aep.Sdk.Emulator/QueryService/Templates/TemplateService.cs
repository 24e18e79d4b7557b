using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.Ims;
using Aep.Sdk.Emulator.QueryService.Listings;

namespace Aep.Sdk.Emulator.QueryService.Templates;

/// <summary>Query templates: SQL kept under a name, with parameters that a query may set.</summary>
internal sealed class TemplateService(CreationTimes times, ClientCredential credential)
{
    private const string Kind = "queryTemplates";

    public IReadOnlyList<JsonObject> All(Sandbox sandbox) => sandbox.Documents[Kind].All();

    public JsonObject? Find(Sandbox sandbox, string id) => sandbox.Documents[Kind].Find(id);

    public JsonObject Create(Sandbox sandbox, JsonObject body, string collection)
    {
        string id = Guid.NewGuid().ToString(), now = times.Next(), self = $"{collection}/{id}";
        JsonObject template = Content(body);
        template["id"] = id;
        template["created"] = now;
        template["updated"] = now;
        template["userId"] = credential.AccountId;
        template["lastUpdatedBy"] = credential.AccountId;
        template["_links"] = new JsonObject
        {
            ["self"] = Links.To(self, "GET"),
            ["delete"] = Links.To(self, "DELETE"),
            ["update"] = Links.To(self, "PUT", """{"sql": "new sql ", "name": "new name"}"""),
        };
        sandbox.Documents[Kind].Save(id, template);
        return template;
    }

    /// <summary>Replaces name, SQL and parameters.</summary>
    public JsonObject Update(Sandbox sandbox, string id, JsonObject body)
    {
        JsonObject content = Content(body);
        bool found = sandbox.Documents[Kind].TryUpdate(id, template =>
        {
            foreach ((string name, JsonNode? value) in content)
                template[name] = value?.DeepClone();
            template["updated"] = times.Next();
            template["lastUpdatedBy"] = credential.AccountId;
        }, out JsonObject? updated);
        return found ? updated! : throw QueryErrors.NotFound("query template", id);
    }

    public void Delete(Sandbox sandbox, string id)
    {
        if (!sandbox.Documents[Kind].Remove(id))
            throw QueryErrors.NotFound("query template", id);
    }

    private static JsonObject Content(JsonObject body)
    {
        foreach (string name in new[] { "name", "sql" })
        {
            if (body[name] is not JsonValue value || !value.TryGetValue(out string? text) || string.IsNullOrWhiteSpace(text))
                throw QueryErrors.BadRequest($"A query template needs {name}.");
        }
        if (body["queryParameters"] is not (null or JsonObject))
            throw QueryErrors.BadRequest("queryParameters must be an object.");
        return new JsonObject
        {
            ["sql"] = body["sql"]!.DeepClone(),
            ["name"] = body["name"]!.DeepClone(),
            ["queryParameters"] = body["queryParameters"]?.DeepClone() ?? new JsonObject(),
        };
    }
}
