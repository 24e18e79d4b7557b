using System.Globalization;
using System.Text.Json;
using Parquet;
using Parquet.Data;
using Parquet.Schema;

namespace Aep.Sdk.LandingZones.Formats;

/// <summary>Columns of a row group, and how their values are written in JSON.</summary>
internal static class ParquetLeaves
{
    public static async Task<ParquetLeaf> ReadAsync(ParquetRowGroupReader group, DataField field, CancellationToken cancellationToken)
    {
        RawColumnData column = await group.ReadRawColumnDataBaseAsync(field, cancellationToken).ConfigureAwait(false);
        return Text(field, column) ?? Number(field, column)
            ?? throw new AepException($"The Parquet column {field.Path} holds values of the type {field.ClrType.Name}, which cannot be read as rows.");
    }

    private static ParquetLeaf? Text(DataField field, RawColumnData column) => column switch
    {
        RawColumnData<ReadOnlyMemory<char>> texts => new ParquetLeaf<ReadOnlyMemory<char>>(field, texts, (json, value) => json.WriteStringValue(value.Span)),
        RawColumnData<DateTime> days when field is DateTimeDataField { DateTimeFormat: DateTimeFormat.Date } => new ParquetLeaf<DateTime>(
            field, days, (json, value) => json.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
        RawColumnData<DateTime> times => new ParquetLeaf<DateTime>(field, times, (json, value) => json.WriteStringValue(DateTime.SpecifyKind(value, DateTimeKind.Utc))),
        RawColumnData<DateOnly> days => new ParquetLeaf<DateOnly>(
            field, days, (json, value) => json.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))),
        RawColumnData<TimeSpan> times => new ParquetLeaf<TimeSpan>(field, times, (json, value) => json.WriteStringValue(value.ToString("c", CultureInfo.InvariantCulture))),
        RawColumnData<Guid> ids => new ParquetLeaf<Guid>(field, ids, (json, value) => json.WriteStringValue(value)),
        RawColumnData<ReadOnlyMemory<byte>> bytes => new ParquetLeaf<ReadOnlyMemory<byte>>(field, bytes, (json, value) => json.WriteBase64StringValue(value.Span)),
        _ => null,
    };

    private static ParquetLeaf? Number(DataField field, RawColumnData column) => column switch
    {
        RawColumnData<bool> flags => new ParquetLeaf<bool>(field, flags, (json, value) => json.WriteBooleanValue(value)),
        RawColumnData<int> numbers => new ParquetLeaf<int>(field, numbers, (json, value) => json.WriteNumberValue(value)),
        RawColumnData<long> numbers => new ParquetLeaf<long>(field, numbers, (json, value) => json.WriteNumberValue(value)),
        RawColumnData<double> numbers => new ParquetLeaf<double>(field, numbers, WriteDouble),
        RawColumnData<float> numbers => new ParquetLeaf<float>(field, numbers, WriteFloat),
        RawColumnData<decimal> numbers => new ParquetLeaf<decimal>(field, numbers, (json, value) => json.WriteNumberValue(value)),
        RawColumnData<short> numbers => new ParquetLeaf<short>(field, numbers, (json, value) => json.WriteNumberValue(value)),
        RawColumnData<sbyte> numbers => new ParquetLeaf<sbyte>(field, numbers, (json, value) => json.WriteNumberValue(value)),
        RawColumnData<byte> numbers => new ParquetLeaf<byte>(field, numbers, (json, value) => json.WriteNumberValue(value)),
        RawColumnData<ushort> numbers => new ParquetLeaf<ushort>(field, numbers, (json, value) => json.WriteNumberValue(value)),
        RawColumnData<uint> numbers => new ParquetLeaf<uint>(field, numbers, (json, value) => json.WriteNumberValue(value)),
        RawColumnData<ulong> numbers => new ParquetLeaf<ulong>(field, numbers, (json, value) => json.WriteNumberValue(value)),
        _ => null,
    };

    // JSON has no number for what is not finite: it becomes text, as numbers that are read from strings expect it.
    private static void WriteDouble(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value)) json.WriteNumberValue(value);
        else json.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
    }

    private static void WriteFloat(Utf8JsonWriter json, float value)
    {
        if (float.IsFinite(value)) json.WriteNumberValue(value);
        else json.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
    }
}
