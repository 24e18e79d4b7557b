using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>The views of a sandbox, kept with its documents.</summary>
internal sealed class LakeViews(Sandbox sandbox)
{
    private const string Kind = "queryViews";

    public IReadOnlyList<SqlView> All() => [.. sandbox.Documents[Kind].All().Select(Read)];

    public SqlView? Find(string name) => sandbox.Documents[Kind].Find(name.ToLowerInvariant()) is { } document ? Read(document) : null;

    public void Save(SqlView view) => sandbox.Documents[Kind].Save(view.Name, new JsonObject
    {
        ["name"] = view.Name,
        ["id"] = view.Id,
        ["query"] = view.Query,
        ["columns"] = new JsonArray([.. view.Columns.Select(column => new JsonObject { ["name"] = column.Name, ["type"] = column.Type })]),
    });

    public void Drop(SqlView view) => sandbox.Documents[Kind].Remove(view.Name);

    private static SqlView Read(JsonObject document) => new(
        (string)document["name"]!,
        (string)document["id"]!,
        (string)document["query"]!,
        [.. document["columns"]!.AsArray().Select(column => new TableColumn((string)column!["name"]!, (string)column["type"]!))]);
}
