namespace Aep.Sdk.Profiles;

/// <summary>Profiles that consist of just these datasets, or carry identities of just these namespaces.</summary>
/// <param name="Members">Ids of the datasets, or codes of the namespaces.</param>
/// <param name="Profiles">How many profiles.</param>
public sealed record ProfileOverlap(IReadOnlyList<string> Members, long Profiles);
