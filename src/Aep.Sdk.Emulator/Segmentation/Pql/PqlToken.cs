namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>A piece of a rule. A name is a whole path: <c>_tenant.propensity</c>.</summary>
internal readonly record struct PqlToken(PqlTokenKind Kind, string Text, int Position)
{
    public bool Is(string word) => Kind is PqlTokenKind.Name or PqlTokenKind.Symbol && Text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
