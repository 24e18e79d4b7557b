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

        Assert.Equal(2, await RowFiles.WriteAsync(file, name, format, Rows.ToAsyncEnumerable(), RowJson.Default.Row, CancellationToken.None));
        file.Position = 0;
        List<Row> read = await RowFiles.ReadAsync(file, name, format, RowJson.Default.Row, CancellationToken.None).ToListAsync();

        Assert.Equal(Rows.Select(Text), read.Select(Text));
    }

    [Fact]
    public async Task FlatRowsComeBackFromCsv()
    {
        Flat[] rows = [new("a, \"b\"\nc", 1, 0.25, true), new("ü", 2, null, null)];
        using var file = new MemoryStream();

        await RowFiles.WriteAsync(file, "a.csv.gz", LandingZoneFormat.Csv, rows.ToAsyncEnumerable(), RowJson.Default.Flat, CancellationToken.None);
        file.Position = 0;

        Assert.Equal(rows, await RowFiles.ReadAsync(file, "a.csv.gz", LandingZoneFormat.Csv, RowJson.Default.Flat, CancellationToken.None).ToListAsync());
    }

    [Fact]
    public async Task NoRowsAreAFileWithoutRows()
    {
        foreach (string name in new[] { "a.parquet", "a.csv", "a.json" })
        {
            using var file = new MemoryStream();
            LandingZoneFormat format = RowFiles.FormatOf(name)!.Value;
            Assert.Equal(0, await RowFiles.WriteAsync(file, name, format, AsyncEnumerable.Empty<Flat>(), RowJson.Default.Flat, CancellationToken.None));
            file.Position = 0;
            Assert.Empty(await RowFiles.ReadAsync(file, name, format, RowJson.Default.Flat, CancellationToken.None).ToListAsync());
        }
    }

    [Theory]
    [InlineData("name,count\na,1\nb,x\n", "row 2", "no number")]
    [InlineData("name,count\na\n", "row 1", "1 fields, the header has 2")]
    [InlineData("name,count\na,\n", "row 1", "count")]
    public async Task ABadRowIsNamed(string csv, string where, string what)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        var error = await Assert.ThrowsAsync<AepException>(async () => await RowFiles.ReadAsync(file, "f.csv", LandingZoneFormat.Csv, RowJson.Default.Flat, CancellationToken.None).ToListAsync());
        Assert.Contains("f.csv", error.Message, StringComparison.Ordinal);
        Assert.Contains(where, error.Message, StringComparison.Ordinal);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherEncodingIsAnErrorAndNotGarbage()
    {
        using var file = new MemoryStream([.. "name,count\n"u8, 0xFC, .. ",1\n"u8]);
        var error = await Assert.ThrowsAsync<AepException>(async () => await RowFiles.ReadAsync(file, "f.csv", LandingZoneFormat.Csv, RowJson.Default.Flat, CancellationToken.None).ToListAsync());
        Assert.Contains("UTF-8", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsNoParquetIsAnError()
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes("this is no parquet file at all"));
        var error = await Assert.ThrowsAsync<AepException>(async () => await RowFiles.ReadAsync(file, "f.parquet", LandingZoneFormat.Parquet, RowJson.Default.Flat, CancellationToken.None).ToListAsync());
        Assert.Contains("f.parquet", error.Message, StringComparison.Ordinal);
    }

    private static string Text(Row row) => System.Text.Json.JsonSerializer.Serialize(row, RowJson.Default.Row);

    internal sealed record Row(string? Name, long Count, double? Ratio, bool? Flag, DateTimeOffset? Time, Inner? Inner, IReadOnlyList<string>? Tags);

    internal sealed record Inner(string? Word, int? Number);

    internal sealed record Flat(string? Name, int Count, double? Ratio, bool? Flag);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Row))]
    [JsonSerializable(typeof(Flat))]
    internal sealed partial class RowJson : JsonSerializerContext;
}
