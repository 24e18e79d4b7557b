using System.Text.Json.Nodes;

namespace Aep.Sdk.Destinations;

/// <summary>
/// By what a file of an audience has a person once only: <c>DeduplicationKey.Attributes("personalEmail.address")</c>.
/// </summary>
public sealed record DeduplicationKey
{
    private const int MostAttributes = 2;

    private readonly IReadOnlyList<string> _attributes;
    private readonly string? _identityNamespace;

    private DeduplicationKey(IReadOnlyList<string> attributes, string? identityNamespace) =>
        (_attributes, _identityNamespace) = (attributes, identityNamespace);

    /// <summary>By one or two profile attributes.</summary>
    /// <param name="paths">Their paths, for example <c>personalEmail.address</c>.</param>
    /// <exception cref="ArgumentException">There are none, or more than two.</exception>
    public static DeduplicationKey Attributes(params IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        if (paths.Count is 0 or > MostAttributes || paths.Any(string.IsNullOrEmpty))
            throw new ArgumentException($"A deduplication key has one or two attributes, and not {paths.Count}.", nameof(paths));
        return new DeduplicationKey(paths, null);
    }

    /// <summary>By the identities of a namespace: a person with several of them has a row for each.</summary>
    /// <param name="identityNamespace">The namespace's code, for example <c>ECID</c>.</param>
    public static DeduplicationKey Identity(string identityNamespace)
    {
        ArgumentException.ThrowIfNullOrEmpty(identityNamespace);
        return new DeduplicationKey([], identityNamespace);
    }

    internal IReadOnlyList<string> AttributePaths => _attributes;

    /// <summary>Attributes or namespace, for people to read.</summary>
    public override string ToString() => _identityNamespace ?? string.Join(" and ", _attributes);

    internal JsonArray ToJson() => _identityNamespace is { } space
        ? [new JsonObject { ["fieldType"] = "IDENTITY", ["identityNamespace"] = space }]
        : new JsonArray([.. _attributes.Select(path => new JsonObject { ["fieldType"] = "ATTRIBUTE", ["attributePath"] = path })]);
}
