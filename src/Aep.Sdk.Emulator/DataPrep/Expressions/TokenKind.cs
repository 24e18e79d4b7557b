namespace Aep.Sdk.Emulator.DataPrep.Expressions;

internal enum TokenKind
{
    Name,
    Text,
    Number,
    Symbol,
    End,
}
