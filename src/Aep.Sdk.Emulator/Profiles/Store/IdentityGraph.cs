namespace Aep.Sdk.Emulator.Profiles;

/// <summary>Which identities belong to one person: those that stand in one row, and whatever is linked through them.</summary>
internal sealed class IdentityGraph
{
    private readonly Dictionary<ProfileKey, PersonNode> _byKey = [];
    private readonly HashSet<PersonNode> _people = [];
    private readonly Dictionary<(ProfileKey From, ProfileKey To), IdentityLink> _links = [];
    private long _order;

    public IReadOnlyCollection<PersonNode> People => _people;

    public IEnumerable<IdentityLink> Links => _links.Values;

    public PersonNode? Find(ProfileKey key) => _byKey.GetValueOrDefault(key);

    /// <summary>Puts identities of one row together.</summary>
    public PersonNode Link(IReadOnlyList<ProfileKey> keys, string datasetId, string batchId, DateTimeOffset time)
    {
        PersonNode person = FindOrAdd(keys[0]);
        for (int i = 1; i < keys.Count; i++)
        {
            if (!_links.TryGetValue((keys[0], keys[i]), out IdentityLink? link))
                _links[(keys[0], keys[i])] = link = new IdentityLink(keys[0], keys[i], time);
            link.Add(datasetId, batchId, time);
            person = Join(person, FindOrAdd(keys[i]));
        }
        return person;
    }

    private PersonNode FindOrAdd(ProfileKey key)
    {
        if (_byKey.TryGetValue(key, out PersonNode? person))
            return person;
        _byKey[key] = person = new PersonNode(key, _order++);
        _people.Add(person);
        return person;
    }

    // The younger person becomes part of the older one, whose name stays.
    private PersonNode Join(PersonNode first, PersonNode second)
    {
        if (first == second)
            return first;
        PersonNode older = first.Order < second.Order ? first : second, younger = first == older ? second : first;
        foreach (ProfileKey key in younger.Identities)
            _byKey[key] = older;
        older.Identities.AddRange(younger.Identities);
        older.Fragments.AddRange(younger.Fragments);
        older.Merged = null;
        _people.Remove(younger);
        return older;
    }
}
