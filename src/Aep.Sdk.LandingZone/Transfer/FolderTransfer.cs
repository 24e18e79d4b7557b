namespace Aep.Sdk.LandingZones.Transfer;

/// <summary>Folders: several files at a time, each whole or not at all.</summary>
internal sealed class FolderTransfer(StoreAccess access, Uploader uploader, Downloader downloader, int maxParallelFiles)
{
    public async Task<IReadOnlyList<string>> UploadAsync(string localFolder, string folder, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(localFolder)) throw new DirectoryNotFoundException(
            $"There is no folder {Path.GetFullPath(localFolder)} to upload.");
        (string Local, string Remote)[] files =
        [
            .. Directory.EnumerateFiles(localFolder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(file => (file, FilePath.Clean(
                    $"{folder.Trim('/')}/{Path.GetRelativePath(localFolder, file).Replace(Path.DirectorySeparatorChar, '/')}"))),
        ];
        await EachAsync(files, file => UploadFileAsync(file.Local, file.Remote, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        return [.. files.Select(file => file.Remote)];
    }

    public async Task UploadFileAsync(string localPath, string path, CancellationToken cancellationToken)
    {
        FileStream content = File.OpenRead(localPath);
        await using (content.ConfigureAwait(false))
            await uploader.UploadAsync(FilePath.Clean(path), content, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<string>> DownloadAsync(string folder, string localFolder, CancellationToken cancellationToken)
    {
        List<LandingZoneFile> files = await ListAsync(folder, cancellationToken).ConfigureAwait(false);
        (string Remote, string Local)[] pairs =
            [.. files.Select(file => (file.Path, FilePath.Local(localFolder, file.Path[Prefix(folder).Length..])))];
        await EachAsync(pairs, pair => DownloadFileAsync(pair.Remote, pair.Local, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        return [.. pairs.Select(pair => pair.Local)];
    }

    public async Task<int> DeleteAsync(string folder, CancellationToken cancellationToken)
    {
        List<LandingZoneFile> files = await ListAsync(folder, cancellationToken).ConfigureAwait(false);
        await EachAsync(files, file => access.UseAsync(store => store.DeleteAsync(file.Path, cancellationToken), cancellationToken),
            cancellationToken).ConfigureAwait(false);
        return files.Count;
    }

    private Task DownloadFileAsync(string path, string localPath, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(localPath)!);
        return downloader.DownloadFileAsync(path, localPath, cancellationToken);
    }

    private ValueTask<List<LandingZoneFile>> ListAsync(string folder, CancellationToken cancellationToken) =>
        new FileListing(access, Prefix(folder)).Where(file => !file.Path.EndsWith('/')).ToListAsync(cancellationToken);

    // With the slash: "in" is not the beginning of the folder "inbox".
    private static string Prefix(string folder) => folder.Trim('/') is { Length: > 0 } clean ? clean + "/" : "";

    private Task EachAsync<T>(IEnumerable<T> items, Func<T, Task> action, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        items, new ParallelOptions { MaxDegreeOfParallelism = maxParallelFiles, CancellationToken = cancellationToken },
        async (item, _) => await action(item).ConfigureAwait(false));
}
