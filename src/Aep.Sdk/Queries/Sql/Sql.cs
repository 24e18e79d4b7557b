namespace Aep.Sdk.Queries;

/// <summary>Names of tables and columns for interpolated SQL. The only way to put an identifier into a
/// <see cref="SqlStatement"/>.</summary>
public static class Sql
{
    /// <summary>A table, optionally qualified: <c>table</c>, <c>schema.table</c> or <c>database.schema.table</c>.</summary>
    /// <param name="name">The table's name, as in <c>Dataset.TableName</c>. Dots separate the qualifiers.</param>
    /// <exception cref="ArgumentException">The name is empty, or has a character that no identifier may have.</exception>
    public static SqlName Table(string name) => SqlName.FromPath(name);

    /// <summary>One column. A dot is part of the name; for nested fields use <see cref="Path"/>.</summary>
    /// <param name="name">The column's name or alias.</param>
    /// <exception cref="ArgumentException">The name is empty, or has a character that no identifier may have.</exception>
    public static SqlName Column(string name) => SqlName.FromPart(name);

    /// <summary>A nested XDM field, for example <c>_acme.userid</c> or <c>web.webPageDetails.name</c>.</summary>
    /// <param name="path">The field's path. Dots separate the levels.</param>
    /// <exception cref="ArgumentException">A level is empty, or has a character that no identifier may have.</exception>
    public static SqlName Path(string path) => SqlName.FromPath(path);
}
