namespace Aep.Sdk.Segmentation;

internal readonly record struct PqlToken(PqlTokenKind Kind, string Text, int Position)
{
    public bool Is(string text) => Kind is PqlTokenKind.Name or PqlTokenKind.Symbol && Text == text;

    public override string ToString() => Kind == PqlTokenKind.End ? "the end" : $"'{Text}'";
}
