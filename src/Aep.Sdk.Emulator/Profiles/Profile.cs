using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>A person: identities and merged attributes. An immutable view: reads need no lock.</summary>
internal sealed record Profile(ProfileKey Key, IReadOnlyList<ProfileKey> Identities, IReadOnlyDictionary<string, object?> Attributes)
{
    public const string IdentityMap = "identityMap";

    public string Namespace => Key.Namespace;

    public string Identity => Key.Identity;

    /// <summary>The platform's own id of the person.</summary>
    public string Id => Xid.Encode(Key);

    /// <summary>The datasets that say something about the person.</summary>
    public IReadOnlyList<string> DatasetIds { get; init; } = [];

    /// <summary>When something was said last.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>The person as an XDM document, with all identities.</summary>
    public JsonObject ToDocument()
    {
        JsonObject document = XdmDocuments.ToJson(Attributes);
        document[IdentityMap] = XdmDocuments.ToJson(Identified());
        return document;
    }

    /// <summary>What a rule sees: the attributes with all identities.</summary>
    public IReadOnlyDictionary<string, object?> ForRules() => new RuleDocument(this);

    /// <summary>All identities in the form of an <c>identityMap</c>.</summary>
    public Dictionary<string, object?> Identified() => Identities.GroupBy(key => key.Namespace).ToDictionary(
        group => group.Key,
        object? (group) => group.Select(object? (key) => new Dictionary<string, object?> { ["id"] = key.Identity }).ToList(),
        StringComparer.Ordinal);
}
