using Parquet;
using Parquet.Schema;

namespace Aep.Sdk.IntegrationTests.BadInput;

/// <summary>Parquet files.</summary>
internal static class BadParquet
{
    public static IReadOnlyList<BadCase> All { get; } =
    [
        new("Parquet file", "a text with the ending", "cannot be read or parsed",
            world => world.IngestFileAsync("a.parquet", "_id,timestamp\n"u8.ToArray())),
        new("Parquet file", "the end is missing", "cannot be read or parsed",
            async world => await world.IngestFileAsync("a.parquet", (await FileAsync(new DataField<string>("_id"), ["1"]))[..^20])),
        new("Parquet file", "a column that the schema does not have", "colour", async world =>
            await world.IngestFileAsync("a.parquet", await FileAsync(new DataField<string>("colour"), ["red"]))),
        new("Parquet file", "a column of another type", "timestamp", async world =>
            await world.IngestFileAsync("a.parquet", await FileAsync(new DataField<string>("timestamp"), ["never"]))),
    ];

    private static async Task<byte[]> FileAsync(DataField<string> column, string[] values)
    {
        using var file = new MemoryStream();
        await using (ParquetWriter writer = await ParquetWriter.CreateAsync(new ParquetSchema(column), file))
        {
            using ParquetRowGroupWriter group = writer.CreateRowGroup();
            await group.WriteAsync(column, values);
        }

        return file.ToArray();
    }
}
