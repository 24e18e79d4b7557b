using System.Text.Json;
using System.Text.Json.Serialization;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Access;

/// <summary>A page of roles, subjects or policies. The specification calls the list <c>items</c>, Adobe's pages <c>roles</c> for roles.</summary>
internal sealed record AccessPage<T>
{
    public IReadOnlyList<T>? Items { get; init; }

    public IReadOnlyList<T>? Roles { get; init; }

    public IReadOnlyList<T>? Subjects { get; init; }

    [JsonPropertyName("_page")]
    public PageInfo? Page { get; init; }

    [JsonPropertyName("_links")]
    public PageLinks? Links { get; init; }

    [JsonIgnore]
    public IReadOnlyList<T> All => Items ?? Roles ?? Subjects ?? [];

    /// <summary>Where the next page starts: a number, or what the link to it says; a link that leads to no other start is none.</summary>
    public string? Next(string? start)
    {
        string? next = Page?.Next is { ValueKind: JsonValueKind.Number or JsonValueKind.String } value ? value.ToString() : LinkQuery.Value(Links?.Next?.Href, "start");
        return next is { Length: > 0 } && next != start && !next.StartsWith('{') ? next : null;
    }

    internal sealed record PageInfo
    {
        public JsonElement? Next { get; init; }
    }

    internal sealed record PageLinks
    {
        public PageLink? Next { get; init; }
    }

    internal sealed record PageLink
    {
        public string? Href { get; init; }
    }
}
