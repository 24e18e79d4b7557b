namespace Aep.Sdk.Emulator.FlowService.Sources;

/// <summary>
/// How the files of a source are compressed (<c>compressionType</c>). A package holds several files, each with a header of its own.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="UnpackAsync">Unpacks a file into a folder, and gives what was in it, in order.</param>
internal sealed record SourceCompression(
    string Name, Func<string, string, CancellationToken, Task<IReadOnlyList<string>>> UnpackAsync)
{
    public static SourceCompression None { get; } = new("none", (file, _, _) => Task.FromResult<IReadOnlyList<string>>([file]));

    private static readonly SourceCompression[] All =
    [
        None,
        new("bzip2", (file, folder, token) => OneAsync(Bzip2File.UnpackAsync, file, folder, token)),
        new("gzip", (file, folder, token) => OneAsync(GzipFile.UnpackAsync, file, folder, token)),
        new("deflate", (file, folder, token) => OneAsync(DeflateFile.UnpackAsync, file, folder, token)),
        new("zipDeflate", ZipPackage.UnpackAsync),
        new("tar", TarPackage.UnpackAsync),
        new("tarGzip", UnpackTarGzipAsync),
    ];

    /// <exception cref="Gateway.ApiException">400: there is none of this name.</exception>
    public static SourceCompression Of(string? name) => name is null ? None
        : Array.Find(All, compression => compression.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw FlowErrors.Invalid(
            $"data.properties.compressionType '{name}' is none of {string.Join(", ", All.Select(compression => compression.Name))}.");

    private static async Task<IReadOnlyList<string>> OneAsync(
        Func<string, string, CancellationToken, Task> unpackAsync, string file, string folder, CancellationToken cancellationToken)
    {
        string plain = Path.Combine(folder, "plain");
        await unpackAsync(file, plain, cancellationToken);
        return [plain];
    }

    private static async Task<IReadOnlyList<string>> UnpackTarGzipAsync(string file, string folder, CancellationToken cancellationToken)
    {
        string tar = Path.Combine(folder, "tar");
        await GzipFile.UnpackAsync(file, tar, cancellationToken);
        return await TarPackage.UnpackAsync(tar, folder, cancellationToken);
    }
}
