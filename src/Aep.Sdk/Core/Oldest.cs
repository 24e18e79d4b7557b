namespace Aep.Sdk.Core;

/// <summary>Which of several of one name counts: the oldest, and of equally old ones that with the lowest id, so that all agree.</summary>
internal static class Oldest
{
    /// <param name="all">Those of one name.</param>
    /// <param name="createdAt">When one was created, in milliseconds since 1970; null where it is not known.</param>
    /// <param name="id">The id of one.</param>
    public static T? Of<T>(IEnumerable<T> all, Func<T, long?> createdAt, Func<T, string> id)
        where T : class =>
        all.OrderBy(one => createdAt(one) ?? long.MaxValue).ThenBy(id, StringComparer.Ordinal).FirstOrDefault();
}
