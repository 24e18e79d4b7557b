using Aep.Sdk.Emulator.Profiles;

namespace Aep.Sdk.Emulator.Segmentation;

/// <summary>What an export job writes, and where.</summary>
internal sealed record ExportRequest(string DatasetId, string SchemaId, MergePolicy Policy)
{
    /// <summary>The fields, dotted; empty for all.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>The audiences and which memberships count; empty for all profiles.</summary>
    public IReadOnlyList<(string Id, IReadOnlyList<string> Statuses)> Segments { get; init; } = [];

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? To { get; init; }
}
