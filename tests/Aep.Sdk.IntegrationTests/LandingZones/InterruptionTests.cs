using Aep.Sdk.IntegrationTests.LandingZones.Storages;
using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.LandingZones;

namespace Aep.Sdk.IntegrationTests.LandingZones;

/// <summary>Connections that break anywhere in a transfer: a file is whole or absent, never half.</summary>
public abstract class InterruptionTests : IDisposable
{
    private const int Runs = 50;
    private const int Block = 5 * 1024 * 1024;
    private const int Length = 12 * 1024 * 1024; // three blocks, the last one short

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aep-interruption-");
    private readonly LandingZoneContainer _direct, _cut;
    private readonly CuttingProxy _proxy;

    protected InterruptionTests(IStorage storage)
    {
        Skip.IfNot(storage.Missing is null, storage.Missing);
        _proxy = new CuttingProxy(storage.Address);
        (_direct, _cut) = (storage.Open(), storage.Open(_proxy.Port));
    }

    public void Dispose()
    {
        _direct?.Dispose();
        _cut?.Dispose();
        _proxy?.Dispose();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    [SkippableFact]
    public async Task AnUploadThatIsCutIsWholeOrAbsent()
    {
        byte[] content = Content(1);
        int whole = 0, absent = 0;
        for (int run = 0; run < Runs; run++)
        {
            string path = $"cut/{run}.bin";
            await CutAsync(run, token => _cut.UploadAsync(path, new MemoryStream(content), token));

            if (await ReadAsync(path) is not { } stored)
            {
                absent++;
                continue;
            }

            Assert.Equal(content.Length, stored.Length);
            Assert.True(content.AsSpan().SequenceEqual(stored), $"run {run} holds other bytes");
            whole++;
            await _direct.DeleteAsync(path);
        }

        Assert.True(whole > 0 && absent > 0, $"{whole} whole and {absent} absent: the cuts came too early or too late");
    }

    [SkippableFact]
    public async Task ADownloadThatIsCutIsWholeOrAbsentAndGoesOn()
    {
        byte[] content = Content(2);
        await _direct.UploadAsync("whole.bin", new MemoryStream(content));
        int absent = 0;
        for (int run = 0; run < Runs; run++)
        {
            string local = Path.Combine(_folder.FullName, $"{run}.bin");
            await CutAsync(run, token => _cut.DownloadFileAsync("whole.bin", local, token));
            if (!File.Exists(local))
            {
                absent++;
                await _cut.DownloadFileAsync("whole.bin", local); // goes on with the part that is there
            }

            byte[] stored = await File.ReadAllBytesAsync(local);
            Assert.True(content.AsSpan().SequenceEqual(stored), $"run {run} holds other bytes");
            Assert.Single(_folder.GetFiles($"{run}.bin*"));
            File.Delete(local);
        }

        Assert.True(absent > 0, "no download broke off");
    }

    [SkippableFact]
    public async Task AStreamThatIsCutGoesOnAndIsWhole()
    {
        byte[] content = Content(4);
        await _direct.UploadAsync("stream.bin", new MemoryStream(content));
        int whole = 0, given = 0;
        for (int run = 0; run < Runs; run++)
        {
            using var stored = new MemoryStream();
            bool ended = await CutAsync(run, async token =>
            {
                await using Stream stream = await _cut.OpenReadAsync("stream.bin", token);
                await stream.CopyToAsync(stored, token);
            });
            // Whoever does not give up gets all of it; and an end that came is the end of the file.
            Assert.True(ended || run % 2 == 0, $"run {run} did not go on");
            Assert.True(content.AsSpan(0, (int)stored.Length).SequenceEqual(stored.ToArray()), $"run {run} holds other bytes");
            Assert.True(!ended || stored.Length == Length, $"run {run} ended at {stored.Length}");
            if (ended) whole++;
            else given++;
        }

        Assert.True(whole > 0 && given > 0 && _proxy.Cuts > Runs / 2, $"{whole} whole, {given} given up, {_proxy.Cuts} cuts");
    }

    [SkippableFact]
    public async Task AStreamDoesNotGoOnWithAnotherVersionOfTheFile()
    {
        await _direct.UploadAsync("changing.bin", new MemoryStream(Content(5)));
        var cut = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using Stream stream = await _cut.OpenReadAsync("changing.bin");
        _proxy.CutAfter(1_000_000, cut.SetResult);
        await stream.ReadExactlyAsync(new byte[1000]);
        await cut.Task.WaitAsync(TimeSpan.FromSeconds(30)); // what was on its way then may still be read
        await _direct.UploadAsync("changing.bin", new MemoryStream(Content(6)));

        await Assert.ThrowsAsync<AepConflictException>(() => stream.CopyToAsync(Stream.Null));
    }

    [SkippableFact]
    public async Task WhatHasArrivedIsNotSentAgain()
    {
        string local = Path.Combine(_folder.FullName, "large.bin");
        byte[] content = Content(3);
        await File.WriteAllBytesAsync(local, content);
        using var end = new CancellationTokenSource();
        _proxy.CutAfter(Length - 1_000_000, end.Cancel); // in the last block
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _cut.UploadFileAsync("again.bin", local, end.Token));
        long before = _proxy.Sent;

        await _cut.UploadFileAsync("again.bin", local);

        Assert.InRange(_proxy.Sent - before, Length - (2 * Block), Block);
        byte[]? stored = await ReadAsync("again.bin");
        Assert.True(content.AsSpan().SequenceEqual(stored));
    }

    // Every second time whoever transfers gives up at the cut, as when the process ends; else the transfer may go on by itself.
    private async Task<bool> CutAsync(int run, Func<CancellationToken, Task> transfer)
    {
        using var end = new CancellationTokenSource();
        long after = new Random(run).NextInt64(Length + (Length / 10));
        _proxy.CutAfter(after, run % 2 == 0 ? end.Cancel : null);
        try
        {
            await transfer(end.Token);
            return true;
        }
        catch (Exception exception) when (exception is OperationCanceledException or AepException)
        {
            return false; // broken off; what matters is what is there now
        }
        finally
        {
            _proxy.CutAfter(long.MaxValue);
        }
    }

    private async Task<byte[]?> ReadAsync(string path)
    {
        using var stored = new MemoryStream();
        try
        {
            await _direct.DownloadAsync(path, stored);
            return stored.ToArray();
        }
        catch (AepNotFoundException)
        {
            return null;
        }
    }

    private static byte[] Content(int seed)
    {
        byte[] content = new byte[Length];
        new Random(seed).NextBytes(content);
        return content;
    }
}
