namespace Aep.Sdk.Identities;

/// <summary>An identity was named by a namespace that the sandbox does not have.</summary>
public sealed class UnknownNamespaceException : AepException
{
    private const int Most = 3;

    internal UnknownNamespaceException(string code, IReadOnlyList<string> known)
        : this(code, Closest(code, known), known.Count)
    {
    }

    private UnknownNamespaceException(string code, IReadOnlyList<string> near, int count)
        : base($"The identity namespace {code} does not exist. "
            + (near.Count > 0
                ? $"Near it are {string.Join(", ", near)}."
                : $"None of the {count} that do (Identities.Namespaces.ListAsync) is near it.")) =>
        (Namespace, Near) = (code, near);

    /// <summary>The code that was given.</summary>
    public string Namespace { get; }

    /// <summary>Codes that are like it, the nearest first.</summary>
    public IReadOnlyList<string> Near { get; }

    private static IReadOnlyList<string> Closest(string code, IReadOnlyList<string> known) =>
        [.. known.Select(other => (Code: other, Distance: Distance(code.ToUpperInvariant(), other.ToUpperInvariant())))
            .Where(other => other.Distance <= Math.Max(1, code.Length / 2) || other.Code.Contains(code, StringComparison.OrdinalIgnoreCase))
            .OrderBy(other => other.Distance).ThenBy(other => other.Code, StringComparer.Ordinal).Take(Most).Select(other => other.Code)];

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
