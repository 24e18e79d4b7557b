namespace Aep.Sdk.Emulator.DestinationAuthoring.Templates;

/// <summary>A piece of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Name, symbol, digits, or the text between quotes.</param>
/// <param name="Offset">Where it stands in the template.</param>
internal readonly record struct TemplateToken(TemplateTokenKind Kind, string Text, int Offset);
