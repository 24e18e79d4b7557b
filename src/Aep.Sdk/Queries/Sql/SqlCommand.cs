namespace Aep.Sdk.Queries;

/// <summary>One of the commands of an SQL text.</summary>
/// <param name="Text">The command without its semicolon.</param>
/// <param name="Words">Its words outside quotes, comments and parentheses, in upper case.</param>
internal sealed record SqlCommand(string Text, IReadOnlyList<string> Words)
{
    private static readonly string[] Reading = ["SELECT", "WITH", "VALUES", "TABLE", "SHOW", "DESCRIBE", "EXPLAIN"];
    private static readonly string[] Plain = [.. Reading, "INSERT", "CREATE", "DROP", "ALTER", "ANALYZE"];

    /// <summary>Whether it only reads: it can be sent once more.</summary>
    public bool Reads => Words.Count > 0 && Reading.Contains(Words[0]);

    /// <summary>Whether it gives the rows of a query, of which there may be too many.</summary>
    public bool Selects => Words is ["SELECT" or "WITH" or "TABLE" or "VALUES", ..];

    /// <summary>Whether it makes a table of a query's rows.</summary>
    public bool CreatesTable => Words is ["CREATE", "TABLE", ..];

    /// <summary>Whether the session is as before when it has run: it can serve somebody else.</summary>
    public bool LeavesNothing => Words.Count > 0 && Plain.Contains(Words[0]) && Words is not ["CREATE", "TEMP" or "TEMPORARY", ..];

    public bool HasLimit => Words.Contains("LIMIT");
}
