namespace Aep.Sdk.Schemas;

/// <summary>Which resources to list, and in what order.</summary>
public sealed record RegistryQuery
{
    /// <summary>Adobe's resources.</summary>
    public static RegistryQuery Global => new() { Container = XdmContainer.Global };

    /// <summary>The container; the organisation's own by default.</summary>
    public XdmContainer Container { get; init; } = XdmContainer.Tenant;

    /// <summary>
    /// Property to sort by, <c>-</c> before it to sort downwards; several with commas. The registry pages by the first of them, so every
    /// resource must have it.
    /// </summary>
    public string OrderBy { get; init; } = "title";

    /// <summary>Conditions that must all hold.</summary>
    public IReadOnlyList<RegistryFilter> Filters { get; init; } = [];

    /// <summary>Those with a title; titles are compared as they are.</summary>
    public static RegistryQuery WithTitle(string title) => new() { Filters = [RegistryFilter.Equal("title", title)] };

    /// <summary>Schemas of a class.</summary>
    public static RegistryQuery OfClass(string classId) => new() { Filters = [RegistryFilter.Equal("meta:class", classId)] };

    /// <summary>Field groups that may extend a class.</summary>
    public static RegistryQuery ForClass(string classId) => new() { Filters = [RegistryFilter.Equal("meta:intendedToExtend", classId)] };

    /// <summary>Schemas that are enabled for Real-Time Customer Profile.</summary>
    public static RegistryQuery InUnion() => new() { Filters = [RegistryFilter.Equal("meta:immutableTags", "union")] };

    internal string[]? Property() => Filters.Count == 0 ? null : [.. Filters.Select(filter => filter.ToString())];
}
