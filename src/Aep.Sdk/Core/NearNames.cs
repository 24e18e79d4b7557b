namespace Aep.Sdk.Core;

/// <summary>What somebody may have meant who gave a name that does not exist.</summary>
internal static class NearNames
{
    private const int Most = 3;

    /// <returns>At most three names that are like it, the nearest first.</returns>
    public static IReadOnlyList<string> Of(string name, IEnumerable<string> known) =>
        [.. known.Select(other => (Name: other, Distance: Distance(name.ToUpperInvariant(), other.ToUpperInvariant())))
            .Where(other => other.Distance <= Math.Max(1, name.Length / 2) || other.Name.Contains(name, StringComparison.OrdinalIgnoreCase))
            .OrderBy(other => other.Distance).ThenBy(other => other.Name, StringComparer.Ordinal).Take(Most).Select(other => other.Name)];

    // How many characters to put in, take out or exchange.
    private static int Distance(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 0; i < left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i + 1;
            for (int j = 0; j < right.Length; j++)
            {
                int exchanged = diagonal + (left[i] == right[j] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(exchanged, Math.Min(row[j], row[j + 1]) + 1);
            }
        }

        return row[^1];
    }
}
