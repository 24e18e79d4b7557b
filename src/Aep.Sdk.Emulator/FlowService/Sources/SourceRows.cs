using System.Runtime.CompilerServices;

namespace Aep.Sdk.Emulator.FlowService.Sources;

/// <summary>
/// The rows of a file that a source flow reads: delimited text, JSON (lines or an array), Parquet. A row at a time is in memory.
/// </summary>
internal static class SourceRows
{
    /// <exception cref="InvalidOperationException">The file is not of the format: the message says where.</exception>
    public static async IAsyncEnumerable<SourceRow> ReadAsync(
        string file, SourceFormat format, [EnumeratorCancellation] CancellationToken cancellationToken,
        Action<IReadOnlyList<string>>? onHeader = null)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("aep-source-");
        try
        {
            foreach (string plain in await format.Compression.UnpackAsync(file, folder.FullName, cancellationToken))
            {
                await foreach (SourceRow row in ReadPlainAsync(plain, format, onHeader, cancellationToken))
                    yield return row;
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IAsyncEnumerable<SourceRow> ReadPlainAsync(
        string file, SourceFormat format, Action<IReadOnlyList<string>>? onHeader,
            CancellationToken cancellationToken) => format.Format switch
            {
                "json" => JsonFile.ReadAsync(file, cancellationToken),
                "parquet" => ParquetFile.ReadAsync(file, cancellationToken),
                _ => DelimitedFile.ReadAsync(file, format.Delimiter, format.Encoding, onHeader, cancellationToken),
            };
}
