namespace Aep.Sdk.Emulator;

/// <summary>
/// When pseudonymous profiles are removed from the profile store: those that have identities of certain namespaces alone, and nothing new
/// for a time. On AEP it is set for an organisation in the user interface or by support; no operation of the API does.
/// </summary>
/// <param name="Namespaces">Codes of the namespaces that tell nothing of a person, for example <c>ECID</c>.</param>
/// <param name="After">How long nothing has come: no event, by its own time, and no attribute, by the time of its ingestion.</param>
/// <exception cref="ArgumentException">There is no namespace, or no time.</exception>
public sealed record PseudonymousProfileExpiration(IReadOnlyCollection<string> Namespaces, TimeSpan After)
{
    /// <summary>Codes of the namespaces that tell nothing of a person.</summary>
    public IReadOnlyCollection<string> Namespaces { get; } =
        Namespaces.Count > 0 ? Namespaces : throw new ArgumentException("Give at least one namespace.", nameof(Namespaces));

    /// <summary>How long nothing has come.</summary>
    public TimeSpan After { get; } =
        After > TimeSpan.Zero ? After : throw new ArgumentException("The time must be longer than zero.", nameof(After));
}
