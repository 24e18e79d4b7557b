using System.Text;
using Aep.Sdk.Emulator.BatchIngestion;

namespace Aep.Sdk.Emulator.Tests.BatchIngestion;

public sealed class LineStreamTests
{
    private const int Buffer = 1 << 16;

    public static TheoryData<int> Lengths => [1, 2, Buffer - 2, Buffer - 1, Buffer, Buffer + 1, (3 * Buffer) + 7];

    [Theory]
    [MemberData(nameof(Lengths))]
    public async Task Lines_of_any_length_come_out_as_they_went_in(int length)
    {
        string[] lines = [new string('a', length), "b", new string('c', length), new string('d', 5)];
        Assert.Equal(lines, await ReadAsync(string.Join('\n', lines)));
        Assert.Equal(lines, await ReadAsync(string.Join("\n\n  \r\n", lines) + "\n"));
    }

    [Fact]
    public async Task What_is_left_of_a_line_is_skipped()
    {
        var stream = new LineStream(new MemoryStream(Encoding.UTF8.GetBytes(new string('a', 3 * Buffer) + "\nb")));
        Assert.Equal('a', await stream.NextLineAsync(default));
        Assert.Equal(10, await stream.ReadAsync(new byte[10].AsMemory()));
        Assert.Equal('b', await stream.NextLineAsync(default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \r\n")]
    [InlineData("\uFEFF")]
    public async Task A_file_without_lines_has_none(string text) => Assert.Empty(await ReadAsync(text));

    private static async Task<List<string>> ReadAsync(string text)
    {
        var stream = new LineStream(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        List<string> lines = [];
        while (await stream.NextLineAsync(default) >= 0)
        {
            using var line = new MemoryStream();
            await stream.CopyToAsync(line);
            lines.Add(Encoding.UTF8.GetString(line.ToArray()));
        }
        return lines;
    }
}
