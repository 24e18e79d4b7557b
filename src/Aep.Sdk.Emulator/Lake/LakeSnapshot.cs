using System.Globalization;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Emulator.Lake;

/// <summary>The state of a dataset after one commit. <see cref="Files"/> are the Parquet files that its batch added.</summary>
internal sealed record LakeSnapshot(
    long Id, long ParentId, int Generation, string BatchId, DateTimeOffset CommittedAt, IReadOnlyList<string> Files, long Rows)
{
    /// <summary>The batches whose rows this commit takes out of the dataset.</summary>
    public IReadOnlyList<string>? Removes { get; init; }

    /// <summary>Files with rows that have expired in the dataset and that Profile, which may keep them longer, still reads.</summary>
    public IReadOnlyList<string>? Retired { get; init; }

    /// <summary>The files of the dataset and those that Profile still reads.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> FilesOfProfile => [.. Files, .. Retired ?? []];

    /// <summary>The id of one of <see cref="Files"/>, by which it is listed and downloaded.</summary>
    public string FileId(int index) => $"{BatchId}-{(index + 1).ToString(CultureInfo.InvariantCulture)}";
}
