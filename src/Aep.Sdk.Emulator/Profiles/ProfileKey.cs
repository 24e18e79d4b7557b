namespace Aep.Sdk.Emulator.Profiles;

/// <summary>An identity in a namespace. Namespaces are written in any case and kept in lower case.</summary>
internal readonly record struct ProfileKey(string Namespace, string Identity)
{
    public static ProfileKey Of(string space, string identity) => new(space.ToLowerInvariant(), identity);
}
