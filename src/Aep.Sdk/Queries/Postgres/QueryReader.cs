using Npgsql;

namespace Aep.Sdk.Queries;

/// <summary>Streams the rows of a query.</summary>
internal sealed class QueryReader : IAsyncDisposable
{
    private readonly NpgsqlCommand _command;
    private readonly NpgsqlDataReader _reader;
    private readonly string[] _columns;

    public QueryReader(NpgsqlCommand command, NpgsqlDataReader reader)
    {
        _command = command;
        _reader = reader;
        _columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }

    /// <summary>The next row, or null after the last one. By then every statement of the text has run, or its error was thrown.</summary>
    public async Task<QueryRow?> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await _reader.ReadAsync(cancellationToken).ConfigureAwait(false)) return Row();
            while (await _reader.NextResultAsync(cancellationToken).ConfigureAwait(false))
            {
            }

            return null;
        }
        catch (NpgsqlException error)
        {
            throw QueryErrors.From(error, "The query failed");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _reader.DisposeAsync().ConfigureAwait(false);
        await _command.DisposeAsync().ConfigureAwait(false);
    }

    private QueryRow Row()
    {
        var values = new object?[_columns.Length];
        for (int i = 0; i < values.Length; i++) values[i] = _reader.IsDBNull(i) ? null : _reader.GetValue(i);
        return new QueryRow(_columns, values);
    }
}
