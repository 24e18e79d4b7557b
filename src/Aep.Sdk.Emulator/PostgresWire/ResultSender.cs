using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>Sends results row by row, as the engine yields them; a slow client slows the engine, not the memory.</summary>
internal sealed class ResultSender(MessageWriter writer)
{
    /// <summary>Answers a statement of the simple protocol.</summary>
    public async ValueTask SendAsync(StatementResult result, CancellationToken cancellationToken)
    {
        if (result.Rows is ResultRows rows)
        {
            RowDescription.Write(writer, rows.Columns, ResultFormats.AllText);
            var data = new DataRow(rows, ResultFormats.AllText);
            while (rows.Read())
                await WriteRowAsync(data, rows, cancellationToken);
        }
        Complete(result);
    }

    /// <summary>Sends rows of a portal: all, or at most <paramref name="most"/>.</summary>
    public async ValueTask SendAsync(Portal portal, int most, CancellationToken cancellationToken)
    {
        if (portal.Result!.Rows is ResultRows rows)
        {
            portal.Formats.Check(rows.Columns.Count);
            portal.Rows ??= new DataRow(rows, portal.Formats);
            int sent = 0;
            while (portal.HasPendingRow || rows.Read())
            {
                portal.HasPendingRow = most > 0 && sent == most;
                if (portal.HasPendingRow)
                {
                    EmptyMessage.Write(writer, EmptyMessage.PortalSuspended);
                    return;
                }
                await WriteRowAsync(portal.Rows, rows, cancellationToken);
                sent++;
            }
        }
        Complete(portal.Result);
    }

    private void Complete(StatementResult result)
    {
        if (result.Notice is SqlNotice notice)
            NoticeResponse.Write(writer, notice);
        CommandComplete.Write(writer, result.Tag);
    }

    private async ValueTask WriteRowAsync(DataRow data, ResultRows rows, CancellationToken cancellationToken)
    {
        data.Write(writer, rows.Reader);
        if (writer.IsFull)
            await writer.FlushAsync(cancellationToken);
    }
}
