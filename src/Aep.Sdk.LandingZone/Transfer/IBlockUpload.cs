namespace Aep.Sdk.LandingZones.Transfer;

/// <summary>A large file on its way, block by block.</summary>
internal interface IBlockUpload
{
    /// <summary>Whether this very block is there already, from an upload that broke off.</summary>
    bool Has(int number, byte[] checksum, int length);

    Task AddAsync(int number, ReadOnlyMemory<byte> content, byte[] checksum, CancellationToken cancellationToken);

    /// <summary>Makes the file of the blocks, in order, with the checksum of the whole. Until then nothing shows.</summary>
    Task CommitAsync(byte[] checksum, CancellationToken cancellationToken);
}
