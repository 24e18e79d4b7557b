namespace Aep.Sdk.Emulator.DestinationAuthoring.Templates;

/// <summary>A template that cannot be read or rendered.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="offset">Where, as an index into the text; -1 when whoever calls knows it.</param>
internal sealed class TemplateException(string message, int offset = -1) : Exception(message)
{
    public int Offset { get; } = offset;

    /// <summary>The message with line and column.</summary>
    public string Describe(string template)
    {
        string before = template[..Math.Clamp(Offset, 0, template.Length)];
        return $"line {before.Count(letter => letter == '\n') + 1}, column {before.Length - before.LastIndexOf('\n')}: {Message}";
    }
}
