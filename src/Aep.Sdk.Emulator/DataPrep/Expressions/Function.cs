namespace Aep.Sdk.Emulator.DataPrep.Expressions;

/// <summary>A function of the language; the arguments are values.</summary>
internal sealed record Function(
    string Name, string Category, int Least, int Most, string Example, Func<EvaluationContext, object?[], object?> Apply)
{
    /// <summary>True when the second argument names a member of the items of the first, with or without quotes.</summary>
    public bool NamesMember { get; init; }

    public const int Any = int.MaxValue;

    public string Arity => Least == Most ? $"{Least}" : Most == Any ? $"{Least} or more" : $"{Least} to {Most}";
}
