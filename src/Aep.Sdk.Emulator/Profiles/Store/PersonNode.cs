namespace Aep.Sdk.Emulator.Profiles;

/// <summary>A person in the identity graph: identities that were seen together, and what is said about them.</summary>
internal sealed class PersonNode(ProfileKey key, long order)
{
    /// <summary>The identity that was seen first; it names the person.</summary>
    public ProfileKey Key => key;

    public long Order => order;

    public List<ProfileKey> Identities { get; } = [key];

    public List<ProfileFragment> Fragments { get; } = [];

    /// <summary>The profile by the default merge policy, until something new is said.</summary>
    public Profile? Merged { get; set; }
}
