using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;
using Aep.Sdk.Ingestion;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Parquet;

/// <summary>
/// Rows as Parquet, with the columns that the schema of the dataset says: objects as groups, lists and maps as such, days as DATE, moments
/// as TIMESTAMP in UTC. A row with a field that the schema has not, or with a value of another type, is an error that says where.
/// </summary>
/// <typeparam name="T">A row.</typeparam>
/// <param name="type">Source-generated metadata of the row type: names and forms of members are the serializer's.</param>
/// <param name="fields">The fields of the dataset's schema: <see cref="SchemasClient.GetFieldsAsync"/>.</param>
public sealed class ParquetRowFormat<T>(JsonTypeInfo<T> type, XdmFieldTree fields) : IRowFileFormat<T>
{
    private readonly ConcurrentStack<XdmObjectColumns> _free = new();

    /// <inheritdoc/>
    public IngestionFormat Format => IngestionFormat.Parquet;

    /// <inheritdoc/>
    public string FileEnding => "parquet";

    /// <summary>Checks each row before it goes into the columns, which hold what fits their types only; null for no other check.</summary>
    public XdmValidator? Validator { get; init; }

    /// <inheritdoc/>
    public IRowFile<T> Create() =>
        new ParquetRowFile<T>(type, _free.TryPop(out XdmObjectColumns? free) ? free : XdmColumns.Create(fields), _free, Validator);
}
