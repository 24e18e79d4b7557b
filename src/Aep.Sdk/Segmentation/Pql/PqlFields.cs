namespace Aep.Sdk.Segmentation;

/// <summary>
/// What a rule reads: fields of the profile (<c>_acme.score</c>) and of its events (<c>xEvent.eventType</c>), and other segments.
/// </summary>
internal sealed class PqlFields
{
    public const string Events = "xEvent";

    // Their other arguments speak of the items of the list before the dot.
    private static readonly HashSet<string> OfItems = ["filter", "topN", "bottomN", "CHAIN"];

    // What they give are items of that list again.
    private static readonly HashSet<string> KeepItems = ["filter", "topN", "bottomN", "distinct", "head", "first"];

    private readonly SortedSet<string> _paths = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _segments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _variables = new(StringComparer.Ordinal);

    // Where names begin: the profile, then the list of each filter that stands around them.
    private readonly List<string?> _roots = [""];

    private PqlFields()
    {
    }

    public IReadOnlyCollection<string> Paths => _paths;

    /// <summary>Ids of the segments whose members the rule takes.</summary>
    public IReadOnlyCollection<string> Segments => _segments;

    /// <exception cref="PqlSyntaxException">The text is no PQL.</exception>
    /// <exception cref="PqlFormatException">The JSON is no rule.</exception>
    public static PqlFields Of(SegmentExpression rule)
    {
        var fields = new PqlFields();
        fields.Visit(Pql.Tree(rule));
        return fields;
    }

    private void Visit(PqlNode node)
    {
        switch (node)
        {
            case PqlLookup or PqlVariable when PathOf(node) is { Length: > 0 } path:
                _paths.Add(path);
                // What chooses the items that the field is of reads others.
                if (Origin(node) is not (PqlVariable or PqlParameter or PqlUp) and var chosen) Visit(chosen);
                break;
            case PqlDeclaration declaration: Declare(declaration); break;
            case PqlFunction function:
                foreach (string parameter in function.Parameters) _variables[parameter] = _roots[^1];
                Visit(function.Body);
                break;
            case PqlPhrase { What: "let", Parts: [_, PqlWord name, _, var value, _, var body] }:
                Visit(value);
                _variables[name.Text] = PathOf(value);
                Visit(body);
                break;
            case PqlPhrase { What: "an aggregation" } aggregation:
                // The variables stand behind the value that speaks of them.
                foreach (PqlNode part in aggregation.Parts.OrderBy(part => part is PqlDeclaration ? 0 : 1)) Visit(part);
                break;
            case PqlPhrase { What: "a filter in brackets" } filter: Inside(filter.Parts[0], filter.Parts.Skip(1)); break;
            case PqlApply { Function: "inSegment" } membership:
                foreach (PqlLiteral id in membership.Arguments.OfType<PqlLiteral>()) _segments.Add(id.Value);
                break;
            case PqlApply { Arguments: [var list, ..] } apply when OfItems.Contains(apply.Function):
                Inside(list, apply.Arguments.Skip(1));
                break;
            default:
                foreach (PqlNode child in node.Children) Visit(child);
                break;
        }
    }

    private void Declare(PqlDeclaration declaration)
    {
        Visit(declaration.From);
        _variables[declaration.Name] = PathOf(declaration.From);
        if (declaration.Where is not null) Visit(declaration.Where);
    }

    private void Inside(PqlNode list, IEnumerable<PqlNode> parts)
    {
        Visit(list);
        _roots.Add(PathOf(list));
        foreach (PqlNode part in parts) Visit(part);
        _roots.RemoveAt(_roots.Count - 1);
    }

    private static PqlNode Origin(PqlNode node) => node is PqlLookup lookup ? Origin(lookup.Object) : node;

    // Null where what a node gives is no part of the profile any more.
    private string? PathOf(PqlNode node) => node switch
    {
        PqlParameter { Position: 1 } => _roots[^1],
        PqlUp up => up.Levels < _roots.Count ? _roots[^(1 + up.Levels)] : null,
        PqlVariable variable => _variables.GetValueOrDefault(variable.Name),
        PqlLookup lookup => PathOf(lookup.Object) switch
        {
            null => null,
            "" => lookup.Field,
            var path => $"{path}.{lookup.Field}",
        },
        PqlSelect { Variables: [var first, ..] } => PathOf(first.From),
        PqlPhrase { What: "a filter in brackets" } filter => PathOf(filter.Parts[0]),
        PqlApply { Arguments: [var list, ..] } apply when KeepItems.Contains(apply.Function) => PathOf(list),
        _ => null,
    };
}
