using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>The rules of the union tag, which enables a schema for Real-Time Customer Profile.</summary>
internal static class UnionRules
{
    public static void Check(Sandbox sandbox, JsonObject before, JsonObject after, SchemaRegistryService registry)
    {
        bool was = before["meta:immutableTags"] is JsonArray { Count: > 0 };
        bool isNow = after["meta:immutableTags"] is JsonArray { Count: > 0 };
        if (was && !isNow)
            throw RegistryErrors.Invalid("meta:immutableTags cannot be taken away.");
        string id = (string)before["$id"]!;
        if (!was && isNow && !registry.Identities(sandbox, id).Any(identity => identity.IsPrimary))
            throw RegistryErrors.Invalid($"The schema {id} needs a primary identity before it can take part in the union.");
    }
}
