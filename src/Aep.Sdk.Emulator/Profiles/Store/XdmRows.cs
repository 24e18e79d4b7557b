using Aep.Sdk.Emulator.Lake;
using Aep.Sdk.Emulator.SchemaRegistry;
using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>Reads rows of Parquet files as XDM documents (<see cref="XdmRowReader"/>).</summary>
internal static class XdmRows
{
    /// <param name="files">Parquet files of datasets.</param>
    /// <param name="schema">Their schema: it tells texts from times.</param>
    /// <param name="columns">The columns to read; null for all.</param>
    /// <param name="where">A condition of SQL whose values are literals already; null for all rows.</param>
    public static IEnumerable<Dictionary<string, object?>> Read(
        IReadOnlyList<string> files, XdmSchema schema, IReadOnlyCollection<string>? columns = null, string? where = null)
    {
        if (files.Count == 0)
            yield break;
        using DuckDBConnection connection = DuckDb.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText =
            $"SELECT to_json(r)::VARCHAR FROM (SELECT {Selection(schema, columns)} FROM {Source(files)}{Condition(where)}) r";
        using DuckDBDataReader reader = command.ExecuteReader();
        var rows = new XdmRowReader(XdmShape.Of(schema));
        while (reader.Read())
            yield return rows.Read(reader.GetString(0));
    }

    // Files that were written before a schema grew lack its newer columns.
    private static string Source(IReadOnlyList<string> files) =>
        $"read_parquet([{string.Join(", ", files.Select(DuckDb.Literal))}], union_by_name = true)";

    private static string Selection(XdmSchema schema, IReadOnlyCollection<string>? columns)
    {
        if (columns is null)
            return "*";
        string[] names = [.. schema.Fields.Select(field => field.Name).Where(columns.Contains)];
        return names.Length == 0 ? "1 AS \"_\"" : string.Join(", ", names.Select(name => $"{DuckDb.Identifier(name)}"));
    }

    private static string Condition(string? where) => where is null ? "" : $" WHERE {where}";
}
