using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Aep.Sdk.Ingestion;
using Aep.Sdk.Schemas;
using Parquet;
using Parquet.Schema;

namespace Aep.Sdk.Parquet;

/// <summary>
/// A Parquet file of one row group. Rows pass through their JSON, so that what the serializer makes of a type decides, and go into columns
/// at once. Only columns that have a value are written.
/// </summary>
internal sealed class ParquetRowFile<T>(JsonTypeInfo<T> type, XdmFieldTree fields, XdmValidator? validator) : IRowFile<T>
{
    private readonly XdmObjectColumns _columns = XdmColumns.Create(fields);
    private readonly ArrayBufferWriter<byte> _json = new();

    public void Add(T row)
    {
        _json.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(_json, new JsonWriterOptions { Encoder = type.Options.Encoder, SkipValidation = true }))
            JsonSerializer.Serialize(writer, row, type);
        validator?.Validate(_json.WrittenMemory).ThrowIfInvalid();
        var reader = new Utf8JsonReader(_json.WrittenSpan);
        reader.Read();
        _columns.Write(ref reader, repetition: 0);
    }

    public async Task WriteAsync(Stream destination, CancellationToken cancellationToken)
    {
        var schema = new ParquetSchema(_columns.Describe());
        ParquetWriter writer =
            await ParquetWriter.CreateAsync(schema, destination, cancellationToken: cancellationToken).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            using ParquetRowGroupWriter group = writer.CreateRowGroup();
            foreach (XdmLeaf column in _columns.Leaves())
                await column.WriteAsync(group, cancellationToken).ConfigureAwait(false);
        }
    }
}
