using System.Text;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.DataPrep;
using Aep.Sdk.Emulator.FlowService.Sources;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.FlowService.Runs;

/// <summary>Turns the rows of a file into XDM documents by the mappings of the flow.</summary>
internal sealed class RowMapper(TimeProvider time)
{
    /// <summary>
    /// Writes a line for each row. The line of a row that cannot be read, or whose mapping fails, says so and is no JSON: the batch counts
    /// it as a row that it must refuse, keeps it in its diagnostics, and decides whether there are too many.
    /// </summary>
    /// <returns>The number of rows, and what became of those that failed.</returns>
    /// <exception cref="InvalidOperationException">The file cannot be read or mapped: the message says why.</exception>
    public async Task<MappedRows> WriteJsonAsync(
        string file, SourceFormat format, IReadOnlyList<Mapping> mappings, XdmSchema schema, Stream target,
        CancellationToken cancellationToken)
    {
        var conversion = new FieldConversion(schema);
        Dictionary<Mapping, XdmKind> kinds =
            mappings.Distinct().ToDictionary(mapping => mapping, mapping => conversion.KindOf(mapping.Destination));
        var program = new MappingProgram(mappings, time);
        await using var writer = new StreamWriter(target, new UTF8Encoding(false), leaveOpen: true);
        var mapped = new MappedRows();
        await foreach (SourceRow row in SourceRows.ReadAsync(file, format, cancellationToken, header => CheckColumns(header, mappings)))
        {
            RunError? failure = row.Fault;
            JsonObject? document = row.Values is null ? null : program.Apply(
                row.Values,
                (mapping, value) => conversion.Convert(value, kinds[mapping], mapping.Destination),
                (mapping, fault) => failure ??= new RunError(RunError.Mapping,
                    $"The mapping to {mapping.Destination} failed: {fault.Message}"));
            mapped.Count(failure);
            await writer.WriteLineAsync(failure is null ? document!.ToJsonString() : "! " + failure.Message.ReplaceLineEndings(" "));
        }
        return mapped;
    }

    private static void CheckColumns(IReadOnlyList<string> header, IReadOnlyList<Mapping> mappings)
    {
        Mapping? missing = mappings.FirstOrDefault(mapping => mapping.Type == Mapping.Attribute && !header.Contains(mapping.Source));
        if (missing is not null)
            throw new InvalidOperationException(
                $"The file has no column '{missing.Source}', which the mapping to {missing.Destination} needs.");
    }
}
