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

    /// <summary>Adds what is said. What a newer row of the same dataset says anew is not kept twice.</summary>
    public void Add(ProfileFragment fragment)
    {
        Fragments.RemoveAll(other => other.DatasetId == fragment.DatasetId && other.Primary == fragment.Primary
            && other.Time <= fragment.Time && FragmentMerge.Covers(fragment.Document, other.Document));
        Fragments.Add(fragment);
        Merged = null;
    }
}
