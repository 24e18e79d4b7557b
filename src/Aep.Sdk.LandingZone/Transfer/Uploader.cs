using System.Buffers;

namespace Aep.Sdk.LandingZones.Transfer;

/// <summary>
/// Writes files. One that breaks off is not there; when it is written once more, the blocks that had arrived are not sent again.
/// </summary>
internal sealed class Uploader(StoreAccess access, int blockSize)
{
    public async Task UploadAsync(string path, Stream content, CancellationToken cancellationToken)
    {
        byte[] block = ArrayPool<byte>.Shared.Rent(blockSize);
        try
        {
            int length = await ReadBlockAsync(content, block, cancellationToken).ConfigureAwait(false);
            if (length < blockSize)
                await PutAsync(path, block.AsMemory(0, length), cancellationToken).ConfigureAwait(false);
            else
                await SendBlocksAsync(path, content, block, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    private Task PutAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        byte[] checksum = access.Checksums.Of(content.Span);
        return access.UseAsync(store => store.PutAsync(path, content, checksum, cancellationToken), cancellationToken);
    }

    private async Task SendBlocksAsync(string path, Stream content, byte[] block, CancellationToken cancellationToken)
    {
        IBlockUpload upload =
            await access.UseAsync(store => store.BeginAsync(path, cancellationToken), cancellationToken).ConfigureAwait(false);
        using Checksum whole = access.Checksums.Begin();
        int length = blockSize;
        for (int number = 0; length > 0; number++)
        {
            Memory<byte> piece = block.AsMemory(0, length);
            byte[] checksum = access.Checksums.Of(piece.Span);
            whole.Append(piece.Span);
            if (!upload.Has(number, checksum, length))
                await upload.AddAsync(number, piece, checksum, cancellationToken).ConfigureAwait(false);
            length = await ReadBlockAsync(content, block, cancellationToken).ConfigureAwait(false);
        }

        await upload.CommitAsync(whole.Result(), cancellationToken).ConfigureAwait(false);
    }

    private ValueTask<int> ReadBlockAsync(Stream content, byte[] block, CancellationToken cancellationToken) =>
        content.ReadAtLeastAsync(block.AsMemory(0, blockSize), blockSize, throwOnEndOfStream: false, cancellationToken);
}
