using System.Text.Json.Nodes;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.IntegrationTests.BadInput;

/// <summary>JSON patches of the schema of the dataset, of its field group, of resources that are Adobe's, and of the dataset.</summary>
internal static class BadPatches
{
    private const string Own = "/definitions/customFields/properties/_aeplocal";
    private const string Fields = Own + "/properties";

    public static IReadOnlyList<BadCase> All { get; } =
    [
        Patch("no steps", "no steps"),
        Patch("an operation that does not exist", "'merge' is none of",
            new JsonPatchOperation { Op = "merge", Path = "/title", Value = "x" }),
        Patch("move, which the registry does not have", "'move' is none of",
            new JsonPatchOperation { Op = "move", Path = "/title", Value = "x" }),
        Patch("a path without a slash", "does not begin with a slash", Replace("title", "x")),
        Patch("no path", "does not begin with a slash", Replace("", "x")),
        Patch("a value is missing", "needs a value", new JsonPatchOperation { Op = "replace", Path = "/title" }),
        Patch("an escape that does not exist", "a ~ stands alone", Replace("/meta~2tags", "x")),
        Patch("two faults in one patch", "step 2", Replace("title", "x"), new JsonPatchOperation { Op = "add", Path = "/title" }),
        Patch("a place that does not exist", "/none/at/all", Replace("/none/at/all", "x")),
        Patch("a removal of nothing", "/meta:nothing", JsonPatchOperation.Remove("/meta:nothing")),
        Patch("a member of a text", "/title/short", JsonPatchOperation.Add("/title/short", "x")),
        Patch("an index behind the end of a list", "'99' is no place", JsonPatchOperation.Add("/allOf/99", Reference(XdmFieldGroups.Web))),
        Patch("an index below zero", "/allOf/-1", JsonPatchOperation.Remove("/allOf/-1")),
        Patch("a test that does not hold", "'test' cannot be applied at '/title'", Test("/title", "another"), Replace("/title", "x")),
        Patch("a later step that fails", "Step 2", JsonPatchOperation.Add("/description", "x"), JsonPatchOperation.Remove("/meta:nothing")),
        Patch("the id", "/$id is assigned", Replace("/$id", "https://ns.adobe.com/x")),
        Patch("the title taken away", "A title is required", JsonPatchOperation.Remove("/title")),
        Patch("the class taken away", "allOf", JsonPatchOperation.Remove("/allOf/0")),
        Patch("a second class", "exactly one class", JsonPatchOperation.Add("/allOf/-", Reference(XdmClasses.IndividualProfile))),
        Patch("a field group of another class", "cannot extend the class", JsonPatchOperation.Add("/allOf/-", Reference(WorkDetails))),
        Patch("a field group that does not exist", "mixins/none",
            JsonPatchOperation.Add("/allOf/-", Reference("https://ns.adobe.com/aeplocal/mixins/none"))),
        Patch("the field group of stored data taken away", "_aeplocal", JsonPatchOperation.Remove("/allOf/1")),
        PatchFields("a type changed that data is stored with", "_aeplocal.visits", Replace($"{Fields}/visits/type", "string")),
        PatchFields("a field taken away that data is stored in", "_aeplocal.userId", JsonPatchOperation.Remove($"{Fields}/userId")),
        PatchFields("a field that becomes required", "cannot become required",
            JsonPatchOperation.Add($"{Own}/required", new JsonArray("userId"))),
        PatchFields("a field outside of the tenant's namespace", "_aeplocal",
            JsonPatchOperation.Add(Own.Replace("_aeplocal", "other", StringComparison.Ordinal), Type("string"))),
        PatchFields("a field without a type", "The field a needs a type",
            JsonPatchOperation.Add($"{Fields}/a", new JsonObject { ["title"] = "A" })),
        PatchFields("a type that XDM does not have", "The field a needs a type", JsonPatchOperation.Add($"{Fields}/a", Type("text"))),
        PatchFields("a name with a space", "my field", JsonPatchOperation.Add($"{Fields}/my field", Type("string"))),
        PatchFields("a list without items", "The array a", JsonPatchOperation.Add($"{Fields}/a", Type("array"))),
        PatchFields("a reference that leads back to itself", "leads back to itself",
            JsonPatchOperation.Add($"{Fields}/a", Reference("#/definitions/customFields"))),
        PatchFields("properties that are a list", "properties", Replace(Fields, new JsonArray())),
        new("patch of a class", "one of Adobe's", "not found", world =>
            world.Aep.Schemas.Classes.PatchAsync(XdmClasses.ExperienceEvent, [JsonPatchOperation.Add("/description", "mine")])),
        new("patch of a dataset", "the schema exchanged", "The schema of a dataset cannot be changed",
            world => world.Aep.Datasets.UpdateAsync(
                world.Dataset.Id, [Replace("/schemaRef", Reference("https://ns.adobe.com/aeplocal/schemas/none", "id"))])),
        new("patch of a dataset", "the name taken away", "name of the dataset is required", world =>
            world.Aep.Datasets.UpdateAsync(world.Dataset.Id, [JsonPatchOperation.Remove("/name")])),
        new("patch of a dataset", "a place that does not exist", "/none/at/all", world =>
            world.Aep.Datasets.UpdateAsync(world.Dataset.Id, [Replace("/none/at/all", "x")])),
    ];

    private const string WorkDetails = "https://ns.adobe.com/xdm/context/profile-work-details";

    private static JsonPatchOperation Replace(string path, JsonNode value) => JsonPatchOperation.Replace(path, value);

    private static JsonPatchOperation Test(string path, JsonNode value) => new() { Op = "test", Path = path, Value = value };

    private static JsonObject Type(string name) => new() { ["type"] = name };

    private static JsonObject Reference(string id, string member = "$ref") =>
        new() { [member] = id, ["contentType"] = member == "id" ? "application/vnd.adobe.xed+json;version=1" : null };

    private static BadCase Patch(string fault, string says, params JsonPatchOperation[] steps) =>
        new("patch of a schema", fault, says, world => world.Aep.Schemas.PatchAsync(world.Dataset.SchemaRef!.Id, steps));

    private static BadCase PatchFields(string fault, string says, params JsonPatchOperation[] steps) => new(
        "patch of a field group", fault, says, async world =>
        {
            FieldGroup fields = (await world.Aep.Schemas.FieldGroups.FindByTitleAsync("Bad input fields")).Single();
            await world.Aep.Schemas.FieldGroups.PatchAsync(fields.Id, steps);
        });
}
