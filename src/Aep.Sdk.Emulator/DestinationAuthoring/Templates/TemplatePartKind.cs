namespace Aep.Sdk.Emulator.DestinationAuthoring.Templates;

internal enum TemplatePartKind
{
    Text,

    /// <summary>Between double braces: a value.</summary>
    Output,

    /// <summary>Between brace and percent: a statement.</summary>
    Tag,
}
