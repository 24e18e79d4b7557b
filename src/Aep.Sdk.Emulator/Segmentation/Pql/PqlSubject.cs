namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>
/// Whom a rule is asked about: a merged profile, its events in the order of time, the audiences it is in, and when the question is asked.
/// Values are double, string, bool, <see cref="DateTimeOffset"/>, <see cref="DateOnly"/>, lists and dictionaries.
/// </summary>
internal sealed record PqlSubject(IReadOnlyDictionary<string, object?> Profile, DateTimeOffset Now)
{
    public IReadOnlyList<object?> Events { get; init; } = [];

    public Func<string, bool> InSegment { get; init; } = static _ => false;
}
