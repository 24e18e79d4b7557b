using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Queries;

/// <summary>State of a query in the background. AEP may add values; unknown ones pass through.</summary>
/// <param name="Value">The value as AEP writes it.</param>
[JsonConverter(typeof(OpenStringConverter<QueryState>))]
public readonly record struct QueryState(string Value) : IOpenString<QueryState>
{
    /// <summary>Waits.</summary>
    public static QueryState Submitted => new("SUBMITTED");

    /// <summary>Runs.</summary>
    public static QueryState InProgress => new("IN_PROGRESS");

    /// <summary>Has ended well.</summary>
    public static QueryState Success => new("SUCCESS");

    /// <summary>Has failed.</summary>
    public static QueryState Failed => new("FAILED");

    /// <summary>Was cancelled.</summary>
    public static QueryState Killed => new("KILLED");

    /// <summary>Took too long and was ended.</summary>
    public static QueryState TimedOut => new("TIMEOUT");

    /// <inheritdoc/>
    public static QueryState Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
