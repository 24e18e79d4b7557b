namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// The databases and schemas that a session lists. One that has connected to a database of CREATE DATABASE, or to a schema of it, sees only
/// that; any other sees them all. What a session may read does not depend on it.
/// </summary>
internal sealed class DataGroupScope
{
    private static readonly char[] Separators = [':', '.'];

    private readonly DataGroups _groups;
    private readonly string? _database;
    private readonly string? _schema;

    private DataGroupScope(DataGroups groups, string? database, string? schema) =>
        (_groups, _database, _schema) = (groups, database, schema);

    /// <summary>Whether the session has connected to a database or a schema.</summary>
    public bool IsPart => _database is not null;

    public IEnumerable<string> Databases => _groups.Databases.Where(IsDatabase);

    public IEnumerable<DataGroup> Schemas => _groups.Schemas.Where(group => IsDatabase(group.Database) && IsSchema(group.Schema));

    /// <param name="groups">The groups of the sandbox.</param>
    /// <param name="name">
    /// The name that the client connects to, without the sandbox: a database, or a schema as <c>database.schema</c> or
    /// <c>database:schema</c>. Any other name is that of all groups.
    /// </param>
    public static DataGroupScope Of(DataGroups groups, string name)
    {
        string[] parts = name.Split(Separators);
        bool known = parts.Length == 1 ? groups.HasDatabase(parts[0]) : parts.Length == 2 && groups.Find(parts[0], parts[1]) is not null;
        return known ? new DataGroupScope(groups, parts[0], parts.ElementAtOrDefault(1)) : new DataGroupScope(groups, null, null);
    }

    /// <summary>Whether a table or view is listed.</summary>
    public bool Lists(string member) => !IsPart || Schemas.Any(group => Holds(group, member));

    /// <summary>Whether <c>schema.table</c> or <c>database.schema.table</c> names a member of a group.</summary>
    public bool Finds(IReadOnlyList<string> qualifiers, string member) => qualifiers switch
    {
        [string schema] => Schemas.Any(group => Same(group.Schema, schema) && Holds(group, member)),
        [string database, string schema] => _groups.Find(database, schema) is DataGroup group && Holds(group, member),
        _ => false,
    };

    private bool IsDatabase(string name) => _database is null || Same(name, _database);

    private bool IsSchema(string name) => _schema is null || Same(name, _schema);

    private static bool Holds(DataGroup group, string member) => group.Members.Contains(member, StringComparer.OrdinalIgnoreCase);

    private static bool Same(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
