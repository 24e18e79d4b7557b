namespace Aep.Sdk.Queries;

/// <summary>An interactive query failed: Query Service refused the session or the SQL, or the connection broke.</summary>
public sealed class AepQueryException : AepException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What failed, with the server's words.</param>
    public AepQueryException(string message)
        : base(message)
    {
    }

    /// <summary>PostgreSQL's code of the error, for example <c>42P01</c> for a table that does not exist; null when the connection
    /// broke.</summary>
    public string? SqlState { get; init; }

    /// <summary>More about the error.</summary>
    public string? Detail { get; init; }

    /// <summary>What the server suggests.</summary>
    public string? Hint { get; init; }

    /// <summary>Where in the SQL the error is, in characters from 1; 0 when the server does not say.</summary>
    public int Position { get; init; }

    /// <summary>Whether the same query may succeed later.</summary>
    public bool IsTransient { get; init; }
}
