using System.Text.RegularExpressions;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>A call or an operation that the engine has no function for, with the types of what it is given.</summary>
internal sealed partial record EngineCall(string Name, IReadOnlyList<string> Types, IReadOnlyList<string> Candidates)
{
    public bool IsOperator => Name is "+" or "-" or "*" or "/" or "//" or "%";

    /// <summary>The call that an error is about, or null when it is about something else.</summary>
    public static EngineCall? Read(string message)
    {
        Match call = Call().Match(message);
        if (!call.Success)
            return null;
        string name = call.Groups["name"].Value;
        string prefix = $"\t{name}(";
        IEnumerable<string> candidates = message.Split('\n').Where(line => line.StartsWith(prefix, StringComparison.Ordinal))
            .Select(line => line[prefix.Length..line.LastIndexOf(") ->", StringComparison.Ordinal)]);
        return new EngineCall(name, Split(call.Groups["types"].Value), [.. candidates]);
    }

    /// <summary>Whether it is given a text.</summary>
    public bool HasText => Types.Any(IsText);

    /// <summary>Whether an argument is a text, and a number is wanted in its place.</summary>
    public bool WantsNumber(int argument) => IsText(Types[argument])
        && Candidates.Select(Split).Any(types => types.Count == Types.Count && types[argument] == "DOUBLE")
        && !Candidates.Select(Split).Any(types => types.Count == Types.Count && IsText(types[argument]));

    public static bool IsText(string type) => type is "VARCHAR" or "STRING_LITERAL";

    private static List<string> Split(string types)
    {
        List<string> parts = [];
        int depth = 0, start = 0;
        for (int index = 0; index <= types.Length; index++)
        {
            if (index == types.Length || (depth == 0 && types[index] == ','))
            {
                if (index > start)
                    parts.Add(types[start..index].Trim());
                start = index + 1;
            }
            else
                depth += types[index] == '(' ? 1 : types[index] == ')' ? -1 : 0;
        }
        return parts;
    }

    [GeneratedRegex(
        """^(?:No function matches the given name and argument types '|Could not choose a best candidate function for the """
        + """function call ")"""
        + """(?<name>[^(]+)\((?<types>.*?)\)['"]\.""", RegexOptions.CultureInvariant)]
    private static partial Regex Call();
}
