namespace Aep.Sdk.Emulator.Sql;

/// <summary>The settings of a session: SET, SHOW.</summary>
internal sealed class SessionSettings
{
    private readonly Dictionary<string, string> _values = new(StringComparer.OrdinalIgnoreCase);

    public SessionSettings() => Reset();

    public string? this[string name] => _values.GetValueOrDefault(name);

    public IReadOnlyList<KeyValuePair<string, string>> All => [.. _values.OrderBy(pair => pair.Key, StringComparer.Ordinal)];

    public void Set(string name, string value) => _values[name] = value;

    public bool IsOn(string name) => _values.GetValueOrDefault(name)?.ToLowerInvariant() is "true" or "on" or "1" or "yes";

    public void Reset()
    {
        _values.Clear();
        foreach ((string name, string value) in ServerParameters.Defaults)
            _values[name] = value;
    }
}
