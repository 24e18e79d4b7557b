using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.FlowService.Sources;

/// <summary>The bytes of a file, and some more behind them.</summary>
internal sealed class SealedStream(Stream file, ReadOnlyMemory<byte> seal) : ReadingStream
{
    private ReadOnlyMemory<byte> _left = seal;

    /// <summary>Whether all was read that stands behind the file.</summary>
    public bool IsUsedUp => _left.IsEmpty;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return count + Rest(buffer.Span[count..]);
    }

    private int Rest(Span<byte> buffer)
    {
        int count = Math.Min(_left.Length, buffer.Length);
        _left.Span[..count].CopyTo(buffer);
        _left = _left[count..];
        return count;
    }
}
