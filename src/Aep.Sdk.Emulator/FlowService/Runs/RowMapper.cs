using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.DataPrep;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>Turns the rows of a file into XDM documents by the mappings of the flow.</summary>
internal sealed class RowMapper(TimeProvider time)
{
    /// <summary>
    /// Writes a line for each row. The line of a row whose mapping fails says so and is no JSON: the batch counts it as a row that it
    /// must refuse, keeps it in its diagnostics, and decides whether there are too many.
    /// </summary>
    /// <returns>The number of rows, and what became of those whose mapping failed.</returns>
    /// <exception cref="InvalidOperationException">The file cannot be mapped: the message says why.</exception>
    public async Task<MappedRows> WriteJsonAsync(
        string file, SourceFormat format, IReadOnlyList<Mapping> mappings, XdmSchema schema, Stream target, CancellationToken cancellationToken)
    {
        if (format.Format == "delimited")
            CheckColumns(CsvHeader.Read(file, format), mappings);
        Dictionary<Mapping, XdmKind> kinds = mappings.Distinct().ToDictionary(mapping => mapping, mapping => KindOf(schema, mapping));
        var program = new MappingProgram(mappings, time);
        await using var writer = new StreamWriter(target, new UTF8Encoding(false), leaveOpen: true);
        var mapped = new MappedRows();
        foreach (JsonObject row in SourceRows.Read(file, format))
        {
            cancellationToken.ThrowIfCancellationRequested();
            string? failure = null;
            JsonObject document = program.Apply(row, (mapping, value) => Convert(value, kinds[mapping]), (mapping, fault) =>
                failure ??= $"The mapping to {mapping.Destination} failed: {OneLine(fault.Message)}");
            mapped.Count(failure);
            await writer.WriteLineAsync(failure ?? document.ToJsonString());
        }
        return mapped;
    }

    private static string OneLine(string message) => message.ReplaceLineEndings(" ");

    private static void CheckColumns(string[] header, IReadOnlyList<Mapping> mappings)
    {
        Mapping? missing = mappings.FirstOrDefault(mapping => mapping.Type == Mapping.Attribute && !header.Contains(mapping.Source));
        if (missing is not null)
            throw new InvalidOperationException($"The file has no column '{missing.Source}', which the mapping to {missing.Destination} needs.");
    }

    private static XdmKind KindOf(XdmSchema schema, Mapping mapping) => schema.Find(mapping.Destination)?.Kind
        ?? throw new InvalidOperationException($"The schema has no field {mapping.Destination}.");

    // A text that does not convert stays a text: the validation of the batch then names the field and the value.
    private static JsonNode Convert(JsonNode value, XdmKind kind) => value.GetValueKind() != JsonValueKind.String ? value : (value.GetValue<string>(), kind) switch
    {
        (string text, XdmKind.Number) when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) => JsonValue.Create(number),
        (string text, XdmKind.Integer or XdmKind.Long or XdmKind.Short or XdmKind.Byte)
            when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) => JsonValue.Create(number),
        (string text, XdmKind.Boolean) when bool.TryParse(text, out bool truth) => JsonValue.Create(truth),
        _ => value,
    };
}
