using System.Text.Json;

namespace Aep.Sdk.Schemas;

/// <summary>
/// A definition with all that it is composed of: its own members, and those of the parts that <c>allOf</c> and local references name. Two
/// parts may both have an object of one name (the tenant's namespace, usually): its fields are those of both.
/// </summary>
internal sealed class XdmParts
{
    private readonly List<XdmPlace> _parts = [];
    private readonly HashSet<string> _required = new(StringComparer.Ordinal);
    private readonly XdmDocument _document;

    private XdmParts(XdmPlace place, XdmDocument document)
    {
        _document = document;
        Add(place, depth: 0);
        XdmPlace main = _parts.FirstOrDefault(part => part.Definition.TryGetProperty("type", out _)) ?? place;
        (Definition, Location) = (main.Definition, main.Location);
        Properties = [.. Merge()];
    }

    /// <summary>The part that says the type.</summary>
    public JsonElement Definition { get; }

    /// <summary>Where that part stands.</summary>
    public string Location { get; }

    /// <summary>The members of all parts.</summary>
    public IReadOnlyList<XdmProperty> Properties { get; }

    public static XdmParts Of(XdmPlace place, XdmDocument document) => new(place, document);

    private void Add(XdmPlace place, int depth)
    {
        const int Deepest = 20;
        if (depth > Deepest)
            throw new AepException($"{_document.Title ?? _document.Id}: the references at {place.Location} go round in a circle.");
        RequireObject(place);
        _parts.Add(place);
        _required.UnionWith(place.Definition.Texts("required"));
        if (place.Definition.Text("$ref") is { } reference && _document.Resolve(reference) is { } found)
            Add(place with { Definition = found.Element, Location = found.Location }, depth + 1);
        int index = 0;
        foreach (JsonElement part in place.Definition.List("allOf"))
            Add(place with { Definition = part, Location = $"{place.Location}/allOf/{index++}" }, depth + 1);
    }

    private IEnumerable<XdmProperty> Merge()
    {
        var places = new List<(string Name, XdmPlace Place)>();
        foreach (XdmPlace part in _parts)
        {
            foreach (JsonProperty property in part.Definition.Members("properties"))
            {
                XdmPlace place =
                    part with { Definition = property.Value, Location = $"{part.Location}/properties/{XdmPath.Token(property.Name)}" };
                RequireObject(place);
                places.Add((property.Name, place));
            }
        }
        return places.GroupBy(pair => pair.Name, StringComparer.Ordinal)
            .Select(same => Combine(same.Key, [.. same.Select(pair => pair.Place)]));
    }

    private void RequireObject(XdmPlace place)
    {
        if (place.Definition.ValueKind != JsonValueKind.Object)
            throw new AepException(
                $"{_document.Title ?? _document.Id}: the definition at {place.Location} is {place.Definition.ValueKind}, not an object.");
    }

    private XdmProperty Combine(string name, IReadOnlyList<XdmPlace> same)
    {
        // The first that has fields of its own is where a patch adds more.
        XdmPlace main = same.FirstOrDefault(place => place.Definition.TryGetProperty("properties", out _)) ?? same[0];
        JsonElement definition = same.Count == 1 ? main.Definition : XdmMerge.AllOf(same.Select(place => place.Definition));
        return new XdmProperty(name, definition, main.Location, _required.Contains(name));
    }
}
