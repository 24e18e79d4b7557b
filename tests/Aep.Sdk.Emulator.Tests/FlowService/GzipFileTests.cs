using System.IO.Compression;
using System.Text;
using Aep.Sdk.Emulator.Activation;
using Aep.Sdk.Emulator.FlowService.Sources;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.FlowService;

/// <summary>A gzip file is read whole or refused, wherever it was cut off.</summary>
public sealed class GzipFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(CompressionLevel.Fastest)]
    [InlineData(CompressionLevel.SmallestSize)]
    [InlineData(CompressionLevel.NoCompression)]
    public async Task A_cut_at_any_byte_is_refused(CompressionLevel level)
    {
        byte[] whole = Pack("id,name\n1,Ada\n2,Grace\n", level);
        Assert.Equal(["Ada", "Grace"], await NamesAsync(whole));
        for (int length = 0; length < whole.Length; length++)
        {
            InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => NamesAsync(whole[..length]));
            Assert.Contains("gzip file", refused.Message);
        }
    }

    [Fact]
    public async Task A_file_of_several_parts_is_read_to_its_end_and_refused_when_the_last_one_is_cut()
    {
        byte[] first = Pack("id,name\n1,Ada\n", CompressionLevel.Fastest), second = Pack("2,Grace\n", CompressionLevel.SmallestSize);
        byte[] whole = [.. first, .. GzipFile.Empty.Span, .. second];
        Assert.Equal(["Ada", "Grace"], await NamesAsync(whole));
        foreach (int length in Enumerable.Range(1, whole.Length - 1)
            .Where(cut => cut != first.Length && cut != first.Length + GzipFile.Empty.Length))
            await Assert.ThrowsAsync<InvalidOperationException>(() => NamesAsync(whole[..length]));
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    public async Task An_audience_without_members_is_a_gzip_file_all_the_same(string type)
    {
        string file = Path.Combine(_folder.Path, "audience.gz"), plain = file + ".plain";
        var format = new AudienceFormat(type, "gzip", CsvOptions.Of([]));
        Assert.Equal(0, await format.WriteAsync(
            file, [new AudienceColumn("id", _ => null)], AsyncEnumerable.Empty<System.Text.Json.Nodes.JsonNode?[]>()));
        await GzipFile.UnpackAsync(file, plain, CancellationToken.None);
        Assert.Equal(type == "csv" ? "id\n" : "", await File.ReadAllTextAsync(plain));
    }

    private async Task<List<string>> NamesAsync(byte[] content)
    {
        string file = Path.Combine(_folder.Path, Guid.NewGuid().ToString("N"));
        await File.WriteAllBytesAsync(file, content);
        return await SourceRows.ReadAsync(file, SourceFormat.Of("delimited", "gzip", null, null), CancellationToken.None)
            .Select(row => row.Values!["name"]!.ToString()).ToListAsync();
    }

    private static byte[] Pack(string text, CompressionLevel level)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, level, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
