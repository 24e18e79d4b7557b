using System.Text;
using System.Text.Json.Serialization;
using Aep.Sdk.LandingZones;
using Aep.Sdk.LandingZones.Formats;

namespace Aep.Sdk.Tests.LandingZones;

public sealed partial class RowFilesTests
{
    private static readonly Row[] Rows =
    [
        new("a, \"b\"\nc", 1, 0.5, true, new DateTimeOffset(2026, 3, 1, 1, 2, 3, TimeSpan.Zero), new Inner("ü日本", 7), ["x", "y"]),
        new("", -5, null, null, null, null, null),
    ];

    [Theory]
    [InlineData("a.parquet")]
    [InlineData("a.json")]
    [InlineData("a.json.gz")]
    public async Task RowsComeBackAsTheyWereWritten(string name)
    {
        using var file = new MemoryStream();
        LandingZoneFormat format = RowFiles.FormatOf(name)!.Value;

        Assert.Equal(
            2, await RowFiles.WriteAsync(file, name, format, Rows.ToAsyncEnumerable(), RowJson.Default.Row, CancellationToken.None));
        file.Position = 0;
        List<Row> read = await RowFiles.ReadAsync(file, name, format, CsvDialect.Standard, RowJson.Default.Row, CancellationToken.None)
            .ToListAsync();

        Assert.Equal(Rows.Select(Text), read.Select(Text));
    }

    [Fact]
    public async Task FlatRowsComeBackFromCsv()
    {
        Flat[] rows = [new("a, \"b\"\nc", 1, 0.25, true), new("ü", 2, null, null)];
        using var file = new MemoryStream();

        await RowFiles.WriteAsync(
            file, "a.csv.gz", LandingZoneFormat.Csv, rows.ToAsyncEnumerable(), RowJson.Default.Flat, CancellationToken.None);
        file.Position = 0;

        Assert.Equal(rows, await RowFiles.ReadAsync(file, "a.csv.gz", LandingZoneFormat.Csv, CsvDialect.Standard, RowJson.Default.Flat,
            CancellationToken.None).ToListAsync());
    }

    [Fact]
    public async Task NoRowsAreAFileWithoutRows()
    {
        foreach (string name in new[] { "a.parquet", "a.csv", "a.json", "a.csv.gz", "a.json.gz" })
        {
            using var file = new MemoryStream();
            LandingZoneFormat format = RowFiles.FormatOf(name)!.Value;
            Assert.Equal(0, await RowFiles.WriteAsync(
                file, name, format, AsyncEnumerable.Empty<Flat>(), RowJson.Default.Flat, CancellationToken.None));
            file.Position = 0;
            Assert.Empty(await RowFiles.ReadAsync(
                file, name, format, CsvDialect.Standard, RowJson.Default.Flat, CancellationToken.None).ToListAsync());
        }
    }

    [Theory]
    [InlineData("name,count\na,1\nb,x\n", "row 2", "no number")]
    [InlineData("name,count\na\n", "row 1", "1 fields, the header has 2")]
    [InlineData("name,count\na,\n", "row 1", "count")]
    public async Task ABadRowIsNamed(string csv, string where, string what)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        var error = await Assert.ThrowsAsync<AepException>(async () => await RowFiles.ReadAsync(file, "f.csv", LandingZoneFormat.Csv,
            CsvDialect.Standard, RowJson.Default.Flat, CancellationToken.None).ToListAsync());
        Assert.Contains("f.csv", error.Message, StringComparison.Ordinal);
        Assert.Contains(where, error.Message, StringComparison.Ordinal);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherEncodingIsAnErrorAndNotGarbage()
    {
        using var file = new MemoryStream([.. "name,count\n"u8, 0xFC, .. ",1\n"u8]);
        var error = await Assert.ThrowsAsync<AepException>(async () => await RowFiles.ReadAsync(file, "f.csv", LandingZoneFormat.Csv,
            CsvDialect.Standard, RowJson.Default.Flat, CancellationToken.None).ToListAsync());
        Assert.Contains("UTF-8", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsNoParquetIsAnError()
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes("this is no parquet file at all"));
        var error = await Assert.ThrowsAsync<AepException>(async () => await RowFiles.ReadAsync(file, "f.parquet",
            LandingZoneFormat.Parquet, CsvDialect.Standard, RowJson.Default.Flat, CancellationToken.None).ToListAsync());
        Assert.Contains("f.parquet", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AParquetFileThatIsCutOrDamagedIsAnErrorThatNamesIt()
    {
        using var file = new MemoryStream();
        await RowFiles.WriteAsync(
            file, "f.parquet", LandingZoneFormat.Parquet, Rows.ToAsyncEnumerable(), RowJson.Default.Row, CancellationToken.None);
        byte[] whole = file.ToArray();
        for (int length = 0; length < whole.Length; length++) Assert.Contains(
            "f.parquet", await ErrorAsync(whole[..length]) ?? "no error", StringComparison.Ordinal);

        for (int place = 0; place < whole.Length; place += 7)
        {
            byte[] damaged = [.. whole];
            damaged[place] ^= 0xFF;
            // Parquet has no checksum of its values: those may differ. But nothing else than an error that names the file comes out.
            if (await ErrorAsync(damaged) is { } error) Assert.Contains("f.parquet", error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ListsOfObjectsMapsAndWhatIsNullComeBackFromParquet()
    {
        Nested[] rows =
        [
            new("a", [new Inner("x", 1), new Inner(null, null)], [[1, 2], []], new() { ["x"] = 1.5, ["ü"] = 2 }, new Inner(null, 3)),
            new(null, [], [], [], null),
            new("c", null, null, null, new Inner("y", null)),
        ];
        using var file = new MemoryStream();
        await RowFiles.WriteAsync(
            file, "n.parquet", LandingZoneFormat.Parquet, rows.ToAsyncEnumerable(), RowJson.Default.Nested, CancellationToken.None);
        file.Position = 0;

        List<Nested> back = await RowFiles.ReadAsync(
            file, "n.parquet", LandingZoneFormat.Parquet, CsvDialect.Standard, RowJson.Default.Nested,
            CancellationToken.None).ToListAsync();

        Assert.Equal(rows.Select(Text), back.Select(Text));
    }

    private static async Task<string?> ErrorAsync(byte[] parquet)
    {
        using var file = new MemoryStream(parquet);
        try
        {
            await RowFiles.ReadAsync(
                file, "f.parquet", LandingZoneFormat.Parquet, CsvDialect.Standard, RowJson.Default.Row, CancellationToken.None)
                .ToListAsync();
            return null;
        }
        catch (AepException error)
        {
            return error.Message;
        }
    }

    private static string Text(Nested row) => System.Text.Json.JsonSerializer.Serialize(row, RowJson.Default.Nested);

    private static string Text(Row row) => System.Text.Json.JsonSerializer.Serialize(row, RowJson.Default.Row);

    internal sealed record Row(
        string? Name, long Count, double? Ratio, bool? Flag, DateTimeOffset? Time, Inner? Inner, IReadOnlyList<string>? Tags);

    internal sealed record Inner(string? Word, int? Number);

    internal sealed record Flat(string? Name, int Count, double? Ratio, bool? Flag);

    internal sealed record Nested(
        string? Name, IReadOnlyList<Inner>? Items, IReadOnlyList<IReadOnlyList<int>>? Matrix, Dictionary<string, double>? Map, Inner? Last);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Row))]
    [JsonSerializable(typeof(Flat))]
    [JsonSerializable(typeof(Nested))]
    internal sealed partial class RowJson : JsonSerializerContext;
}
