namespace Aep.Sdk.Emulator.Segmentation.Pql;

internal enum PqlTokenKind
{
    Name,
    Number,
    Text,
    Symbol,
    Parameter,
    End,
}
