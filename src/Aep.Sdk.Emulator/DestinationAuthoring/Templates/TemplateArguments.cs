namespace Aep.Sdk.Emulator.DestinationAuthoring.Templates;

/// <summary>What a function or a filter is called with.</summary>
internal sealed record TemplateArguments(
    IReadOnlyList<TemplateExpression> Positional, IReadOnlyDictionary<string, TemplateExpression> Named)
{
    public static TemplateArguments None { get; } = new([], new Dictionary<string, TemplateExpression>());

    /// <summary>Brings the arguments into the order of the parameters.</summary>
    /// <returns>Null for a parameter without an argument.</returns>
    /// <exception cref="TemplateException">There are too many, or one has a name that no parameter has.</exception>
    public TemplateExpression?[] For(string name, IReadOnlyList<string> parameters, int offset)
    {
        if (Positional.Count > parameters.Count)
            throw new TemplateException($"'{name}' takes {parameters.Count} arguments at most, not {Positional.Count}.", offset);
        if (Named.Keys.FirstOrDefault(given => !parameters.Contains(given)) is { } unknown)
        {
            string known = parameters.Count == 0 ? "it has none" : $"it has {string.Join(", ", parameters)}";
            throw new TemplateException($"'{name}' has no argument '{unknown}': {known}.", offset);
        }
        return [.. parameters.Select((parameter, i) => i < Positional.Count ? Positional[i] : Named.GetValueOrDefault(parameter))];
    }
}
