namespace Aep.Sdk.Emulator.DestinationAuthoring.Templates;

internal enum TemplateTokenKind
{
    Name,
    Text,
    Number,
    Symbol,
    End,
}
