namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// PostgreSQL's catalog, as drivers and tools read it: queries on it run in the engine as they are written. What its relations say stands
/// in catalog.sql. A relation that is not there is refused by name.
/// </summary>
internal static class CatalogTables
{
    private const string Schema = "pg_catalog";
    private const string Information = "information_schema";
    private const string Heading = "\n--- ";

    private static readonly Dictionary<string, string> Relations = Load();

    /// <summary>The names of the relations, qualified.</summary>
    public static IEnumerable<string> Names => Relations.Keys;

    /// <summary>The relation of a catalog table, or null when the reference names none.</summary>
    public static string? Relation(TableReference reference, ITableSource tables, int position)
    {
        string schema = reference.Parts.Count > 1 ? reference.Parts[^2].ToLowerInvariant() : Schema;
        string name = $"{schema}.{reference.Name.ToLowerInvariant()}";
        if (Relations.TryGetValue(name, out string? relation))
            return $"({CatalogFacts.Fill(relation, tables)})";
        return reference.Parts.Count > 1 && schema is (Schema or Information)
            ? throw SqlErrorException.NotSupported($"the catalog table {reference.FullName}", position)
            : null;
    }

    private static Dictionary<string, string> Load()
    {
        using Stream stream = typeof(CatalogTables).Assembly.GetManifestResourceStream("catalog.sql")!;
        using var reader = new StreamReader(stream);
        IEnumerable<string> sections = reader.ReadToEnd().ReplaceLineEndings("\n").Split(Heading).Skip(1);
        return sections.Select(section => section.Split('\n', 2))
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.OrdinalIgnoreCase);
    }
}
