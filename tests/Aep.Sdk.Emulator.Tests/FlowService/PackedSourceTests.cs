using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Aep.Sdk.Emulator.FlowService.Sources;
using Aep.Sdk.Emulator.Tests.Support;
using SharpCompress.Compressors.BZip2;

namespace Aep.Sdk.Emulator.Tests.FlowService;

/// <summary>
/// Compressed files of sources, each as another program than the reader makes it: whole they are read, cut they are refused.
/// </summary>
public sealed class PackedSourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("bzip2", 1)]
    [InlineData("gzip", 1)]
    [InlineData("deflate", 1)]
    [InlineData("zipDeflate", 2)]
    [InlineData("tar", 2)]
    [InlineData("tarGzip", 2)]
    public async Task A_compressed_file_is_read_whole_or_refused(string compression, int files)
    {
        byte[] whole = await PackAsync(compression);
        string[] expected = [.. Enumerable.Range(0, files).SelectMany(file => Enumerable.Range(0, 200).Select(row => $"ü{file}-{row}"))];
        Assert.Equal(expected, await ReadAsync(compression, whole));

        var random = new Random(20_260_301);
        int[] cuts = [0, 1, 20, .. Enumerable.Range(0, 40).Select(_ => random.Next(whole.Length - 20)), whole.Length - 20];
        foreach (int cut in cuts)
        {
            InvalidOperationException error =
                await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync(compression, whole[..cut]));
            Assert.Contains(compression == "tarGzip" ? "gzip" : compression[..3], error.Message, StringComparison.OrdinalIgnoreCase);
        }

        await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync(compression, Encoding.UTF8.GetBytes(Text(0))));
    }

    [Fact]
    public async Task A_file_of_an_archive_that_was_damaged_is_refused()
    {
        byte[] whole = await PackAsync("zipDeflate", CompressionLevel.NoCompression);
        whole[whole.AsSpan().IndexOf("ü0-100"u8) + 3]++;
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync("zipDeflate", whole));
        Assert.Contains("checksum", error.Message, StringComparison.Ordinal);
    }

    private static string Text(int file) => "userId\n" + string.Concat(Enumerable.Range(0, 200).Select(row => $"ü{file}-{row}\n"));

    private async Task<string[]> ReadAsync(string compression, byte[] content)
    {
        string file = Path.Combine(_folder.Path, "packed");
        await File.WriteAllBytesAsync(file, content);
        return await SourceRows.ReadAsync(file, SourceFormat.Of("delimited", compression, null, null), CancellationToken.None)
            .Select(row => (string)row.Values!["userId"]!).ToArrayAsync();
    }

    private static async Task<byte[]> PackAsync(string compression, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var packed = new MemoryStream();
        byte[] plain = Encoding.UTF8.GetBytes(Text(0));
        switch (compression)
        {
            case "bzip2":
                await using (var stream = BZip2Stream.Create(
                    packed, SharpCompress.Compressors.CompressionMode.Compress, decompressConcatenated: false, leaveOpen: true))
                    stream.Write(plain);
                break;
            case "gzip":
                await using (var stream = new GZipStream(packed, level, leaveOpen: true))
                    stream.Write(plain);
                break;
            case "deflate":
                await using (var stream = new DeflateStream(packed, level, leaveOpen: true))
                    stream.Write(plain);
                break;
            case "zipDeflate":
                await using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
                {
                    for (int file = 0; file < 2; file++)
                    {
                        await using Stream entry = await archive.CreateEntry($"../folder/{file}.csv", level).OpenAsync();
                        entry.Write(Encoding.UTF8.GetBytes(Text(file)));
                    }
                }
                break;
            case "tar":
                await TarAsync(packed);
                break;
            default:
                await using (var stream = new GZipStream(packed, level, leaveOpen: true))
                    await TarAsync(stream);
                break;
        }
        return packed.ToArray();
    }

    private static async Task TarAsync(Stream target)
    {
        await using var archive = new TarWriter(target, leaveOpen: true);
        await archive.WriteEntryAsync(new PaxTarEntry(TarEntryType.Directory, "folder"));
        for (int file = 0; file < 2; file++)
        {
            await archive.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, $"../folder/{file}.csv")
            {
                DataStream = new MemoryStream(Encoding.UTF8.GetBytes(Text(file))),
            });
        }
    }
}
