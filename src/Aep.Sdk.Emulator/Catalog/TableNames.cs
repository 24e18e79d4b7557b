using System.Globalization;
using System.Text;

namespace Aep.Sdk.Emulator.Catalog;

/// <summary>The name that a dataset gets as a table of Query Service.</summary>
internal static class TableNames
{
    // PostgreSQL cuts identifiers at 63 bytes; the rest is left for a number.
    private const int MaxLength = 56;

    /// <summary>Lower case, letters, digits and underscores; numbered when taken.</summary>
    public static string From(string datasetName, IReadOnlySet<string> taken)
    {
        string name = Clean(datasetName);
        string candidate = name;
        for (int number = 1; taken.Contains(candidate); number++)
            candidate = name + "_" + number.ToString(CultureInfo.InvariantCulture);
        return candidate;
    }

    private static string Clean(string datasetName)
    {
        var text = new StringBuilder();
        foreach (char letter in datasetName.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter) || letter == '_')
                text.Append(letter);
            else if (text.Length > 0 && text[^1] != '_')
                text.Append('_');
        }
        string name = text.ToString()[..Math.Min(text.Length, MaxLength)].TrimEnd('_');
        if (name.Length == 0)
            return "dataset";
        return char.IsAsciiDigit(name[0]) ? "_" + name : name;
    }
}
