namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>A piece of a rule. A name in back quotes is never a word of the language.</summary>
internal readonly record struct PqlToken(PqlTokenKind Kind, string Text, int Position, bool Quoted = false)
{
    public bool Is(string word) =>
        !Quoted && Kind is PqlTokenKind.Name or PqlTokenKind.Symbol && Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
