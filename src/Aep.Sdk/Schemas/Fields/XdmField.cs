using System.Collections.Frozen;
using System.Text.Json;

namespace Aep.Sdk.Schemas;

/// <summary>A field of a schema: what a value in its place must be.</summary>
public sealed record XdmField
{
    private FrozenDictionary<string, XdmField>? _byName;

    /// <summary>Name; empty for the root, for the elements of a list and for the values of a map.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Where it stands, from the root, with dots; <c>[]</c> is any element of a list, <c>{}</c> any value of a map:
    /// <c>productListItems[].SKU</c>, <c>identityMap{}[].id</c>. Empty for the root.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>Type as XDM names it.</summary>
    public required XdmFieldType Type { get; init; }

    /// <summary>Format of a text, for example <c>date-time</c>, <c>date</c>, <c>uri</c>, <c>email</c>.</summary>
    public string? Format { get; init; }

    /// <summary>Title.</summary>
    public string? Title { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>The only values that are allowed; empty when every value is.</summary>
    public IReadOnlyList<string> Enum { get; init; } = [];

    /// <summary>Titles of values, those of <see cref="Enum"/> or mere suggestions (<c>meta:enum</c>).</summary>
    public IReadOnlyDictionary<string, string> EnumTitles { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Smallest number that is allowed.</summary>
    public double? Minimum { get; init; }

    /// <summary>Greatest number that is allowed.</summary>
    public double? Maximum { get; init; }

    /// <summary>Every number must be greater than this.</summary>
    public double? ExclusiveMinimum { get; init; }

    /// <summary>Every number must be less than this.</summary>
    public double? ExclusiveMaximum { get; init; }

    /// <summary>Regular expression (ECMA 262) that a text must match somewhere.</summary>
    public string? Pattern { get; init; }

    /// <summary>Least length of a text, in characters.</summary>
    public int? MinLength { get; init; }

    /// <summary>Greatest length of a text, in characters.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Least number of elements of a list.</summary>
    public int? MinItems { get; init; }

    /// <summary>Greatest number of elements of a list.</summary>
    public int? MaxItems { get; init; }

    /// <summary>What stands in for a missing value; undefined where nothing does.</summary>
    public JsonElement Default { get; init; }

    /// <summary>True when the object that holds it must have it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>True when the field should not be used any more.</summary>
    public bool IsDeprecated { get; init; }

    /// <summary>True for the tenant's namespace and all below it: fields of the organisation, not of Adobe.</summary>
    public bool IsCustom { get; init; }

    /// <summary>The fields of an object, in the order of the schema.</summary>
    public IReadOnlyList<XdmField> Fields { get; init; } = [];

    /// <summary>What the elements of a list are; null for other types.</summary>
    public XdmField? Items { get; init; }

    /// <summary>What the values of a map are; null for other types.</summary>
    public XdmField? Values { get; init; }

    /// <summary>True for an object that may have members besides <see cref="Fields"/>: XDM leaves an object without fields open.</summary>
    public bool IsOpen => Type == XdmFieldType.Object && Fields.Count == 0;

    /// <summary>
    /// The resource whose fields it took in (<c>meta:referencedFrom</c>, or the <c>$ref</c> of a schema that is not resolved).
    /// </summary>
    public string? Reference { get; init; }

    /// <summary>The descriptors of this field.</summary>
    public IReadOnlyList<Descriptor> Descriptors { get; init; } = [];

    /// <summary>
    /// The path as descriptors write it: <c>/_acme/userid</c>. Elements of lists and values of maps have none of their own.
    /// </summary>
    public string SourceProperty =>
        "/" + Path.Replace("[]", "", StringComparison.Ordinal).Replace("{}", "", StringComparison.Ordinal).Replace('.', '/');

    /// <summary>JSON Pointer to the definition in the document that it was read from: where a patch changes it.</summary>
    internal string Location { get; init; } = "";

    /// <summary>The field of an object with this name, or null.</summary>
    public XdmField? Field(string name) =>
        (_byName ??= Fields.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal)).GetValueOrDefault(name);

    /// <summary>This field and all below it, each before those that it holds.</summary>
    public IEnumerable<XdmField> SelfAndDescendants() =>
        Children().SelectMany(child => child.SelfAndDescendants()).Prepend(this);

    /// <inheritdoc/>
    public override string ToString() => $"{(Path.Length == 0 ? "(root)" : Path)}: {Type}{(IsRequired ? ", required" : "")}";

    internal IEnumerable<XdmField> Children() => Fields.Concat(new[] { Items, Values }.OfType<XdmField>());
}
