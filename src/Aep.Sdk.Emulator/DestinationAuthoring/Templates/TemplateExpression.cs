namespace Aep.Sdk.Emulator.DestinationAuthoring.Templates;

/// <summary>Computes a value.</summary>
internal delegate object? TemplateExpression(TemplateScope scope);
