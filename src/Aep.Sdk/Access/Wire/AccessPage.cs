using System.Text.Json.Serialization;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Access;

/// <summary>
/// A page of roles, subjects or policies. The specification calls the list <c>items</c>, Adobe's pages <c>roles</c> for roles.
/// </summary>
internal sealed record AccessPage<T> : ListingPage
{
    public IReadOnlyList<T>? Items { get; init; }

    public IReadOnlyList<T>? Roles { get; init; }

    public IReadOnlyList<T>? Subjects { get; init; }

    [JsonIgnore]
    public IReadOnlyList<T> All => Items ?? Roles ?? Subjects ?? [];

    /// <summary>The page, as the caller gets it. A link that holds a placeholder in the place of a start leads nowhere.</summary>
    public AepPage<T> From(string? start) => new(All, NextStart(start) is { } next && !next.StartsWith('{') ? next : null);
}
