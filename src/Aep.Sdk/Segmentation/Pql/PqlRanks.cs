namespace Aep.Sdk.Segmentation;

/// <summary>The ranks of nodes.</summary>
internal static class PqlRanks
{
    public static PqlRank Of(PqlNode node) => node switch
    {
        PqlApply { AfterDot: null, Arguments.Count: > 1 } apply => OfOperator(apply.Function),
        PqlApply { AfterDot: null, Function: "not", Arguments.Count: 1 } => PqlRank.Not,
        PqlApply { AfterDot: null, Function: "-", Arguments.Count: 1 } => PqlRank.Negation,
        PqlLiteral { IsNegative: true } => PqlRank.Negation,
        PqlPhrase { What: "occurs" } => PqlRank.Comparison,
        PqlPhrase
        {
            Parts: [PqlWord { Text: "[" },
            ..]
        } or PqlPhrase { What: "a filter in brackets" or "a distance in time" } => PqlRank.Primary,
        // These go on as far as they can: whatever follows would become a part of them.
        PqlFunction or PqlQuantification or PqlSelect or PqlPhrase => PqlRank.Any,
        _ => PqlRank.Primary,
    };

    /// <summary>What a part of a phrase must at least be, to stand there without parentheses.</summary>
    public static PqlRank Inside(PqlPhrase phrase, PqlNode part) => phrase.What switch
    {
        "let" when ReferenceEquals(part, phrase.Parts[^1]) => PqlRank.Or,
        "a chain of events" => PqlRank.Any,
        "a filter in brackets" => ReferenceEquals(part, phrase.Parts[0]) ? PqlRank.Primary : PqlRank.Any,
        _ => part is PqlWord or PqlDeclaration ? PqlRank.Any : PqlRank.Sum,
    };

    private static PqlRank OfOperator(string function) => function switch
    {
        "or" => PqlRank.Or,
        "and" => PqlRank.And,
        "=" or "!=" or "<" or "<=" or ">" or ">=" or "in" or "notIn" or "like" => PqlRank.Comparison,
        "+" or "-" => PqlRank.Sum,
        "*" or "/" or "%" => PqlRank.Product,
        _ => PqlRank.Primary,
    };
}
