using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.DestinationAuthoring.Messages;

/// <summary>The persons of one message.</summary>
/// <param name="Audience">Namespace, id and status of their audience; null when persons are not grouped by it.</param>
/// <param name="Namespaces">Their identity namespaces; null when persons are not grouped by them.</param>
/// <param name="Profiles">The persons.</param>
internal sealed record ProfileGroup(AudienceKey? Audience, IReadOnlyList<string>? Namespaces, IReadOnlyList<JsonObject> Profiles)
{
    private const string KeyMember = "\0key";

    /// <summary>
    /// The keys of the persons, where they were marked with them: what persons are put together from may be a part of one.
    /// </summary>
    public IEnumerable<string> Keys => Profiles.Select(profile => (string?)profile[KeyMember]).OfType<string>();

    /// <summary>The persons as templates see them.</summary>
    public IEnumerable<JsonObject> Contents => Profiles.Select(profile =>
    {
        var content = (JsonObject)profile.DeepClone();
        content.Remove(KeyMember);
        return content;
    });

    /// <summary>A profile that can be told from others in whatever message it goes.</summary>
    public static JsonObject Marked(string key, JsonObject profile)
    {
        var marked = (JsonObject)profile.DeepClone();
        marked[KeyMember] = key;
        return marked;
    }

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
