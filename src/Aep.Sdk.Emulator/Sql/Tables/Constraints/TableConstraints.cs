using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// The constraints of a sandbox's tables. Identities are descriptors of the tables' schemas, so other services know them; keys are kept
/// here.
/// </summary>
internal sealed class TableConstraints(Sandbox sandbox, TableServices services)
{
    private readonly TableKeys _keys = new(sandbox);

    /// <summary>All constraints of a kind, or of two, with their tables.</summary>
    public IEnumerable<(SqlTable Table, TableConstraint Constraint)> Of(IReadOnlyList<SqlTable> tables, params ConstraintKind[] kinds) =>
        tables.SelectMany(
            table => Of(table).Where(constraint => kinds.Contains(constraint.Kind)).Select(constraint => (table, constraint)));

    public void Add(SqlTable table, TableConstraint constraint)
    {
        if (Of(table).Any(other => IsSame(other, constraint) || (other.Kind == constraint.Kind && IsSingle(constraint.Kind))))
            throw new SqlErrorException(SqlState.DuplicateObject, $"{Name(constraint.Kind)} of table \"{table.Name}\" already exists");
        if (constraint.IsIdentity)
            TableIdentities.Add(sandbox, services.Descriptors, table, constraint);
        else
            _keys.Add(table, constraint);
    }

    public void Drop(SqlTable table, TableConstraint constraint)
    {
        if (!Of(table).Any(other => IsSame(other, constraint)))
        {
            string columns = string.Join(", ", constraint.Columns);
            throw new SqlErrorException(
                SqlState.UndefinedObject, $"{Name(constraint.Kind)} ({columns}) of table \"{table.Name}\" does not exist");
        }
        if (constraint.IsIdentity)
            TableIdentities.Drop(sandbox, services, table, constraint);
        else
            _keys.Drop(table, constraint);
    }

    /// <summary>A table is dropped: its keys go with it, its schema's descriptors stay with the schema.</summary>
    public void Forget(string datasetId) => _keys.Forget(datasetId);

    /// <summary>What a statement calls a kind.</summary>
    public static string Name(ConstraintKind kind) => kind switch
    {
        ConstraintKind.PrimaryKey => "PRIMARY KEY",
        ConstraintKind.ForeignKey => "FOREIGN KEY",
        ConstraintKind.PrimaryIdentity => "PRIMARY IDENTITY",
        _ => "IDENTITY",
    };

    private IEnumerable<TableConstraint> Of(SqlTable table) =>
        _keys.Of(table).Concat(TableIdentities.Of(sandbox, services.Registry, table));

    private static bool IsSingle(ConstraintKind kind) => kind is ConstraintKind.PrimaryKey or ConstraintKind.PrimaryIdentity;

    private static bool IsSame(TableConstraint one, TableConstraint other) =>
        one.Kind == other.Kind && one.Columns.SequenceEqual(other.Columns, StringComparer.OrdinalIgnoreCase);
}
