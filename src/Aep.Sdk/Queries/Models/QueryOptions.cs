using System.Text.Json.Serialization.Metadata;

namespace Aep.Sdk.Queries;

/// <summary>How an interactive query runs.</summary>
public sealed record QueryOptions
{
    /// <summary>
    /// The database: <c>all</c> for all datasets of the sandbox, or the name of one table. With a colon it stands for itself:
    /// <c>prod:all</c>. Null for the
    /// service's default, <c>{sandbox}:all</c>.
    /// </summary>
    public string? Database { get; init; }

    /// <summary>How long the server may be silent before the query is given up. Query Service itself ends an interactive query after ten
    /// minutes.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Lifts Query Service's limit of 50,000 rows with <c>LIMIT 0</c>, where the statement has no LIMIT of its own. Without it a result
    /// that
    /// may have been cut ends in an <see cref="AepQueryException"/>.
    /// </summary>
    public bool AllRows { get; init; }

    /// <summary>Takes a result of exactly 50,000 rows without a LIMIT as it is: it may have been cut.</summary>
    public bool AcceptCutResult { get; init; }

    /// <summary>
    /// When a SELECT has given no row after this time, it is stopped and runs in the background (<c>POST /queries</c>), where no time
    /// limit holds: into a
    /// table of its own, which is read and dropped. A CREATE TABLE AS runs in the background as it stands. Null to stay interactive.
    /// </summary>
    public TimeSpan? MoveToBackgroundAfter { get; init; }

    /// <summary>Source-generated metadata of the types that nested fields become, for programs that are trimmed or compiled ahead of
    /// time.</summary>
    public IJsonTypeInfoResolver? Json { get; init; }

    internal static QueryOptions Default { get; } = new();

    internal static QueryOptions Everything { get; } = new() { AllRows = true };
}
