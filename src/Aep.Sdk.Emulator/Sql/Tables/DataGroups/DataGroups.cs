using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Gateway;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>The databases and schemas that CREATE DATABASE and CREATE SCHEMA made, to group the data of a sandbox.</summary>
internal sealed class DataGroups(Sandbox sandbox)
{
    private const string DatabaseKind = "queryDatabases";
    private const string SchemaKind = "querySchemas";

    public IReadOnlyList<string> Databases => [.. sandbox.Documents[DatabaseKind].All().Select(document => (string)document["name"]!)];

    public IReadOnlyList<DataGroup> Schemas => [.. sandbox.Documents[SchemaKind].All().Select(Read)];

    public bool HasDatabase(string database) => sandbox.Documents[DatabaseKind].Find(Key(database)) is not null;

    public DataGroup? Find(string database, string schema) =>
        sandbox.Documents[SchemaKind].Find(Key($"{database}.{schema}")) is { } document ? Read(document) : null;

    /// <summary>Whether a database was made for the accelerated store.</summary>
    public bool IsAccelerated(string database) => (bool?)sandbox.Documents[DatabaseKind].Find(Key(database))?["accelerated"] ?? false;

    public void AddDatabase(string database, bool accelerated) => sandbox.Documents[DatabaseKind].Save(
        Key(database), new JsonObject { ["name"] = database, ["accelerated"] = accelerated });

    public void DropDatabase(string database) => sandbox.Documents[DatabaseKind].Remove(Key(database));

    public void Save(DataGroup group) => sandbox.Documents[SchemaKind].Save(Key($"{group.Database}.{group.Schema}"), new JsonObject
    {
        ["database"] = group.Database,
        ["schema"] = group.Schema,
        ["members"] = new JsonArray([.. group.Members.Select(member => JsonValue.Create(member))]),
    });

    public void DropSchema(DataGroup group) => sandbox.Documents[SchemaKind].Remove(Key($"{group.Database}.{group.Schema}"));

    /// <summary>A table or view is dropped: no group holds it any more.</summary>
    public void Forget(string member)
    {
        foreach (DataGroup group in Schemas.Where(group => group.Members.Contains(member, StringComparer.OrdinalIgnoreCase)))
            Save(group with { Members = [.. group.Members.Where(other => !other.Equals(member, StringComparison.OrdinalIgnoreCase))] });
    }

    private static string Key(string name) => name.ToLowerInvariant();

    private static DataGroup Read(JsonObject document) => new(
        (string)document["database"]!, (string)document["schema"]!, [.. document["members"]!.AsArray().Select(member => (string)member!)]);
}
