namespace Aep.Sdk.LandingZones.Transfer;

/// <summary>The storage of a landing zone, as far as transfers need it. Its errors are ours; each operation can be repeated.</summary>
internal interface ILandingZoneStore : IDisposable
{
    /// <summary>What the storage checks and keeps of files that are written here.</summary>
    ChecksumKind Checksums { get; }

    Task<AepPage<LandingZoneFile>> ListAsync(string prefix, string? token, int? size, CancellationToken cancellationToken);

    /// <exception cref="AepNotFoundException">There is no such file.</exception>
    Task<StoredFile> FindAsync(string path, CancellationToken cancellationToken);

    /// <summary>The content from a place on, of exactly this version.</summary>
    Task<Stream> ReadAsync(string path, StoredFile file, long offset, CancellationToken cancellationToken);

    /// <summary>Writes a small file at once.</summary>
    Task PutAsync(string path, ReadOnlyMemory<byte> content, byte[] checksum, CancellationToken cancellationToken);

    /// <summary>Begins, or goes on with, a large file, which shows when it is committed.</summary>
    Task<IBlockUpload> BeginAsync(string path, CancellationToken cancellationToken);

    Task DeleteAsync(string path, CancellationToken cancellationToken);

    /// <summary>Whether a read broke off and may go on.</summary>
    bool HasBrokenOff(Exception exception);
}
