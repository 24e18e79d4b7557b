namespace Aep.Sdk.Emulator.Sql;

/// <summary>Columns that a statement names, dotted where they are nested.</summary>
internal static class ColumnPath
{
    /// <summary>The names in a list in parentheses.</summary>
    public static List<string> ReadAll(SqlTokens tokens, int open, int close)
    {
        List<string> paths = [];
        foreach (Range range in tokens.Arguments(open, close))
        {
            List<string> names = [];
            for (int index = range.Start.Value; index < range.End.Value; index++)
            {
                bool name = (index - range.Start.Value) % 2 == 0;
                if (name ? !tokens.IsName(index) : !tokens.IsSymbol(index, "."))
                    throw tokens.SyntaxError(index);
                if (name)
                    names.Add(tokens.Name(index));
            }
            paths.Add(string.Join('.', names));
        }
        return paths;
    }

    /// <summary>The type at a path with the path as the table writes it.</summary>
    public static (string Path, SqlType Type) Find(SqlTable table, string path)
    {
        string[] names = path.Split('.');
        List<string> found = [];
        IReadOnlyList<SqlField> fields = [.. table.Columns.Select(column => new SqlField(column.Name, SqlType.Parse(column.Type)))];
        SqlField? field = null;
        foreach (string name in names)
        {
            field = fields.FirstOrDefault(candidate => candidate.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                ?? throw new SqlErrorException(SqlState.UndefinedColumn, $"column \"{path}\" of relation \"{table.Name}\" does not exist");
            found.Add(field.Name);
            fields = field.Type.Kind == SqlTypeKind.Struct ? field.Type.Fields : [];
        }
        return (string.Join('.', found), field!.Type);
    }
}
