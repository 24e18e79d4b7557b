namespace Aep.Sdk.Segmentation;

/// <summary>A rule that is no PQL. Nothing was sent.</summary>
public sealed class PqlSyntaxException : AepException
{
    internal PqlSyntaxException(int position, string problem, string hint)
        : base($"The rule is not valid at character {position + 1}: {problem} {hint}") => (Position, Hint) = (position, hint);

    /// <summary>Where the rule goes wrong: characters before the place.</summary>
    public int Position { get; }

    /// <summary>What to write instead.</summary>
    public string Hint { get; }
}
