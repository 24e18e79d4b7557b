using System.Globalization;

namespace Aep.Sdk.Schemas;

/// <summary>
/// What a field is made of, and when a change of it breaks: whatever allows fewer values than before, or other ones. More values, other
/// words and a field that need not be there any more break nothing.
/// </summary>
internal sealed record XdmAspect(string Name, Func<XdmField, string?> Value, Func<XdmField, XdmField, bool> IsBreaking)
{
    // The type comes first: where it differs, the rest does not matter.
    private static readonly IReadOnlyList<XdmAspect> All =
    [
        new("type", field => field.Type.Value, Always),
        new("format", field => field.Format, (_, after) => after.Format is not null),
        new("$ref", field => field.Reference, (before, after) => before.Reference is not null && after.Reference is not null),
        new("enum", field => field.Enum.Count == 0 ? null : string.Join('|', field.Enum), Narrows),
        new("pattern", field => field.Pattern, (_, after) => after.Pattern is not null),
        new("minimum", field => Text(field.Minimum), (before, after) => Rises(before.Minimum, after.Minimum)),
        new("exclusiveMinimum", field => Text(field.ExclusiveMinimum),
            (before, after) => Rises(before.ExclusiveMinimum, after.ExclusiveMinimum)),
        new("minLength", field => Text(field.MinLength), (before, after) => Rises(before.MinLength, after.MinLength)),
        new("minItems", field => Text(field.MinItems), (before, after) => Rises(before.MinItems, after.MinItems)),
        new("maximum", field => Text(field.Maximum), (before, after) => Rises(-before.Maximum, -after.Maximum)),
        new("exclusiveMaximum", field => Text(field.ExclusiveMaximum),
            (before, after) => Rises(-before.ExclusiveMaximum, -after.ExclusiveMaximum)),
        new("maxLength", field => Text(field.MaxLength), (before, after) => Rises(-before.MaxLength, -after.MaxLength)),
        new("maxItems", field => Text(field.MaxItems), (before, after) => Rises(-before.MaxItems, -after.MaxItems)),
        new("required", field => field.IsRequired ? "true" : null, (_, after) => after.IsRequired),
        new("title", field => field.Title, Never),
        new("description", field => string.IsNullOrEmpty(field.Description) ? null : field.Description, Never),
        new("meta:enum", field => field.EnumTitles.Count == 0 ? null : string.Join('|',
            field.EnumTitles.OrderBy(pair => pair.Key, StringComparer.Ordinal)), Never),
        new("meta:status", field => field.IsDeprecated ? "deprecated" : null, Never),
    ];

    public static IEnumerable<XdmChange> Differences(XdmField before, XdmField after) =>
        from aspect in All
        let old = aspect.Value(before)
        let now = aspect.Value(after)
        where old != now
        select new XdmChange(XdmChangeKind.Changed, after.Path, aspect.Name, old, now, aspect.IsBreaking(before, after)) { Field = after };

    private static bool Always(XdmField before, XdmField after) => true;

    private static bool Never(XdmField before, XdmField after) => false;

    private static bool Narrows(XdmField before, XdmField after) =>
        after.Enum.Count > 0 && (before.Enum.Count == 0 || before.Enum.Except(after.Enum).Any());

    // From no bound to one is a rise too.
    private static bool Rises(double? before, double? after) => after is { } now && (before is not { } old || now > old);

    private static string? Text(double? number) => number?.ToString(CultureInfo.InvariantCulture);
}
