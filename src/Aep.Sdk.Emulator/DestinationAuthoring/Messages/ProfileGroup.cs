using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.DestinationAuthoring.Messages;

/// <summary>The persons of one message.</summary>
/// <param name="Audience">Namespace, id and status of their audience; null when persons are not grouped by it.</param>
/// <param name="Namespaces">Their identity namespaces; null when persons are not grouped by them.</param>
/// <param name="Profiles">The persons.</param>
internal sealed record ProfileGroup(AudienceKey? Audience, IReadOnlyList<string>? Namespaces, IReadOnlyList<JsonObject> Profiles)
{
    /// <summary>The aggregation key, as templates read it and answers show it.</summary>
    public JsonObject ToKey(string destinationId)
    {
        var key = new JsonObject { ["destinationInstanceId"] = destinationId };
        if (Audience is not null)
        {
            key["segmentId"] = Audience.Id;
            key["segmentNamespace"] = Audience.Namespace;
            key["segmentAlias"] = MessageContext.AliasOf(Audience.Id);
        }
        if (Audience?.Status is { } status)
            key["segmentStatus"] = status;
        if (Namespaces is not null)
            key["identityNamespaces"] = new JsonArray([.. Namespaces.Select(name => JsonValue.Create(name))]);
        return key;
    }
}
