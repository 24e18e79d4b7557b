namespace Aep.Sdk.LandingZones.Transfer;

/// <summary>A large file on its way, block by block.</summary>
internal interface IBlockUpload
{
    /// <summary>Whether this very block is there already, from an upload that broke off.</summary>
    bool Has(int number, byte[] md5, int length);

    Task AddAsync(int number, ReadOnlyMemory<byte> content, byte[] md5, CancellationToken cancellationToken);

    /// <summary>Makes the file of the blocks, in order. Until then nothing shows.</summary>
    Task CommitAsync(byte[] md5, CancellationToken cancellationToken);
}
