using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aep.Sdk.Flows;

/// <summary>Files that a run read and wrote.</summary>
public sealed record RunFileSummary
{
    /// <summary>Files read.</summary>
    public long? InputFileCount { get; init; }

    /// <summary>Files written.</summary>
    public long? OutputFileCount { get; init; }

    /// <summary>Files that failed.</summary>
    public long? FailedFileCount { get; init; }

//@@EXT
}
