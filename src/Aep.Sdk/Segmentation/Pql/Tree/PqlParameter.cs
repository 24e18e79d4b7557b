namespace Aep.Sdk.Segmentation;

/// <summary>A parameter of the rule: <c>$1</c>, the profile.</summary>
internal sealed record PqlParameter(int Position) : PqlNode
{
    public static PqlParameter Profile { get; } = new(1);
}
