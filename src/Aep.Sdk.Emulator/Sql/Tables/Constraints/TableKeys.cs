using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>The primary and foreign keys that statements declared.</summary>
internal sealed class TableKeys(Sandbox sandbox)
{
    private const string Kind = "queryKeys";

    public IEnumerable<TableConstraint> Of(SqlTable table) =>
        sandbox.Documents[Kind].All().Where(document => (string?)document["dataset"] == table.DatasetId).Select(Read);

    public void Add(SqlTable table, TableConstraint key) => sandbox.Documents[Kind].Save(Id(table.DatasetId, key), new JsonObject
    {
        ["dataset"] = table.DatasetId,
        ["kind"] = key.Kind.ToString(),
        ["columns"] = Names(key.Columns),
        ["namespace"] = key.Namespace,
        ["referencedTable"] = key.ReferencedTable,
        ["referencedColumns"] = Names(key.ReferencedColumns ?? []),
    });

    public void Drop(SqlTable table, TableConstraint key) => sandbox.Documents[Kind].Remove(Id(table.DatasetId, key));

    public void Forget(string datasetId)
    {
        foreach (JsonObject document in sandbox.Documents[Kind].All().Where(document => (string?)document["dataset"] == datasetId))
            sandbox.Documents[Kind].Remove(Id(datasetId, Read(document)));
    }

    private static string Id(string datasetId, TableConstraint key) =>
        $"{datasetId}-{key.Kind}-{string.Join("-", key.Columns)}".ToLowerInvariant();

    private static JsonArray Names(IEnumerable<string> names) => [.. names.Select(name => JsonValue.Create(name))];

    private static string[] Names(JsonNode? list) => [.. list!.AsArray().Select(name => (string)name!)];

    private static TableConstraint Read(JsonObject document) => new(
        Enum.Parse<ConstraintKind>((string)document["kind"]!),
        Names(document["columns"]),
        (string?)document["namespace"],
        (string?)document["referencedTable"],
        Names(document["referencedColumns"]));
}
