using System.Globalization;
using System.Text.Json;
using Aep.Sdk.Emulator.Lake;
using Aep.Sdk.Emulator.SchemaRegistry;
using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>
/// Reads rows of Parquet files as XDM documents: dictionaries of double, string, bool, <see cref="DateTimeOffset"/>, <see cref="DateOnly"/>, lists and
/// dictionaries. What is null or empty is left out.
/// </summary>
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
        command.CommandText = $"SELECT to_json(r)::VARCHAR FROM (SELECT {Selection(schema, columns)} FROM {Source(files)}{Condition(where)}) r";
        using DuckDBDataReader reader = command.ExecuteReader();
        var fields = schema.Fields.ToDictionary(field => field.Name, StringComparer.Ordinal);
        while (reader.Read())
        {
            using JsonDocument row = JsonDocument.Parse(reader.GetString(0));
            yield return ReadObject(row.RootElement, fields) ?? [];
        }
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

    private static object? ReadValue(JsonElement element, XdmField? field) => element.ValueKind switch
    {
        JsonValueKind.String => ReadText(element.GetString()!, field?.Kind ?? XdmKind.String),
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => ReadList(element, field?.Items),
        JsonValueKind.Object when field?.Kind == XdmKind.Map => ReadMap(element, field.Items),
        JsonValueKind.Object => ReadObject(element, field?.Fields),
        _ => null,
    };

    private static object? ReadText(string text, XdmKind kind) => kind switch
    {
        XdmKind.DateTime when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTime time) =>
            new DateTimeOffset(time),
        XdmKind.Date when DateOnly.TryParse(text, CultureInfo.InvariantCulture, out DateOnly date) => date,
        XdmKind.Object or XdmKind.Map when text.StartsWith('{') => ReadFreeForm(text), // stored as text, because it has no fields
        _ => text,
    };

    private static object? ReadFreeForm(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        return ReadValue(document.RootElement, null);
    }

    private static List<object?>? ReadList(JsonElement element, XdmField? items)
    {
        var list = new List<object?>(element.GetArrayLength());
        foreach (JsonElement item in element.EnumerateArray())
            list.Add(ReadValue(item, items));
        return list.Count == 0 ? null : list;
    }

    private static Dictionary<string, object?>? ReadMap(JsonElement element, XdmField? values)
    {
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (JsonProperty entry in element.EnumerateObject())
        {
            if (ReadValue(entry.Value, values) is { } value)
                map[entry.Name] = value;
        }
        return map.Count == 0 ? null : map;
    }

    private static Dictionary<string, object?>? ReadObject(JsonElement element, IReadOnlyList<XdmField>? fields) =>
        ReadObject(element, name => fields?.FirstOrDefault(field => field.Name == name));

    private static Dictionary<string, object?>? ReadObject(JsonElement element, Dictionary<string, XdmField> fields) =>
        ReadObject(element, name => fields.GetValueOrDefault(name));

    private static Dictionary<string, object?>? ReadObject(JsonElement element, Func<string, XdmField?> fieldOf)
    {
        var result = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Null && ReadValue(member.Value, fieldOf(member.Name)) is { } value)
                result[string.Intern(member.Name)] = value;
        }
        return result.Count == 0 ? null : result;
    }
}
