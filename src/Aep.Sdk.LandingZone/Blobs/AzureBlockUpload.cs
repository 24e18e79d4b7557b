using System.Globalization;
using Aep.Sdk.LandingZones.Transfer;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Aep.Sdk.LandingZones.Blobs;

/// <summary>
/// A large blob on its way. A block's id is its number and checksum, so that blocks of an upload that broke off are known again.
/// </summary>
internal sealed class AzureBlockUpload(BlockBlobClient blob, string path, HashSet<string> there) : IBlockUpload
{
    private readonly List<string> _ids = [];

    public static async Task<IBlockUpload> BeginAsync(BlockBlobClient blob, string path, CancellationToken cancellationToken) =>
        new AzureBlockUpload(
            blob, path, await AzureErrors.GuardAsync("write", path, () => UncommittedAsync(blob, cancellationToken)).ConfigureAwait(false));

    public bool Has(int number, byte[] checksum, int length)
    {
        string id = Id(number, checksum);
        if (!there.Contains(id)) return false;
        _ids.Add(id);
        return true;
    }

    public async Task AddAsync(int number, ReadOnlyMemory<byte> content, byte[] checksum, CancellationToken cancellationToken)
    {
        string id = Id(number, checksum);
        await AzureErrors.GuardAsync("write", path, () => blob.StageBlockAsync(
            id, new MemoryStream(content.ToArray()), new BlockBlobStageBlockOptions { TransferValidation = AzureStore.Validate },
            cancellationToken))
                .ConfigureAwait(false);
        _ids.Add(id);
    }

    public Task CommitAsync(byte[] checksum, CancellationToken cancellationToken) => AzureErrors.GuardAsync("write", path, () =>
        blob.CommitBlockListAsync(_ids, new CommitBlockListOptions { HttpHeaders = AzureStore.Headers(checksum) }, cancellationToken));

    private static async Task<HashSet<string>> UncommittedAsync(BlockBlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            BlockList list =
                await blob.GetBlockListAsync(BlockListTypes.Uncommitted, cancellationToken: cancellationToken).ConfigureAwait(false);
            return [.. list.UncommittedBlocks.Select(block => block.Name)];
        }
        catch (RequestFailedException error) when (error.Status is 404 or 501)
        {
            return []; // nothing has begun, or the storage does not tell: then everything is sent
        }
    }

    // All ids of a blob must have the same length.
    private static string Id(int number, byte[] checksum) =>
        Convert.ToBase64String(
            System.Text.Encoding.ASCII.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"{number:D6}-{Convert.ToHexString(checksum)}")));
}
