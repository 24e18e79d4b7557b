using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Aep.Sdk.LandingZones.Formats;

/// <summary>JSON, one object a line.</summary>
internal static class JsonRows
{
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        Stream content, string path, JsonTypeInfo<T> type, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IAsyncEnumerator<T?> rows = JsonSerializer.DeserializeAsyncEnumerable(content, type, topLevelValues: true, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        await using (rows.ConfigureAwait(false))
        {
            for (long row = 1; await NextAsync(rows, path, row).ConfigureAwait(false); row++)
                yield return rows.Current ?? throw RowErrors.Of(path, row, "null stands where an object is expected.");
        }
    }

    public static async Task<long> WriteAsync<T>(
        Stream content, IAsyncEnumerable<T> rows, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        long count = 0;
        await foreach (T row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            byte[] line = JsonSerializer.SerializeToUtf8Bytes(row, type);
            await content.WriteAsync(line, cancellationToken).ConfigureAwait(false);
            await content.WriteAsync("\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
            count++;
        }

        return count;
    }

    private static async ValueTask<bool> NextAsync<T>(IAsyncEnumerator<T> rows, string path, long row)
    {
        try
        {
            return await rows.MoveNextAsync().ConfigureAwait(false);
        }
        catch (JsonException error)
        {
            throw RowErrors.Of(path, row, error.Message, error);
        }
    }
}
