using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Gateway;

/// <summary>JSON Patch (RFC 6902): add, replace, remove, test. Paths are JSON Pointers (RFC 6901). All steps hold, or none.</summary>
internal static class JsonPatch
{
    /// <returns>A changed copy.</returns>
    public static JsonObject Apply(JsonObject document, JsonArray operations, Func<string, ApiException> refuse)
    {
        var copy = (JsonObject)document.DeepClone();
        for (int index = 0; index < operations.Count; index++)
        {
            int number = index + 1;
            new PatchStep(operations[index], message => refuse($"Step {number} of the patch: {message}")).ApplyTo(copy);
        }
        return copy;
    }
}
