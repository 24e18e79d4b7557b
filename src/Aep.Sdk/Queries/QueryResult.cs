using System.Runtime.CompilerServices;

namespace Aep.Sdk.Queries;

/// <summary>A result whose columns are known before its rows: for writers of files. Read it once and dispose it.</summary>
public class QueryResult : IAsyncDisposable
{
    private readonly QueryReader _reader;

    internal QueryResult(QueryReader reader) => (_reader, Columns) = (reader, reader.Columns);

    /// <summary>For substitutes in tests.</summary>
    protected QueryResult() => (_reader, Columns) = (null!, []);

    /// <summary>The columns, in order.</summary>
    public virtual IReadOnlyList<QueryColumn> Columns { get; }

    /// <summary>The rows, streamed.</summary>
    /// <param name="cancellationToken">Cancels the query on the server too.</param>
    /// <exception cref="AepQueryException">The query failed, or Query Service's row limit may have cut the result.</exception>
    public virtual async IAsyncEnumerable<QueryRow> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var row = RowStream.Rows(Columns);
        while (await _reader.ReadAsync(cancellationToken).ConfigureAwait(false)) yield return row(_reader.Rows);
    }

    /// <summary>Ends the query, on the server too if it is not over.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        if (_reader is not null) await _reader.DisposeAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }
}
