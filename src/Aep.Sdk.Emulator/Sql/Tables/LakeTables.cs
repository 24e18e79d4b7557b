using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.SchemaRegistry;
using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>The tables of a sandbox: its datasets in the catalog, their schemas, their files in the lake.</summary>
internal sealed class LakeTables(Sandbox sandbox, EngineDatabase engine, TableServices services) : ITableStore
{
    private const string Client = "acp_foundation_queryService";
    private const string OwnTables = "queryTables";
    private const string SampleKind = "querySamples";
    private const string Staging = "_query";

    public DuckDBConnection Connect() => engine.Connect();

    public IDisposable StartReading() => sandbox.Lake.StartReading();

    public LakeViews Views { get; } = new(sandbox);

    public DataGroups Groups { get; } = new(sandbox);

    public TableConstraints Constraints { get; } = new(sandbox, services);

    public DateTimeOffset Now => services.Time.GetUtcNow();

    public SqlTable? Find(string name) =>
        services.Datasets.FindByTable(sandbox, name) is CatalogDataset dataset ? Table(dataset, ColumnsOf(dataset.SchemaId)) : null;

    // A table whose schema is gone is listed without columns.
    public IReadOnlyList<SqlTable> All() => [.. services.Datasets.All(sandbox).Select(dataset =>
        Table(dataset, services.Registry.Resolve(sandbox, dataset.SchemaId) is XdmSchema schema ? Columns(schema) : []))];

    public IReadOnlyList<TableSample> Samples(SqlTable table) =>
        [.. sandbox.Documents[SampleKind].All().Select(Sample).Where(sample => sample.ParentDatasetId == table.DatasetId)];

    public IReadOnlyList<TableColumn>? SchemaColumns(string title) => SchemaId(title) is string id ? ColumnsOf(id) : null;

    public string StagingFile() => sandbox.Lake.NewFile(Staging, Guid.NewGuid().ToString("N"));

    public void Create(NewTable table, StagedRows rows)
    {
        lock (services.Creating)
        {
            if (services.Datasets.FindByTable(sandbox, table.Name) is not null)
                throw new SqlErrorException(SqlState.DuplicateTable, $"relation \"{table.Name}\" already exists");
            string schemaId = table.SchemaTitle is string title
                ? SchemaId(title)!
                : services.Registry.CreateAdHoc(
                    sandbox, table.Name, [.. table.Columns.Select(column => XdmFields.Of(column.Name, column.Type))]).Id;
            JsonObject? tags = table.ProfileEnabled ? new() { [CatalogDataset.ProfileTag] = new JsonArray("enabled:true") } : null;
            CatalogDataset dataset = AddDataset(table.Name, schemaId, tags);
            Commit(dataset, rows);
            sandbox.Documents[OwnTables].Save(dataset.Id, new JsonObject { ["id"] = dataset.Id });
        }
    }

    public void Append(SqlTable table, StagedRows rows) =>
        Commit(services.Datasets.Find(sandbox, table.DatasetId) ?? throw new SqlErrorException(
            SqlState.UndefinedTable, $"relation \"{table.Name}\" does not exist"), rows);

    public void AddSample(SqlTable table, double rate, StagedRows rows)
    {
        CatalogDataset parent = services.Datasets.Find(sandbox, table.DatasetId)!;
        string percent = rate.ToString("0.0###", CultureInfo.InvariantCulture).Replace('.', '_');
        string name = $"x{parent.Id}_uniform_{percent}_percent_{Guid.NewGuid().ToString("N")[..5]}";
        CatalogDataset dataset = AddDataset(name, parent.SchemaId, null);
        Commit(dataset, rows);
        sandbox.Documents[SampleKind].Save(dataset.Id, new JsonObject
        {
            ["table"] = dataset.TableName,
            ["id"] = dataset.Id,
            ["parent"] = parent.Id,
            ["rate"] = rate,
            ["rows"] = rows.Rows,
            ["created"] = services.Time.GetUtcNow().ToString("o", CultureInfo.InvariantCulture),
        });
    }

    public void AddColumns(SqlTable table, IReadOnlyList<TableColumn> columns)
    {
        if (sandbox.Documents[OwnTables].Find(table.DatasetId) is null)
            throw new SqlErrorException(SqlState.InsufficientPrivilege, $"table {table.Name} was not created by Query Service");
        lock (services.Creating)
        {
            if (columns.FirstOrDefault(column => table.Columns.Any(known => known.Name.Equals(column.Name,
                StringComparison.OrdinalIgnoreCase))) is { } twice)
                throw new SqlErrorException(
                    SqlState.DuplicateColumn, $"column \"{twice.Name}\" of relation \"{table.Name}\" already exists");
            if (!services.Registry.AddAdHocFields(
                sandbox, table.SchemaId, [.. columns.Select(column => XdmFields.Of(column.Name, SqlType.Parse(column.Type)))]))
                throw SqlErrorException.NotSupported($"ADD COLUMN to a table whose schema is not its own, {table.Name},");
        }
    }

    public bool IsOwn(SqlTable table) =>
        sandbox.Documents[OwnTables].Find(table.DatasetId) is not null || sandbox.Documents[SampleKind].Find(table.DatasetId) is not null;

    public void Drop(SqlTable table)
    {
        foreach (TableSample sample in Samples(table))
            Remove(sample.DatasetId);
        Remove(table.DatasetId);
        Constraints.Forget(table.DatasetId);
        Groups.Forget(table.Name);
    }

    private void Remove(string datasetId)
    {
        services.Datasets.Delete(sandbox, datasetId);
        sandbox.Documents[OwnTables].Remove(datasetId);
        sandbox.Documents[SampleKind].Remove(datasetId);
    }

    private CatalogDataset AddDataset(string name, string schemaId, JsonObject? tags)
    {
        try
        {
            return services.Datasets.Create(sandbox, name, schemaId, tags);
        }
        catch (ApiException exception)
        {
            throw new SqlErrorException(SqlState.SystemError, $"the dataset {name} cannot be made: {exception.Message}");
        }
    }

    private void Commit(CatalogDataset dataset, StagedRows rows) =>
        services.Batches.CommitParquet(sandbox, dataset, rows.ParquetFile, rows.Rows, Client);

    private List<TableColumn> ColumnsOf(string schemaId)
    {
        XdmSchema schema = services.Registry.Resolve(sandbox, schemaId)
            ?? throw new SqlErrorException(SqlState.SystemError, $"the schema {schemaId} does not exist");
        return Columns(schema);
    }

    private static List<TableColumn> Columns(XdmSchema schema) =>
        [.. schema.Fields.Select(field => new TableColumn(field.Name, XdmColumns.DuckDbType(field)))];

    private SqlTable Table(CatalogDataset dataset, IReadOnlyList<TableColumn> columns) =>
        new(dataset.TableName, dataset.Id, columns, sandbox.Lake.Snapshots(dataset.Id))
        {
            DatasetName = dataset.Name,
            SchemaId = dataset.SchemaId
        };

    private string? SchemaId(string title) => (string?)ResourceStore.Custom(sandbox, ResourceType.Schemas)
        .FirstOrDefault(schema => (string?)schema["title"] == title)?["$id"];

    private static TableSample Sample(JsonObject document) => new(
        (string)document["table"]!, (string)document["id"]!, (string)document["parent"]!, (double)document["rate"]!,
        (long)document["rows"]!,
        DateTimeOffset.Parse((string)document["created"]!, CultureInfo.InvariantCulture));
}
