namespace Aep.Sdk.Segmentation;

/// <summary>A rule that has no other form, or JSON that is no rule. Nothing was sent.</summary>
public sealed class PqlFormatException : AepException
{
    internal PqlFormatException(string message)
        : base(message)
    {
    }
}
