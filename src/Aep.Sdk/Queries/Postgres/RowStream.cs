using System.Data.Common;
using System.Runtime.CompilerServices;

namespace Aep.Sdk.Queries;

/// <summary>Rows of a statement as a stream of objects.</summary>
internal static class RowStream
{
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        Func<CancellationToken, Task<QueryReader?>> open,
        Func<IReadOnlyList<QueryColumn>, Func<DbDataReader, T>> mapFor,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await open(cancellationToken).ConfigureAwait(false) is not { } reader) yield break;
        await using (reader.ConfigureAwait(false))
        {
            if (reader.Columns.Count == 0)
            {
                await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                yield break;
            }

            Func<DbDataReader, T> map = mapFor(reader.Columns);
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) yield return Map(reader, map);
        }
    }

    public static async Task SkipAsync(Func<CancellationToken, Task<QueryReader?>> open, CancellationToken cancellationToken)
    {
        if (await open(cancellationToken).ConfigureAwait(false) is not { } reader) return;
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
            }
        }
    }

    public static Func<DbDataReader, QueryRow> Rows(IReadOnlyList<QueryColumn> columns)
    {
        string[] names = [.. columns.Select(column => column.Name)];
        return reader =>
        {
            var values = new object?[names.Length];
            for (int i = 0; i < values.Length; i++) values[i] = ColumnValue.Read(reader, i);
            return new QueryRow(names, values);
        };
    }

    public static Func<DbDataReader, T> Through<T>(Func<DbDataReader, QueryRow> rows, Func<QueryRow, T> map) => reader => map(rows(reader));

    private static T Map<T>(QueryReader reader, Func<DbDataReader, T> map)
    {
        try
        {
            return map(reader.Rows);
        }
        catch (InvalidCastException refused) when (NullColumns(reader) is { Length: > 0 } columns
            && !refused.Message.StartsWith("Column \"", StringComparison.Ordinal))
        {
            throw new InvalidCastException(
                $"Column \"{columns}\" is NULL, which the member of {typeof(T).Name} cannot hold. Make its type nullable.", refused);
        }
    }

    private static string NullColumns(QueryReader reader) =>
        string.Join("\", \"", reader.Columns.Where((_, i) => reader.Rows.IsDBNull(i)).Select(column => column.Name));
}
