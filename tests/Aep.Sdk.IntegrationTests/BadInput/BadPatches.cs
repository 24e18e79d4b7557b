using System.Text.Json.Nodes;

namespace Aep.Sdk.IntegrationTests.BadInput;

/// <summary>JSON patches of the schema of the dataset, and of the dataset.</summary>
internal static class BadPatches
{
    public static IReadOnlyList<BadCase> All { get; } =
    [
        Patch("no steps", "no steps"),
        Patch("an operation that does not exist", "'merge' is none of", new JsonPatchOperation { Op = "merge", Path = "/title", Value = "x" }),
        Patch("a path without a slash", "does not begin with a slash", JsonPatchOperation.Replace("title", "x")),
        Patch("a value is missing", "needs a value", new JsonPatchOperation { Op = "replace", Path = "/title" }),
        Patch("a place that does not exist", "/none/at/all", JsonPatchOperation.Replace("/none/at/all", "x")),
        Patch("the class taken away", "allOf", JsonPatchOperation.Remove("/allOf/0")),
        new("patch of a dataset", "the schema exchanged", "The schema of a dataset cannot be changed", world => world.Aep.Datasets.UpdateAsync(
            world.Dataset.Id, [JsonPatchOperation.Replace("/schemaRef", new JsonObject { ["id"] = "https://ns.adobe.com/aeplocal/schemas/none", ["contentType"] = "application/vnd.adobe.xed+json;version=1" })])),
    ];

    private static BadCase Patch(string fault, string says, params JsonPatchOperation[] steps) =>
        new("patch of a schema", fault, says, world => world.Aep.Schemas.PatchAsync(world.Dataset.SchemaRef!.Id, steps));
}
