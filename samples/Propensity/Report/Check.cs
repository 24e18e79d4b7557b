namespace Propensity.Report;

/// <summary>Two numbers that must be the same.</summary>
public sealed record Check(string Left, long LeftValue, string Right, long RightValue)
{
    public bool Agrees => LeftValue == RightValue;

    public override string ToString() => Agrees
        ? $"{Left} = {Right} = {LeftValue}"
        : $"{Left} ({LeftValue}) DIFFERS FROM {Right} ({RightValue})";
}
