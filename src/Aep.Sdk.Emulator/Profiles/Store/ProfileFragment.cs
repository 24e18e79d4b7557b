namespace Aep.Sdk.Emulator.Profiles;

/// <summary>What one row of a record dataset says about a person.</summary>
/// <param name="Primary">The row's primary identity.</param>
/// <param name="DatasetId">Where it comes from.</param>
/// <param name="BatchId">The batch that brought it.</param>
/// <param name="Time">When it was said: the source's own time if the row has one, else the time of ingestion.</param>
/// <param name="Sequence">Order of reading, for what was said at the same time.</param>
/// <param name="Document">The row.</param>
internal sealed record ProfileFragment(
    ProfileKey Primary, string DatasetId, string BatchId, DateTimeOffset Time, long Sequence, IReadOnlyDictionary<string,
    object?> Document);
