using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Aep.Sdk.LandingZones.Transfer;

/// <summary>Reads files. A connection that breaks is taken up again where it broke, as long as it gets on.</summary>
internal sealed class Downloader(StoreAccess access, TimeProvider time)
{
    private const int FaultsWithoutProgress = 5;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(200);

    /// <summary>Reads a file into a stream and checks it.</summary>
    public async Task DownloadAsync(string path, Stream target, CancellationToken cancellationToken)
    {
        StoredFile file = await FindAsync(path, cancellationToken).ConfigureAwait(false);
        using IncrementalHash hash = Checksum.Begin();
        await CopyAsync(path, file, 0, target, hash, cancellationToken).ConfigureAwait(false);
        Check(path, file, hash.GetHashAndReset());
    }

    /// <summary>
    /// Reads a file into a file of the disk, which is there whole or not at all. What had arrived of the same version is not fetched again.
    /// </summary>
    public async Task DownloadFileAsync(string path, string localPath, CancellationToken cancellationToken)
    {
        StoredFile file = await FindAsync(path, cancellationToken).ConfigureAwait(false);
        string partial = PartialPath(localPath, file);
        byte[] md5;
        var local =
            new FileStream(partial, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.Asynchronous);
        await using (local.ConfigureAwait(false))
        {
            if (local.Length > file.Length) local.SetLength(0);
            long there = local.Length;
            local.Position = there;
            await CopyAsync(path, file, there, local, null, cancellationToken).ConfigureAwait(false);
            local.Position = 0;
            md5 = await Checksum.OfAsync(local, cancellationToken).ConfigureAwait(false);
        }

        if (IsDamaged(file, md5)) File.Delete(partial); // to begin anew the next time
        Check(path, file, md5);
        File.Move(partial, localPath, overwrite: true);
    }

    private Task<StoredFile> FindAsync(string path, CancellationToken cancellationToken) =>
        access.UseAsync(store => store.FindAsync(path, cancellationToken), cancellationToken);

    // With the version in its name: another version does not go on with it.
    private static string PartialPath(string localPath, StoredFile file) =>
        $"{localPath}.{Convert.ToHexString(Checksum.Of(Encoding.UTF8.GetBytes(file.Version)))[..12]}.part";

    private async Task CopyAsync(
        string path, StoredFile file, long offset, Stream target, IncrementalHash? hash, CancellationToken cancellationToken)
    {
        for (int faults = 0; offset < file.Length;)
        {
            long before = offset;
            try
            {
                Stream source = await access.UseAsync(store => store.ReadAsync(path, file, before, cancellationToken), cancellationToken)
                    .ConfigureAwait(false);
                await using (source.ConfigureAwait(false))
                    await foreach (int count in PiecesAsync(source, target, hash, cancellationToken).ConfigureAwait(false)) offset += count;
                faults = offset > before ? 0 : faults + 1;
            }
            catch (Exception exception) when (access.HasBrokenOff(exception) && !cancellationToken.IsCancellationRequested)
            {
                faults = offset > before ? 0 : faults + 1;
                if (faults >= FaultsWithoutProgress) throw BrokenOff(path, file, offset, exception);
                await Task.Delay(FirstWait * Math.Pow(2, faults), time, cancellationToken).ConfigureAwait(false);
            }

            if (faults >= FaultsWithoutProgress) throw BrokenOff(path, file, offset, null);
        }
    }

    private static async IAsyncEnumerable<int> PiecesAsync(
        Stream source, Stream target, IncrementalHash? hash,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        byte[] piece = ArrayPool<byte>.Shared.Rent(81_920);
        try
        {
            int count;
            while ((count = await source.ReadAsync(piece, cancellationToken).ConfigureAwait(false)) > 0)
            {
                await target.WriteAsync(piece.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
                hash?.AppendData(piece.AsSpan(0, count));
                yield return count;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private static bool IsDamaged(StoredFile file, byte[] md5) => file.Md5 is not null && !file.Md5.AsSpan().SequenceEqual(md5);

    private static void Check(string path, StoredFile file, byte[] md5)
    {
        if (IsDamaged(file, md5))
            throw new AepException(
                $"{path} arrived with another checksum than it was written with: it was damaged on its way or in the storage. Read it again.");
    }

    private static AepRequestException BrokenOff(string path, StoredFile file, long offset, Exception? cause) => new(
        new AepErrorDetails
        {
            Method = "read",
            Uri = path,
            Detail = $"The connection broke off at byte {offset} of {file.Length}, again and again."
        }, cause);
}
