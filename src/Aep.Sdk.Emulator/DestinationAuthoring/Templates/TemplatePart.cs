namespace Aep.Sdk.Emulator.DestinationAuthoring.Templates;

/// <summary>A part of a template: text, or what stands between delimiters.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text, without delimiters.</param>
/// <param name="Offset">Where the text begins in the template.</param>
internal sealed record TemplatePart(TemplatePartKind Kind, string Text, int Offset);
