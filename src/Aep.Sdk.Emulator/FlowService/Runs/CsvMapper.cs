using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.DataPrep;
using Aep.Sdk.Emulator.Lake;
using Aep.Sdk.Emulator.SchemaRegistry;
using DuckDB.NET.Data;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>Turns the rows of a delimited file into XDM documents: each mapping copies a column to a path of the target schema.</summary>
internal sealed class CsvMapper
{
    /// <returns>The number of rows.</returns>
    public async Task<long> WriteJsonAsync(string csvFile, IReadOnlyList<Mapping> mappings, XdmSchema schema, Stream target, CancellationToken cancellationToken)
    {
        string[] header = CsvHeader.Read(csvFile);
        (int Column, string[] Path, XdmKind Kind)[] plan = [.. mappings.Select(mapping => Plan(mapping, header, schema))];
        using DuckDBConnection connection = DuckDb.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = Query(csvFile, header.Length);
        using DuckDBDataReader reader = command.ExecuteReader();
        await using var writer = new StreamWriter(target, new UTF8Encoding(false), leaveOpen: true);
        long rows = 0;
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var document = new JsonObject();
            foreach ((int column, string[] path, XdmKind kind) in plan)
            {
                if (!reader.IsDBNull(column))
                    Set(document, path, Convert(reader.GetString(column), kind));
            }
            await writer.WriteLineAsync(document.ToJsonString());
            rows++;
        }
        return rows;
    }

    // DuckDB must not guess the form of the file: it would leave out lines that do not fit its guess, the header for one.
    private static string Query(string csvFile, int columnCount)
    {
        string columns = string.Join(", ", Enumerable.Range(0, columnCount).Select(i => $"'c{i}': 'VARCHAR'"));
        return $"SELECT * FROM read_csv({DuckDb.Literal(csvFile)}, auto_detect = false, header = true, columns = {{{columns}}}, delim = ',', quote = '\"', escape = '\"')";
    }

    private static (int Column, string[] Path, XdmKind Kind) Plan(Mapping mapping, string[] header, XdmSchema schema)
    {
        int column = Array.IndexOf(header, mapping.Source);
        if (column < 0)
            throw new InvalidOperationException($"The file has no column '{mapping.Source}', which the mapping to {mapping.Destination} needs.");
        XdmField field = schema.Find(mapping.Destination)
            ?? throw new InvalidOperationException($"The schema has no field {mapping.Destination}.");
        return (column, mapping.Destination.Split('.'), field.Kind);
    }

    // A text that does not convert stays a text: the validation of the batch then names the field and the value.
    private static JsonNode Convert(string text, XdmKind kind) => kind switch
    {
        XdmKind.Number when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) => JsonValue.Create(number),
        XdmKind.Integer or XdmKind.Long or XdmKind.Short or XdmKind.Byte
            when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) => JsonValue.Create(number),
        XdmKind.Boolean when bool.TryParse(text, out bool truth) => JsonValue.Create(truth),
        _ => JsonValue.Create(text),
    };

    private static void Set(JsonObject document, string[] path, JsonNode value)
    {
        JsonObject level = document;
        foreach (string step in path[..^1])
            level = (level[step] ??= new JsonObject()).AsObject();
        level[path[^1]] = value;
    }
}
