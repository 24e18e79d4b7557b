namespace Aep.Sdk.CleanUp;

/// <summary>Something that was selected and stays all the same.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, where it has one.</param>
/// <param name="Reason">Why it stays.</param>
public sealed record CleanUpKept(string Kind, string Id, string? Name, string Reason)
{
    /// <summary>A line for people.</summary>
    public override string ToString() => $"{Kind} {Name} ({Id}): {Reason}";
}
