namespace Aep.Sdk.Ingestion;

/// <summary>The rows of a file that is being made. The same rows must give the same bytes: a resumption relies on it.</summary>
/// <typeparam name="T">A row.</typeparam>
public interface IRowFile<in T>
{
    /// <summary>Takes a row. It may be changed afterwards.</summary>
    /// <exception cref="AepException">The row does not fit the format or the schema; the message says where.</exception>
    void Add(T row);

    /// <summary>
    /// Whether it takes no other row, because those that it holds need much memory already. The same rows must make it so. A file that
    /// does not say is closed by its number of rows alone.
    /// </summary>
    bool IsFull => false;

    /// <summary>Writes the file, whole. It is called once, and afterwards nothing.</summary>
    /// <param name="destination">Where to; forwards only. It stays open.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task WriteAsync(Stream destination, CancellationToken cancellationToken);
}
