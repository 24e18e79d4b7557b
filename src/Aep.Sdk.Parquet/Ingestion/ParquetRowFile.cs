using System.Buffers;
using System.Collections.Concurrent;
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
/// <param name="type">How rows are written.</param>
/// <param name="columns">Empty ones.</param>
/// <param name="written">Where the columns go when the file is written, for the next file: their buffers are as large as it needs.</param>
/// <param name="validator">Checks each row's JSON; null for no check.</param>
internal sealed class ParquetRowFile<T>(
    JsonTypeInfo<T> type, XdmObjectColumns columns, ConcurrentStack<XdmObjectColumns> written, XdmValidator? validator) : IRowFile<T>
{
    // With it columns need less than about three times as much, whatever the rows are.
    private const long MaxJsonBytes = 16 * 1024 * 1024;

    private readonly ArrayBufferWriter<byte> _json = new();
    private long _jsonBytes;
    private bool _isWritten;

    public bool IsFull => _jsonBytes >= MaxJsonBytes;

    public void Add(T row)
    {
        ThrowIfWritten();
        _json.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(_json, new JsonWriterOptions { Encoder = type.Options.Encoder, SkipValidation = true }))
            JsonSerializer.Serialize(writer, row, type);
        _jsonBytes += _json.WrittenCount;
        validator?.Validate(_json.WrittenMemory).ThrowIfInvalid();
        var reader = new Utf8JsonReader(_json.WrittenSpan);
        reader.Read();
        columns.Write(ref reader, repetition: 0);
    }

    public async Task WriteAsync(Stream destination, CancellationToken cancellationToken)
    {
        ThrowIfWritten();
        _isWritten = true;
        var schema = new ParquetSchema(columns.Describe());
        ParquetWriter writer =
            await ParquetWriter.CreateAsync(schema, destination, cancellationToken: cancellationToken).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            using ParquetRowGroupWriter group = writer.CreateRowGroup();
            foreach (XdmLeaf column in columns.Leaves())
                await column.WriteAsync(group, cancellationToken).ConfigureAwait(false);
        }
        columns.Clear();
        written.Push(columns);
    }

    private void ThrowIfWritten()
    {
        if (_isWritten)
            throw new InvalidOperationException("The file was written; others need IRowFileFormat.Create().");
    }
}
