using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>A profile as rules read it: its attributes, and an identityMap of all identities, made only if a rule asks for it.</summary>
internal sealed class RuleDocument(Profile profile) : IReadOnlyDictionary<string, object?>
{
    private Dictionary<string, object?>? _identityMap;

    public int Count => Keys.Count();

    public IEnumerable<string> Keys => profile.Attributes.Keys.Where(name => name != Profile.IdentityMap).Append(Profile.IdentityMap);

    public IEnumerable<object?> Values => this.Select(member => member.Value);

    public object? this[string key] => TryGetValue(key, out object? value) ? value : throw new KeyNotFoundException(key);

    public bool ContainsKey(string key) => key == Profile.IdentityMap || profile.Attributes.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        if (key != Profile.IdentityMap)
            return profile.Attributes.TryGetValue(key, out value);
        value = _identityMap ??= profile.Identified();
        return true;
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() =>
        Keys.Select(key => KeyValuePair.Create(key, this[key])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
