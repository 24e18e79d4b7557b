namespace Aep.Sdk.Emulator.DestinationAuthoring.Templates;

/// <summary>The variables of a template. What is set within a loop is there in its next round, too.</summary>
internal sealed class TemplateScope
{
    private readonly List<Dictionary<string, object?>> _levels;

    public TemplateScope(IReadOnlyDictionary<string, object?> context) => _levels = [new Dictionary<string, object?>(context)];

    /// <returns>Null for a name that nobody has set.</returns>
    public object? Find(string name) => LevelOf(name)?[name];

    /// <summary>Changes a variable where it is, or makes one.</summary>
    public void Set(string name, object? value) => (LevelOf(name) ?? _levels[^1])[name] = value;

    /// <summary>Runs a loop: its variables hide those of the same names outside.</summary>
    public void Loop(string name, Action<Action<string, object?>> rounds)
    {
        bool nested = _levels[^1].ContainsKey(LoopState.Name) || _levels[^1].ContainsKey(name);
        if (nested)
            _levels.Add([]);
        Dictionary<string, object?> level = _levels[^1];
        try
        {
            rounds((variable, value) => level[variable] = value);
        }
        finally
        {
            if (nested)
            {
                _levels.Remove(level);
            }
            else
            {
                level.Remove(LoopState.Name);
                level.Remove(name);
            }
        }
    }

    private Dictionary<string, object?>? LevelOf(string name) => _levels.FindLast(level => level.ContainsKey(name));
}
