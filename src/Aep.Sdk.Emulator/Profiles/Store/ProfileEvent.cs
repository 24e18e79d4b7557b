namespace Aep.Sdk.Emulator.Profiles;

/// <summary>An experience event of a person.</summary>
internal sealed record ProfileEvent(string DatasetId, IReadOnlyDictionary<string, object?> Document)
{
    public DateTimeOffset? Time => TimeOf(Document);

    public string? Id => Document.GetValueOrDefault("_id") as string;

    public static DateTimeOffset? TimeOf(object? document) =>
        (document as IReadOnlyDictionary<string, object?>)?.GetValueOrDefault("timestamp") as DateTimeOffset?;
}
