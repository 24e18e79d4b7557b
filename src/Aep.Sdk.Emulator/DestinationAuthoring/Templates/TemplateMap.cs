namespace Aep.Sdk.Emulator.DestinationAuthoring.Templates;

/// <summary>A map that is no JSON: written in a template, or made by a function.</summary>
internal sealed record TemplateMap(IReadOnlyList<KeyValuePair<string, object?>> Entries)
{
    public object? this[string key] => Entries.FirstOrDefault(entry => entry.Key == key).Value;
}
