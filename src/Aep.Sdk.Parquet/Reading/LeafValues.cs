using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Parquet.Data;
using Parquet.Schema;

namespace Aep.Sdk.Parquet.Reading;

/// <summary>The values of a column, without those that are null.</summary>
internal abstract class LeafValues
{
    public abstract int Count { get; }

    public abstract void Write(Utf8JsonWriter json, int index);

    /// <summary>A value as the name of a member: a text, or the JSON of anything else.</summary>
    public abstract string Text(int index);

    public static string TextOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(json);
    }

    /// <exception cref="AepException">The column has a type that is not read.</exception>
    public static LeafValues Of(RawColumnData data, DataField column) => data switch
    {
        RawColumnData<ReadOnlyMemory<char>> texts => new Typed<ReadOnlyMemory<char>>(texts,
            static (json, text) => json.WriteStringValue(text.Span), static text => new string(text.Span)),
        RawColumnData<bool> flags => new Typed<bool>(flags, static (json, flag) => json.WriteBooleanValue(flag)),
        RawColumnData<long> numbers => new Typed<long>(numbers, static (json, number) => json.WriteNumberValue(number)),
        RawColumnData<int> numbers => new Typed<int>(numbers, static (json, number) => json.WriteNumberValue(number)),
        RawColumnData<short> numbers => new Typed<short>(numbers, static (json, number) => json.WriteNumberValue(number)),
        RawColumnData<sbyte> numbers => new Typed<sbyte>(numbers, static (json, number) => json.WriteNumberValue(number)),
        RawColumnData<byte> numbers => new Typed<byte>(numbers, static (json, number) => json.WriteNumberValue(number)),
        RawColumnData<ushort> numbers => new Typed<ushort>(numbers, static (json, number) => json.WriteNumberValue(number)),
        RawColumnData<uint> numbers => new Typed<uint>(numbers, static (json, number) => json.WriteNumberValue(number)),
        RawColumnData<ulong> numbers => new Typed<ulong>(numbers, static (json, number) => json.WriteNumberValue(number)),
        RawColumnData<double> numbers => new Typed<double>(numbers, WriteDouble),
        RawColumnData<float> numbers => new Typed<float>(numbers, static (json, number) => WriteFloat(json, number)),
        RawColumnData<decimal> numbers => new Typed<decimal>(numbers, static (json, number) => json.WriteNumberValue(number)),
        RawColumnData<BigInteger> numbers => new Typed<BigInteger>(numbers,
            static (json, number) => json.WriteRawValue(number.ToString(CultureInfo.InvariantCulture))),
        RawColumnData<DateTime> days when column is DateTimeDataField { DateTimeFormat: DateTimeFormat.Date } =>
            new Typed<DateTime>(days, WriteDay),
        RawColumnData<DateTime> times =>
            new Typed<DateTime>(times, static (json, time) => json.WriteStringValue(DateTime.SpecifyKind(time, DateTimeKind.Utc))),
        RawColumnData<DateOnly> days => new Typed<DateOnly>(days, static (json, day) => WriteDay(json, day.ToDateTime(default))),
        RawColumnData<TimeSpan> times => new Typed<TimeSpan>(times,
            static (json, time) => json.WriteStringValue(time.ToString("c", CultureInfo.InvariantCulture))),
        RawColumnData<Guid> ids => new Typed<Guid>(ids, static (json, id) => json.WriteStringValue(id)),
        RawColumnData<ReadOnlyMemory<byte>> bytes => new Typed<ReadOnlyMemory<byte>>(bytes,
            static (json, binary) => json.WriteBase64StringValue(binary.Span)),
        _ =>
            throw new AepException(
                $"The column {column.Path} has the type {column.ClrType.Name}, which is not read. Leave it out of the row type."),
    };

    // JSON has no word for them; System.Text.Json reads these texts where JsonNumberHandling allows it.
    private static void WriteDouble(Utf8JsonWriter json, double number)
    {
        if (double.IsFinite(number))
            json.WriteNumberValue(number);
        else
            json.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
    }

    private static void WriteFloat(Utf8JsonWriter json, float number)
    {
        if (float.IsFinite(number))
            json.WriteNumberValue(number);
        else
            json.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
    }

    private static void WriteDay(Utf8JsonWriter json, DateTime day) =>
        json.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private sealed class Typed<T>(RawColumnData<T> data, Action<Utf8JsonWriter, T> write, Func<T, string>? text = null) : LeafValues
        where T : struct
    {
        public override int Count => data.Values.Length;

        public override void Write(Utf8JsonWriter json, int index) => write(json, data.Values[index]);

        public override string Text(int index)
        {
            if (text is not null)
                return text(data.Values[index]);
            var buffer = new ArrayBufferWriter<byte>();
            using var json = new Utf8JsonWriter(buffer);
            Write(json, index);
            json.Flush();
            return TextOf(buffer.WrittenSpan);
        }
    }
}
