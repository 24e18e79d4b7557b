namespace Aep.Sdk.Tests.Queries;

/// <summary>What a statement answers: columns with type ids (20 bigint, 25 text) and rows; or an error of an SQLSTATE.</summary>
internal sealed record PgAnswer(
    IReadOnlyList<(string Name, int Oid)> Columns, IReadOnlyList<object?[]> Rows, (string SqlState, string Message)? Error = null)
{
    /// <summary>After the rows nothing comes until the client asks to cancel.</summary>
    public bool Hangs { get; init; }
}
