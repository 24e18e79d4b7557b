using System.Text.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Activation;
using Aep.Sdk.Emulator.DataPrep.Expressions;

namespace Aep.Sdk.Emulator.DestinationAuthoring.Streaming;

/// <summary>
/// A profile as a destination takes it: audiences, identities by the namespaces of the destination, attributes with their values. What a
/// flow maps goes to the identity of its name where the destination has such a namespace, to an attribute otherwise.
/// </summary>
internal static class TargetProfile
{
    private const string Identities = "identityMap", Attributes = "attributes", Memberships = "segmentMembership";

    public static JsonObject Of(JsonObject destination, IReadOnlyList<AudienceColumn> columns, JsonObject profile)
    {
        var identities = new JsonObject();
        var attributes = new JsonObject();
        var member = new AudienceMember("test", IsMember: true, profile);
        foreach (AudienceColumn column in columns)
        {
            if (Value(column, member) is not { } value)
                continue;
            string name = column.Header[(column.Header.LastIndexOf('.') + 1)..];
            if (column.Header.StartsWith(Identities + ".", StringComparison.Ordinal)
                || destination["identityNamespaces"]?[name] is not null)
                identities[name] = value as JsonArray ?? [new JsonObject { ["id"] = value }];
            else
                attributes[name] = new JsonObject { ["value"] = value };
        }
        return new JsonObject
        {
            [Memberships] = profile[Memberships]?.DeepClone() ?? new JsonObject(),
            [Identities] = identities,
            [Attributes] = attributes,
        };
    }

    private static JsonNode? Value(AudienceColumn column, AudienceMember member)
    {
        try
        {
            JsonNode? value = column.Read(member)?.DeepClone();
            return value?.GetValueKind() == JsonValueKind.Null ? null : value;
        }
        catch (ExpressionException exception)
        {
            throw AuthoringErrors.Invalid($"The mapping to {column.Header} failed: {exception.Message}");
        }
    }
}
