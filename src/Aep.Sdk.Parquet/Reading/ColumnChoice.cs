using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Aep.Sdk.Parquet.Reading;

/// <summary>Which columns are wanted: those of a type, those of a list, or all.</summary>
internal sealed class ColumnChoice
{
    private static readonly ColumnChoice All = new(null, null);

    private readonly JsonTypeInfo? _type;
    private readonly IReadOnlyList<string>? _paths;

    private ColumnChoice(JsonTypeInfo? type, IReadOnlyList<string>? paths) => (_type, _paths) = (type, paths);

    public static ColumnChoice Of(IReadOnlyList<string> paths) => new(null, paths);

    /// <summary>The members of an object; all for what takes any member, or would miss one.</summary>
    public static ColumnChoice Of(JsonTypeInfo type) => new(HasMembersOnly(type) ? type : null, null)
    {
        Required = RequiredOf(type),
        Names = NamesOf(type),
    };

    /// <summary>Members that must be said also where they are null.</summary>
    public IReadOnlyList<string> Required { get; private init; } = [];

    /// <summary>How names of columns find members.</summary>
    public StringComparer Names { get; private init; } = StringComparer.Ordinal;

    /// <summary>What is wanted below a member; null when the member is not wanted.</summary>
    public ColumnChoice? Below(string name)
    {
        if (_paths is not null)
            return OfPaths(name);
        if (_type is null)
            return All;
        JsonPropertyInfo? member = _type.Properties.FirstOrDefault(property => Names.Equals(property.Name, name));
        return member is null ? null : OfMember(member.PropertyType);
    }

    /// <summary>What is wanted of the elements of a list or the values of a map.</summary>
    public ColumnChoice Items() => this;

    public override string ToString() => string.Join(", ", _paths ?? _type?.Properties.Select(property => property.Name) ?? []);

    private static StringComparer NamesOf(JsonTypeInfo type) =>
        type.Options.PropertyNameCaseInsensitive ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    private static IReadOnlyList<string> RequiredOf(JsonTypeInfo type) => type.Kind == JsonTypeInfoKind.Object
        ? [.. type.Properties.Where(property => property.IsRequired).Select(property => property.Name)]
        : [];

    private static bool HasMembersOnly(JsonTypeInfo type) => type.Kind == JsonTypeInfoKind.Object && type.Properties.Count > 0
        && type.UnmappedMemberHandling != JsonUnmappedMemberHandling.Disallow && !type.Properties.Any(property => property.IsExtensionData);

    private ColumnChoice OfMember(Type member)
    {
        JsonTypeInfo type = _type!.Options.GetTypeInfo(Nullable.GetUnderlyingType(member) ?? member);
        while (type.ElementType is { } element)
            type = _type.Options.GetTypeInfo(Nullable.GetUnderlyingType(element) ?? element);
        return Of(type);
    }

    private ColumnChoice? OfPaths(string name)
    {
        if (_paths!.Contains(name))
            return All;
        string[] below =
            [.. _paths!.Where(path => path.StartsWith(name + ".", StringComparison.Ordinal)).Select(path => path[(name.Length + 1)..])];
        return below.Length > 0 ? Of(below) : null;
    }
}
