namespace Aep.Sdk.Emulator.Profiles;

/// <summary>
/// Merges fragments attribute by attribute: objects are merged, all other values replaced. What is missing takes nothing away.
/// </summary>
internal static class FragmentMerge
{
    /// <param name="fragments">What is said about a person, in any order.</param>
    /// <param name="precedence">Datasets from the weightiest to the lightest, others do not count; null: the latest fragment holds.</param>
    public static IReadOnlyDictionary<string, object?> Merge(
        IReadOnlyList<ProfileFragment> fragments, IReadOnlyList<string>? precedence = null)
    {
        if (fragments.Count == 1 && precedence is null)
            return fragments[0].Document;
        var result = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (ProfileFragment fragment in Ordered(fragments, precedence))
            MergeInto(result, fragment.Document);
        return result;
    }

    /// <summary>Whether a later document leaves nothing of an earlier one.</summary>
    public static bool Covers(IReadOnlyDictionary<string, object?> later, IReadOnlyDictionary<string, object?> earlier) =>
        earlier.All(member =>
        later.TryGetValue(member.Key, out object? value)
        && (member.Value is not IReadOnlyDictionary<string, object?> inner
            || value is not IReadOnlyDictionary<string, object?> outer
            || Covers(outer, inner)));

    private static IEnumerable<ProfileFragment> Ordered(IReadOnlyList<ProfileFragment> fragments, IReadOnlyList<string>? precedence)
    {
        IOrderedEnumerable<ProfileFragment> byTime = precedence is null
            ? fragments.OrderBy(fragment => fragment.Time)
            : fragments.Where(fragment => precedence.Contains(fragment.DatasetId))
                .OrderByDescending(fragment => precedence.ToList().IndexOf(fragment.DatasetId)).ThenBy(fragment => fragment.Time);
        return byTime.ThenBy(fragment => fragment.Sequence);
    }

    private static void MergeInto(Dictionary<string, object?> target, IReadOnlyDictionary<string, object?> source)
    {
        foreach ((string name, object? value) in source)
        {
            if (value is not IReadOnlyDictionary<string, object?> inner)
            {
                target[name] = value;
                continue;
            }
            // A copy: fragments are shared by all views of the person.
            var copy = target.GetValueOrDefault(name) is IReadOnlyDictionary<string, object?> before
                ? new Dictionary<string, object?>(before, StringComparer.Ordinal)
                : new Dictionary<string, object?>(StringComparer.Ordinal);
            MergeInto(copy, inner);
            target[name] = copy;
        }
    }
}
