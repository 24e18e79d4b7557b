using System.Globalization;

namespace Aep.Sdk.Datasets;

/// <summary>
/// A condition on a member of a catalog object, one of the first level (<c>state</c>, not <c>schemaRef.id</c>). All conditions of a query
/// must hold.
/// </summary>
public sealed record CatalogFilter
{
    private CatalogFilter(string condition) => Condition = condition;

    /// <summary>The condition as Catalog reads it.</summary>
    internal string Condition { get; }

    /// <summary>The member is there.</summary>
    public static CatalogFilter Exists(string property) => new(Checked(property));

    /// <summary>The member is not there.</summary>
    public static CatalogFilter Missing(string property) => new($"!{Checked(property)}");

    /// <summary>The member is this text.</summary>
    public static CatalogFilter Equal(string property, string value) => new($"{Checked(property)}=={value}");

    /// <summary>The member is another text than this, or not there.</summary>
    public static CatalogFilter NotEqual(string property, string value) => new($"{Checked(property)}!={value}");

    /// <summary>The member, a text, matches a regular expression.</summary>
    public static CatalogFilter Matches(string property, string pattern) => new($"{Checked(property)}~{pattern}");

    /// <summary>The member is a time at or after this.</summary>
    public static CatalogFilter From(string property, DateTimeOffset time) => new($"{Checked(property)}>={Milliseconds(time)}");

    /// <summary>The member is a time before this.</summary>
    public static CatalogFilter Before(string property, DateTimeOffset time) => new($"{Checked(property)}<{Milliseconds(time)}");

    /// <inheritdoc/>
    public override string ToString() => Condition;

    /// <summary>The values of <c>property</c>; null for no condition.</summary>
    internal static string[]? Conditions(IEnumerable<CatalogFilter> filters)
    {
        string[] conditions = [.. filters.Select(filter => filter.Condition)];
        return conditions.Length == 0 ? null : conditions;
    }

    private static string Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private static string Checked(string property)
    {
        ArgumentException.ThrowIfNullOrEmpty(property);
        return property.AsSpan().IndexOfAny("!~=<>&.") < 0
            ? property
            : throw new ArgumentException(
                $"\"{property}\" is no member of the first level: Catalog compares only those.", nameof(property));
    }
}
