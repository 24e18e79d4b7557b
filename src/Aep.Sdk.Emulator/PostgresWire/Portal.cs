using Aep.Sdk.Emulator.QueryService.Queries;
using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>A bound statement of the extended protocol, and how far it was read.</summary>
internal sealed class Portal(SqlStatement? statement, SqlValues values, ResultFormats formats) : IDisposable
{
    public SqlStatement? Statement { get; } = statement;
    public SqlValues Values { get; } = values;
    public ResultFormats Formats { get; } = formats;

    /// <summary>The running result, once the portal was executed.</summary>
    public StatementResult? Result { get; set; }

    /// <summary>The record of its run in the list of queries.</summary>
    public InteractiveQuery? Query { get; set; }

    public DataRow? Rows { get; set; }

    /// <summary>A row that was read to see whether there is more, and is not sent yet.</summary>
    public bool HasPendingRow { get; set; }

    /// <summary>A portal that is closed before its last row has been read in part, and succeeded.</summary>
    public void Dispose()
    {
        if (Result is null)
            return;
        Query?.Succeed(Result);
        Result.Dispose();
    }
}
