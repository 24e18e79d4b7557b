namespace Aep.Sdk.CleanUp;

/// <summary>
/// Which resources to remove, by their names; with them goes what could not live without them, for example the dataflows of a dataset.
/// </summary>
public sealed class CleanUpSelection
{
    private const int ShortestPrefix = 3;
    private readonly Func<string, bool> _includes;

    private CleanUpSelection(Func<string, bool> includes) => _includes = includes;

    /// <summary>Resources with one of these names or titles, exactly.</summary>
    /// <param name="names">The names.</param>
    /// <exception cref="ArgumentException">There is none, or an empty one.</exception>
    public static CleanUpSelection Named(params IEnumerable<string> names)
    {
        HashSet<string> set = [.. names];
        if (set.Count == 0
            || set.Any(string.IsNullOrWhiteSpace)) throw new ArgumentException("Give at least one name, and no empty one.", nameof(names));
        return new CleanUpSelection(set.Contains);
    }

    /// <summary>Resources whose names or titles begin with a text.</summary>
    /// <param name="prefix">The text; at least three characters, so that a slip does not empty the sandbox.</param>
    /// <exception cref="ArgumentException">It is shorter.</exception>
    public static CleanUpSelection StartingWith(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        if (prefix.Trim().Length < ShortestPrefix) throw new ArgumentException(
            $"Give at least {ShortestPrefix} characters.", nameof(prefix));
        return new CleanUpSelection(name => name.StartsWith(prefix, StringComparison.Ordinal));
    }

    internal bool Includes(string? name) => name is { Length: > 0 } && _includes(name);
}
