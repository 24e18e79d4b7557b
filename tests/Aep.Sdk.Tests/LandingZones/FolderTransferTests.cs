using System.Collections.Concurrent;
using Aep.Sdk.LandingZones;
using Aep.Sdk.LandingZones.Transfer;

namespace Aep.Sdk.Tests.LandingZones;

/// <summary>Folders move several files at a time, and never more than they may.</summary>
public sealed class FolderTransferTests : IDisposable
{
    private const int Most = 3, Files = 10;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aep-folder-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task AsManyFilesAsAllowedAreOnTheirWayAndNoMore()
    {
        for (int i = 0; i < Files; i++) await File.WriteAllTextAsync(Path.Combine(_folder.FullName, $"{i}.txt"), $"{i}");
        using var store = new WaitingStore();
        using var access = new StoreAccess(
            new LandingZoneCredentials { Type = LandingZoneType.UserDropZone }, _ => store, renew: null, new LandingZoneOptions());
        var folders = new FolderTransfer(
            access, new Uploader(access, 5 * 1024 * 1024), new Downloader(access, TimeProvider.System), maxParallelFiles: Most);

        Task<IReadOnlyList<string>> all = folders.UploadAsync(_folder.FullName, "in", CancellationToken.None);
        await store.Full.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(Most, store.Running);
        store.LetGo();

        Assert.Equal(Files, (await all).Count);
        Assert.Equal(Files, store.Written.Count);
        Assert.Equal(Most, store.MostAtOnce);
    }

    /// <summary>A storage in which files wait until as many have come as may.</summary>
    private sealed class WaitingStore : ILandingZoneStore
    {
        private readonly TaskCompletionSource _full = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _running, _most;

        public Task Full => _full.Task;

        public int Running => Volatile.Read(ref _running);

        public int MostAtOnce => Volatile.Read(ref _most);

        public ConcurrentBag<string> Written { get; } = [];

        public ChecksumKind Checksums => ChecksumKind.Md5;

        public void LetGo() => _go.SetResult();

        public async Task PutAsync(string path, ReadOnlyMemory<byte> content, byte[] checksum, CancellationToken cancellationToken)
        {
            int running = Interlocked.Increment(ref _running);
            int most;
            while (running > (most = Volatile.Read(ref _most)) && Interlocked.CompareExchange(ref _most, running, most) != most)
            {
                // Another one was faster.
            }

            if (running == Most) _full.TrySetResult();
            await _go.Task;
            Written.Add(path);
            Interlocked.Decrement(ref _running);
        }

        public Task<AepPage<LandingZoneFile>> ListAsync(string prefix, string? token, int? size, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<StoredFile> FindAsync(string path, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Stream> ReadAsync(string path, StoredFile file, long offset, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<IBlockUpload> BeginAsync(string path, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task DeleteAsync(string path, CancellationToken cancellationToken) => throw new NotSupportedException();

        public bool HasBrokenOff(Exception exception) => false;

        public void Dispose()
        {
        }
    }
}
