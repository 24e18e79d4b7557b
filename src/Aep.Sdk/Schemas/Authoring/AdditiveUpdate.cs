using System.Text.Json.Nodes;

namespace Aep.Sdk.Schemas;

/// <summary>The patch that brings a resource of the registry to a definition, where that only adds.</summary>
internal sealed class AdditiveUpdate
{
    // What the definition need not say: a text that is missing is left as it is.
    private static readonly string[] Texts = ["title", "description", "meta:enum", "meta:status"];

    private readonly JsonObject _wanted;
    private readonly XdmFieldTree _present;
    private readonly Dictionary<string, HashSet<string>> _required = new(StringComparer.Ordinal);
    private readonly List<JsonPatchOperation> _steps = [];

    /// <exception cref="XdmBreakingChangeException">It would not only add; the exception has the list.</exception>
    public AdditiveUpdate(XdmResource present, JsonObject wanted)
    {
        _wanted = wanted;
        _present = XdmFieldTree.Parse(present.ToJson());
        XdmComparison all = _present.CompareWith(XdmFieldTree.Parse(wanted));
        Changes = new XdmComparison(
            [.. all.Changes.Where(change => change.Aspect != "$ref" && !(change.After is null && Texts.Contains(change.Aspect)))]);
        if (Changes.Breaking.ToArray() is { Length: > 0 } breaking)
            throw new XdmBreakingChangeException(present.Title, breaking);
        foreach (XdmChange change in Changes.Changes)
            Add(change);
        foreach ((string place, HashSet<string> names) in _required)
            _steps.Add(JsonPatchOperation.Add($"{place}/required", new JsonArray([.. names.Select(name => (JsonNode)name)])));
    }

    public XdmComparison Changes { get; }

    public IReadOnlyList<JsonPatchOperation> Steps => _steps;

    private void Add(XdmChange change)
    {
        XdmField parent = Parent(change.Field);
        if (change.Kind == XdmChangeKind.Added)
        {
            _steps.Add(JsonPatchOperation.Add(
                $"{parent.Location}/properties/{XdmPath.Token(change.Field.Name)}", Wanted(change.Field).DeepClone()));
            if (change.Field.IsRequired)
                Required(parent).Add(change.Field.Name);
        }
        else if (change.Aspect == "required")
        {
            Required(parent).Remove(change.Field.Name);
        }
        else
        {
            Set($"{_present.Find(change.Path)!.Location}/{change.Aspect}", Wanted(change.Field)[change.Aspect]);
        }
    }

    // In JSON Patch, to add a member that is there is to replace it.
    private void Set(string path, JsonNode? value) =>
        _steps.Add(value is null ? JsonPatchOperation.Remove(path) : JsonPatchOperation.Add(path, value.DeepClone()));

    private HashSet<string> Required(XdmField parent)
    {
        if (!_required.TryGetValue(parent.Location, out HashSet<string>? names))
            _required[parent.Location] = names = [.. parent.Fields.Where(field => field.IsRequired).Select(field => field.Name)];
        return names;
    }

    private XdmField Parent(XdmField field)
    {
        int end = Math.Max(0, field.Path.Length - field.Name.Length - 1);
        XdmField parent = field.Name.Length == 0
            ? _present.Find(field.Path)!
            : _present.All.FirstOrDefault(one => one.Path == field.Path[..end]) ?? _present.Root;
        if (parent.Path.Length == 0)
            throw new AepException(
                $"'{_present.Title}' has no object for {field.Path}: its own fields stand in another place, so nothing can be added.");
        return parent;
    }

    private JsonObject Wanted(XdmField field) => field.Location.Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate((JsonNode)_wanted,
            (node, token) => node[token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)]!)
                .AsObject();
}
