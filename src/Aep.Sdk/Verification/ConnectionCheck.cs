namespace Aep.Sdk;

/// <summary>One check of a connection.</summary>
/// <param name="Name">What was checked; a permission as the Permissions UI shows it: “Data Modeling: Manage Schemas”.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Detail">What was found, or what to do.</param>
public sealed record ConnectionCheck(string Name, CheckOutcome Outcome, string Detail)
{
    /// <summary>A line for people.</summary>
    public override string ToString() => $"{Outcome,-7} {Name}: {Detail}";
}
