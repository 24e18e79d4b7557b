namespace Aep.Sdk.Segmentation;

internal enum PqlTokenKind
{
    End,
    Name,
    Number,
    Text,
    Symbol,
}
