namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>A function of values. Unless it takes missing values, it has no value where one of its arguments has none.</summary>
internal sealed record PqlFunction(
    string Name, PqlType Result, IReadOnlyList<PqlKind> Parameters, Func<PqlSubject, object?[], object?> Apply)
{
    /// <summary>How many parameters must be given; the others are optional.</summary>
    public int Required { get; init; } = Parameters.Count;

    public bool TakesMissing { get; init; }

    /// <summary>The type of the result where it depends on the arguments.</summary>
    public Func<PqlBound[], PqlType>? ResultBy { get; init; }

    /// <summary>What else must hold before the rule is accepted.</summary>
    public Action<PqlCall>? Check { get; init; }

    public PqlType ResultOf(PqlBound[] arguments) => ResultBy?.Invoke(arguments) ?? Result;
}
