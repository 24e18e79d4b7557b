using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Aep.Sdk.Schemas;

/// <summary>The patterns of a schema, read once.</summary>
internal sealed class XdmPatterns
{
    // A pattern comes from outside; one that runs away must not stop the program.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly FrozenDictionary<string, Regex> _patterns;

    public XdmPatterns(XdmFieldTree fields)
    {
        var patterns = new Dictionary<string, Regex>(StringComparer.Ordinal);
        var unreadable = new List<string>();
        foreach (XdmField field in fields.All.Where(field => field.Pattern is not null))
        {
            if (Read(field.Pattern!) is { } pattern)
                patterns.TryAdd(field.Pattern!, pattern);
            else
                unreadable.Add(field.Path);
        }
        (_patterns, Unreadable) = (patterns.ToFrozenDictionary(StringComparer.Ordinal), unreadable);
    }

    public IReadOnlyList<string> Unreadable { get; }

    public bool Allows(string pattern, string text) => !_patterns.TryGetValue(pattern, out Regex? regex) || regex.IsMatch(text);

    private static Regex? Read(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, Patience);
        }
        catch (RegexParseException)
        {
            return null; // ECMA 262 has a few things that .NET has not; the caller reports it
        }
    }
}
