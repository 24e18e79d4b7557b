using System.Text.Json;
using Aep.Sdk.Datasets;

namespace Aep.Sdk.Ingestion;

/// <summary>A row that AEP has refused, and why.</summary>
/// <typeparam name="T">What the row was meant to be.</typeparam>
public sealed record FailedRecord<T>
    where T : class
{
    /// <summary>
    /// The row. Null when it cannot be read as one, often for the very reason that AEP has refused it: then <see cref="Json"/> or
    /// <see cref="Text"/>.
    /// </summary>
    public T? Record { get; init; }

    /// <summary>Why <see cref="Record"/> is null.</summary>
    public string? Unreadable { get; init; }

    /// <summary>The row as JSON; null when it is not even that.</summary>
    public JsonElement? Json { get; init; }

    /// <summary>The row as AEP has kept it.</summary>
    public required string Text { get; init; }

    /// <summary>What AEP says is wrong with it.</summary>
    public IReadOnlyList<RowError> Errors { get; init; } = [];

    /// <summary>The file of the batch that it was in; null where AEP does not say.</summary>
    public string? FileName { get; init; }

    /// <summary>Without the row, which may be about a person.</summary>
    public override string ToString() => string.Join("; ", Errors);
}
