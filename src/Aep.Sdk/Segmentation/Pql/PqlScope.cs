namespace Aep.Sdk.Segmentation;

/// <summary>The variables that are known at a place of a rule.</summary>
internal sealed class PqlScope
{
    private readonly List<string> _names = [];

    public bool Has(string name) => _names.Contains(name);

    public void Declare(string name) => _names.Add(name);

    /// <summary>What is declared inside is forgotten behind it.</summary>
    public T Inside<T>(Func<T> parse)
    {
        int outside = _names.Count;
        T parsed = parse();
        _names.RemoveRange(outside, _names.Count - outside);
        return parsed;
    }

    public T With<T>(IEnumerable<string> names, Func<T> parse) => Inside(() =>
    {
        _names.AddRange(names);
        return parse();
    });
}
