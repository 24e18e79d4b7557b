using System.IO.Compression;
using System.Text;
using Aep.Sdk.LandingZones;
using Aep.Sdk.LandingZones.Formats;

namespace Aep.Sdk.Tests.LandingZones;

/// <summary>A gzip file that was cut off is an error that names it, never a file with fewer rows.</summary>
public sealed class WholeGzipTests
{
    private static readonly RowFilesTests.Flat[] Rows =
        [.. Enumerable.Range(0, 8).Select(i => new RowFilesTests.Flat($"row {i}", i, null, null))];

    [Theory]
    [InlineData("cut.json.gz", CompressionLevel.Fastest)]
    [InlineData("cut.json.gz", CompressionLevel.NoCompression)]
    [InlineData("cut.csv.gz", CompressionLevel.SmallestSize)]
    [InlineData("cut.csv.gz", CompressionLevel.NoCompression)]
    public async Task ACutAtAnyByteIsAnError(string name, CompressionLevel level)
    {
        byte[] whole = Pack(Content(name, Rows), level);
        Assert.Equal(Rows, await ReadAsync(whole, name));
        for (int length = 0; length < whole.Length; length++) await IsRefusedAsync(
            whole[..length], name, $"{length} of {whole.Length} bytes");
    }

    [Fact]
    public async Task MembersAreReadOneAfterAnotherAndNoneIsCut()
    {
        byte[] first = Pack(Content("a.json.gz", Rows[..5]), CompressionLevel.Fastest), second = Pack(
            Content("a.json.gz", Rows[5..]), CompressionLevel.Fastest);
        byte[] whole = [.. first, .. second];
        Assert.Equal(Rows, await ReadAsync(whole, "a.json.gz"));
        for (int length = first.Length + 1; length < whole.Length; length++) await IsRefusedAsync(
            whole[..length], "a.json.gz", $"{length} of {whole.Length} bytes");
    }

    [Fact]
    public async Task WhatFollowsAFileIsNotLeftOut()
    {
        byte[] whole = Pack(Content("a.json.gz", Rows), CompressionLevel.Fastest);
        await IsRefusedAsync([.. whole, .. "more"u8], "a.json.gz", "something behind the file");
    }

    [Fact]
    public async Task ADamagedByteChangesNoRow()
    {
        byte[] whole = Pack(Content("a.json.gz", Rows), CompressionLevel.Fastest);
        for (int place = 10; place < whole.Length; place++) // before, there are a time and the system, which mean nothing
        {
            byte[] damaged = [.. whole];
            damaged[place] ^= 0x10;
            try
            {
                // a bit that fills the last byte of the content means nothing either
                Assert.Equal(Rows, await ReadAsync(damaged, "a.json.gz"));
            }
            catch (AepException error)
            {
                Assert.Contains("a.json.gz", error.Message, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(81_920)]
    [InlineData(3_000_000)]
    public async Task ContentOfAnySizeComesOutAsItWas(int length)
    {
        byte[] content = new byte[length];
        new Random(length).NextBytes(content);
        using var gzip = new WholeGzip(new MemoryStream(Pack(content, CompressionLevel.Fastest)));
        using var back = new MemoryStream();
        await gzip.CopyToAsync(back);
        Assert.True(content.AsSpan().SequenceEqual(back.ToArray()));
    }

    private static async Task IsRefusedAsync(byte[] file, string name, string what)
    {
        try
        {
            List<RowFilesTests.Flat> read = await ReadAsync(file, name);
            Assert.Fail($"{what}: {read.Count} rows and no error");
        }
        catch (AepException error)
        {
            Assert.Contains(name, error.Message, StringComparison.Ordinal);
        }
    }

    private static async Task<List<RowFilesTests.Flat>> ReadAsync(byte[] file, string name)
    {
        using var content = new MemoryStream(file);
        return await RowFiles.ReadAsync(
            content, name, RowFiles.FormatOf(name)!.Value, CsvDialect.Standard, RowFilesTests.RowJson.Default.Flat,
            CancellationToken.None).ToListAsync();
    }

    private static byte[] Content(string name, IEnumerable<RowFilesTests.Flat> rows) => Encoding.UTF8.GetBytes(
        RowFiles.FormatOf(name) == LandingZoneFormat.Csv
            ? $"name,count\n{string.Concat(rows.Select(row => $"{row.Name},{row.Count}\n"))}"
            : string.Concat(rows.Select(row => $"{{\"name\":\"{row.Name}\",\"count\":{row.Count}}}\n")));

    private static byte[] Pack(byte[] content, CompressionLevel level)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, level, leaveOpen: true)) gzip.Write(content);
        return packed.ToArray();
    }
}
