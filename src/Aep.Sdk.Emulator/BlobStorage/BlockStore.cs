using System.Security.Cryptography;
using System.Text;
using Aep.Sdk.Emulator.Hosting;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>Blocks that wait, a file each, until a list of blocks makes a blob of them.</summary>
internal sealed class BlockStore(DataFolder folder, BlobStore blobs)
{
    public async Task StageAsync(
        string account, string container, string name, string blockId, Stream content, CancellationToken cancellationToken)
    {
        string temporary = blobs.TemporaryFile();
        try
        {
            await using (FileStream target = File.Create(temporary))
                await content.CopyToAsync(target, cancellationToken);
            File.Move(temporary, FileOf(account, container, name, blockId), overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Blocks that were staged and are in no blob yet.</summary>
    public IReadOnlyList<BlobBlock> Staged(string account, string container, string name) =>
        [.. new DirectoryInfo(FolderOf(account, container, name)).EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => new BlobBlock(Encoding.UTF8.GetString(Convert.FromHexString(file.Name)), file.Length))];

    /// <summary>Puts blocks together, in the order given: those that wait, and those of the blob as it is.</summary>
    /// <exception cref="BlobException">400: a block is not there.</exception>
    public async Task<StoredBlob> CommitAsync(
        string account, string container, string name, IReadOnlyList<BlockReference> blocks, Action<StoredBlob?>? check,
        BlobDetails details, CancellationToken cancellationToken)
    {
        string temporary = blobs.TemporaryFile();
        try
        {
            IReadOnlyList<BlobBlock> made = await JoinAsync(account, container, name, blocks, temporary, cancellationToken);
            StoredBlob blob = blobs.Publish(account, container, name, temporary, check, details with { Blocks = made });
            Directory.Delete(FolderOf(account, container, name), recursive: true);
            return blob;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private async Task<IReadOnlyList<BlobBlock>> JoinAsync(
        string account, string container, string name, IReadOnlyList<BlockReference> blocks, string file,
        CancellationToken cancellationToken)
    {
        // Open until the end: whoever replaces the blob meanwhile does not change what is read.
        (StoredBlob Blob, FileStream Content)? current = blobs.Open(account, container, name);
        await using FileStream? committed = current?.Content;
        Dictionary<string, BlobRange> places = current is null ? [] : PlacesOf(blobs.DetailsOf(current.Value.Blob).Blocks);
        var made = new List<BlobBlock>();
        await using FileStream target = File.Create(file);
        foreach (BlockReference block in blocks)
        {
            long before = target.Position;
            string staged = FileOf(account, container, name, block.Id);
            if (block.MayWait && File.Exists(staged))
            {
                await using FileStream source = File.OpenRead(staged);
                await source.CopyToAsync(target, cancellationToken);
            }
            else if (block.MayBeCommitted && places.TryGetValue(block.Id, out BlobRange place))
                await BlobContent.CopyAsync(committed!, place, target, cancellationToken);
            else
                throw BlobErrors.InvalidBlockList();
            made.Add(new BlobBlock(block.Id, target.Position - before));
        }
        return made;
    }

    private static Dictionary<string, BlobRange> PlacesOf(IReadOnlyList<BlobBlock> blocks)
    {
        var places = new Dictionary<string, BlobRange>();
        long offset = 0;
        foreach (BlobBlock block in blocks)
        {
            places[block.Id] = new BlobRange(offset, block.Length, true);
            offset += block.Length;
        }
        return places;
    }

    private string FolderOf(string account, string container, string name) => folder.Subfolder("landing-zone", "blocks",
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{account}/{container}/{name}"))));

    private string FileOf(string account, string container, string name, string blockId) =>
        Path.Combine(FolderOf(account, container, name), Convert.ToHexStringLower(Encoding.UTF8.GetBytes(blockId)));
}
