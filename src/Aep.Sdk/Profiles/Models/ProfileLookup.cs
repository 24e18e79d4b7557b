namespace Aep.Sdk.Profiles;

/// <summary>The profiles that several identities belong to.</summary>
/// <param name="Profiles">The profiles by their id; fewer than identities where several belong to one profile, or to none.</param>
/// <param name="Errors">Identities for which the service failed.</param>
public sealed record ProfileLookup(IReadOnlyDictionary<string, Profile> Profiles, IReadOnlyList<ProfileLookupError> Errors);
