using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>
/// The transaction block of a session. Query Service has no transactions over datasets: the commands are accepted, and a failure blocks the
/// rest of the block, but nothing is undone.
/// </summary>
internal sealed class TransactionBlock
{
    public TransactionStatus Status { get; private set; } = TransactionStatus.Idle;

    /// <summary>Refuses what may not run in a failed block.</summary>
    public void Check(SqlStatement statement)
    {
        if (Status == TransactionStatus.Failed && !Ends(statement))
            throw new SqlErrorException(
                SqlState.InFailedTransaction, "current transaction is aborted, commands ignored until end of transaction block");
    }

    /// <summary>Follows a statement that succeeded; answers with the tag to report when it differs.</summary>
    public string? Completed(SqlStatement statement)
    {
        bool failed = Status == TransactionStatus.Failed;
        if (statement.StartsWith("BEGIN") || statement.StartsWith("START", "TRANSACTION"))
            Status = TransactionStatus.InBlock;
        else if (Ends(statement))
            Status = TransactionStatus.Idle;
        return failed && Status == TransactionStatus.Idle ? "ROLLBACK" : null;
    }

    public void Failed()
    {
        if (Status == TransactionStatus.InBlock)
            Status = TransactionStatus.Failed;
    }

    private static bool Ends(SqlStatement statement) =>
        statement.StartsWith("COMMIT") || statement.StartsWith("END") || statement.StartsWith("ROLLBACK") || statement.StartsWith("ABORT");
}
