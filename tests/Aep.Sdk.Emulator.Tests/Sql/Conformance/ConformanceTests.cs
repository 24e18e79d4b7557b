using System.Text;
using Aep.Sdk.Emulator.Tests.PostgresWire;

namespace Aep.Sdk.Emulator.Tests.Sql.Conformance;

/// <summary>Statements with the results that Spark's and Adobe's references give, from the text files beside this one.</summary>
public sealed class ConformanceTests(ConformanceSession session) : IClassFixture<ConformanceSession>
{
    private const string Arrow = " => ";

    public static TheoryData<string, string, string> Statements()
    {
        var data = new TheoryData<string, string, string>();
        foreach (string resource in typeof(ConformanceTests).Assembly.GetManifestResourceNames().Where(
            name => name.StartsWith("conformance/", StringComparison.Ordinal)).Order())
        {
            using var reader = new StreamReader(typeof(ConformanceTests).Assembly.GetManifestResourceStream(resource)!);
            foreach (string line in reader.ReadToEnd().Split('\n').Select(text => text.TrimEnd('\r')).Where(
                text => text.Contains(Arrow) || text.EndsWith(" =>")))
            {
                int arrow =
                    line.EndsWith(" =>", StringComparison.Ordinal) ? line.Length - 3 : line.LastIndexOf(Arrow, StringComparison.Ordinal);
                data.Add(Path.GetFileNameWithoutExtension(resource), line[..arrow],
                    arrow + Arrow.Length <= line.Length ? line[(arrow + Arrow.Length)..] : "");
            }
        }
        return data;
    }

    [Fact]
    public void There_are_at_least_400_statements() => Assert.True(Statements().Count >= 400, $"{Statements().Count}");

    /// <summary><paramref name="expected"/>: rows and columns, or <c>!</c> and the beginning of a SQLSTATE.</summary>
    [Theory]
    [MemberData(nameof(Statements))]
    public async Task Statement(string file, string sql, string expected)
    {
        await session.Wire.SendAsync('Q', WireClient.Text(sql));
        List<WireClient.Message> messages = await session.Wire.ReadUntilReadyAsync();
        string? state = messages.Find(message => message.Type == 'E')?.Field('C');
        string error = messages.Find(message => message.Type == 'E')?.Field('M') ?? "";
        if (expected.StartsWith('!'))
            Assert.True(state?.StartsWith(expected[1..], StringComparison.Ordinal), $"{file}: {state} {error}");
        else
            Assert.Equal((expected, ""), (string.Join(" // ", messages.Where(message => message.Type == 'D').Select(Row)), error));
    }

    private static string Row(WireClient.Message message)
    {
        List<string> values = [];
        for (int at = 2; at < message.Body.Length;)
        {
            int length = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(message.Body.AsSpan(at));
            values.Add(length < 0 ? "NULL" : Encoding.UTF8.GetString(message.Body, at + 4, length));
            at += 4 + Math.Max(length, 0);
        }
        return string.Join(" | ", values);
    }
}
