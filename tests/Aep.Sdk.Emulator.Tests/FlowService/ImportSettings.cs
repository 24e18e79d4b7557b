namespace Aep.Sdk.Emulator.Tests.FlowService;

/// <summary>What is special in an import.</summary>
internal sealed record ImportSettings
{
    /// <summary><c>data</c> of the source connection.</summary>
    public string Data { get; init; } = """{ "format": "delimited" }""";

    /// <summary>The one file of the folder that is read, with a slash before it; empty for all.</summary>
    public string File { get; init; } = "";

    /// <summary>Whether the flow runs once, instead of every 15 minutes.</summary>
    public bool Once { get; init; }

    public bool Recursive { get; init; } = true;

    public int? Percent { get; init; }

    /// <summary>When the flow begins, in seconds since 1970.</summary>
    public long StartTime { get; init; }

    /// <summary>Whether files count that were there before the start.</summary>
    public bool? Backfill { get; init; }

    /// <summary>Where the score comes from.</summary>
    public string Score { get; init; } = "prediction";

    /// <summary>Further fields of the dataset, as JSON.</summary>
    public string ExtraFields { get; init; } = "{}";

    /// <summary>Further attributes of the file, and the fields that they go into.</summary>
    public (string Source, string Field)[] ExtraMappings { get; init; } = [];

    public string ScoreType { get; init; } = "ATTRIBUTE";
}
