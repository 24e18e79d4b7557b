using Aep.Sdk.Core;

namespace Aep.Sdk.LandingZones.Transfer;

/// <summary>
/// The content of one version of a file. A connection that breaks is taken up again where it broke, as long as it gets on; the last bytes
/// come only when the checksum of the whole file is right.
/// </summary>
/// <param name="access">The storage.</param>
/// <param name="path">The file's path.</param>
/// <param name="file">Its version: another one does not go on with it.</param>
/// <param name="offset">Where to begin.</param>
/// <param name="checksum">The checksum of what stands before; null where the storage has none. It goes with the stream.</param>
/// <param name="time">The clock.</param>
internal sealed class StoredFileStream(
    StoreAccess access, string path, StoredFile file, long offset, Checksum? checksum, TimeProvider time) : ReadOnlyStream
{
    private const int FaultsWithoutProgress = 5;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(200);

    private Stream? _source;
    private long _position = offset;
    private int _faults;

    /// <summary>Whether all bytes have come, and are not those of the file.</summary>
    public bool IsDamaged =>
        _position == file.Length && checksum is not null && !checksum.Result().AsSpan().SequenceEqual(file.Checksum!.Value);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty) return 0;
        while (_position < file.Length)
        {
            Exception? fault = null;
            try
            {
                int count = await ReadOnceAsync(buffer, cancellationToken).ConfigureAwait(false);
                if (count > 0) return Took(buffer.Span[..count]);
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested
                && (exception is OperationCanceledException || access.HasBrokenOff(exception))) // cancelled by nobody: it took too long
            {
                fault = exception;
            }

            await LetGoAsync().ConfigureAwait(false);
            if (_faults + 1 >= FaultsWithoutProgress) throw BrokenOff(fault);
            await Task.Delay(FirstWait * Math.Pow(2, _faults++), time, cancellationToken).ConfigureAwait(false);
        }

        Check();
        return 0;
    }

    // For readers that know nothing else. Nothing in here comes back to the thread that waits.
    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override async ValueTask DisposeAsync()
    {
        await LetGoAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _source?.Dispose();
            _source = null;
            checksum?.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task<int> ReadOnceAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        _source ??= await access.UseAsync(store => store.ReadAsync(path, file, _position, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        int most = (int)Math.Min(buffer.Length, file.Length - _position);
        return await _source.ReadAsync(buffer[..most], cancellationToken).ConfigureAwait(false);
    }

    private int Took(ReadOnlySpan<byte> bytes)
    {
        _faults = 0;
        _position += bytes.Length;
        checksum?.Append(bytes);
        Check(); // before the last bytes are given away: a reader may stop there
        return bytes.Length;
    }

    private async ValueTask LetGoAsync()
    {
        if (_source is not null) await _source.DisposeAsync().ConfigureAwait(false);
        _source = null;
    }

    private void Check()
    {
        if (IsDamaged)
            throw new AepException(
                $"{path} arrived with another checksum than it was written with: it was damaged on its way or in the storage. Read it "
                    + "again.");
    }

    private AepRequestException BrokenOff(Exception? cause) => new(
        new AepErrorDetails
        {
            Method = "read",
            Uri = path,
            Detail = $"The connection broke off at byte {_position} of {file.Length}, again and again."
        }, cause);
}
