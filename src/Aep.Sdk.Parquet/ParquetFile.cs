using System.Text.Json.Serialization.Metadata;
using Aep.Sdk.Parquet.Reading;
using Aep.Sdk.Parquet.Writing;

namespace Aep.Sdk.Parquet;

/// <summary>Rows of Parquet files that are here already, such as those of an export that was downloaded.</summary>
public static class ParquetFile
{
    /// <summary>
    /// The rows of a file. Only the columns that <typeparamref name="T"/> has are read; one row group of them is in memory at a time, of a
    /// large one (a million values) a single column, while the others wait in the folder for temporary files.
    /// </summary>
    /// <remarks>
    /// Columns find their members by the names that the members have in JSON. Structures become objects, lists and maps the same, times are
    /// UTC; a value that is null is left out, so that the member keeps its default.
    /// </remarks>
    /// <typeparam name="T">A row.</typeparam>
    /// <param name="content">The file: a stream that can seek, for Parquet is read from its end; stays open.</param>
    /// <param name="type">Source-generated metadata of <typeparamref name="T"/>.</param>
    /// <param name="name">What errors call the file.</param>
    /// <param name="columns">Paths of the columns, with dots; null for those that <typeparamref name="T"/> has.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="AepException">
    /// It is no Parquet file, or has none of the columns, or a row cannot become a <typeparamref name="T"/>; the message says which.
    /// </exception>
    public static IAsyncEnumerable<T> ReadAsync<T>(
        Stream content, JsonTypeInfo<T> type, string name = "The file", IReadOnlyList<string>? columns = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(type);
        return new RowReader<T>(type, columns, name).ReadAsync(content, cancellationToken);
    }

    /// <summary>
    /// Writes rows as a file, whose columns are the members of <typeparamref name="T"/>; one row group is in memory at a time.
    /// </summary>
    /// <typeparam name="T">A row.</typeparam>
    /// <param name="content">Where to: an empty stream that can seek and be read; stays open.</param>
    /// <param name="rows">The rows; read once.</param>
    /// <param name="type">Source-generated metadata of <typeparamref name="T"/>: names and forms of members are the serializer's.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>How many rows were written.</returns>
    /// <exception cref="ArgumentException"><typeparamref name="T"/> has no members.</exception>
    public static Task<long> WriteAsync<T>(
        Stream content, IAsyncEnumerable<T> rows, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(type);
        return new RowWriter<T>(type).WriteAsync(content, rows, cancellationToken);
    }
}
