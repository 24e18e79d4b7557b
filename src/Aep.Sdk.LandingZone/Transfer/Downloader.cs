using System.Security.Cryptography;
using System.Text;

namespace Aep.Sdk.LandingZones.Transfer;

/// <summary>Reads files, and checks them where the storage has their checksum.</summary>
internal sealed class Downloader(StoreAccess access, TimeProvider time)
{
    public async Task<Stream> OpenAsync(string path, CancellationToken cancellationToken)
    {
        StoredFile file = await FindAsync(path, cancellationToken).ConfigureAwait(false);
        return new StoredFileStream(access, path, file, 0, file.Checksum?.Kind.Begin(), time);
    }

    public async Task DownloadAsync(string path, Stream target, CancellationToken cancellationToken)
    {
        Stream source = await OpenAsync(path, cancellationToken).ConfigureAwait(false);
        await using (source.ConfigureAwait(false)) await source.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Reads a file into a file of the disk, which is there whole or not at all. What had arrived of the same version is not fetched again.
    /// </summary>
    public async Task DownloadFileAsync(string path, string localPath, CancellationToken cancellationToken)
    {
        StoredFile file = await FindAsync(path, cancellationToken).ConfigureAwait(false);
        string partial = PartialPath(localPath, file);
        var local =
            new FileStream(partial, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Delete, bufferSize: 1, FileOptions.Asynchronous);
        await using (local.ConfigureAwait(false))
        {
            if (local.Length > file.Length) local.SetLength(0);
            Checksum? checksum = file.Checksum?.Kind.Begin();
            if (checksum is not null) await checksum.AppendAsync(local, cancellationToken).ConfigureAwait(false);
            local.Position = local.Length;
            var source = new StoredFileStream(access, path, file, local.Length, checksum, time);
            await using (source.ConfigureAwait(false))
            {
                try
                {
                    await source.CopyToAsync(local, cancellationToken).ConfigureAwait(false);
                }
                catch (AepException) when (source.IsDamaged)
                {
                    File.Delete(partial); // to begin anew the next time
                    throw;
                }
            }
        }

        File.Move(partial, localPath, overwrite: true);
    }

    private Task<StoredFile> FindAsync(string path, CancellationToken cancellationToken) =>
        access.UseAsync(store => store.FindAsync(path, cancellationToken), cancellationToken);

    // With the version in its name: another version does not go on with it.
    private static string PartialPath(string localPath, StoredFile file) =>
        $"{localPath}.{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(file.Version)))[..12]}.part";
}
