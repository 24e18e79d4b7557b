namespace Aep.Sdk.Emulator.Gateway;

/// <summary>Names that must be different.</summary>
internal static class Repetition
{
    /// <summary>The first name that stands a second time; null when all are different.</summary>
    public static string? Twice(this IEnumerable<string> names, StringComparer? comparer = null)
    {
        HashSet<string> seen = new(comparer ?? StringComparer.Ordinal);
        return names.FirstOrDefault(name => !seen.Add(name));
    }
}
