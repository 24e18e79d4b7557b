using System.Text.Json;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.DataPrep;
using Aep.Sdk.Emulator.FlowService.Runs;
using Aep.Sdk.Emulator.SchemaRegistry;
using Aep.Sdk.Emulator.StreamingIngestion.Validation;

namespace Aep.Sdk.Emulator.StreamingIngestion;

/// <summary>The way of raw messages into a dataset: a mapping, and the rules of its schema.</summary>
internal sealed class RawStream
{
    private readonly string _datasetId;
    private readonly EntityRules _rules;
    private readonly FieldConversion _conversion;
    private readonly Dictionary<Mapping, XdmKind> _kinds;
    private readonly MappingProgram _program;

    /// <exception cref="InvalidOperationException">A mapping leads to a field that the schema does not have.</exception>
    /// <exception cref="DataPrep.Expressions.ExpressionException">An expression cannot be read.</exception>
    public RawStream(
        string datasetId, EntityRules rules, FieldConversion conversion, IReadOnlyList<Mapping> mappings, TimeProvider time)
    {
        (_datasetId, _rules, _conversion) = (datasetId, rules, conversion);
        _kinds = mappings.Distinct().ToDictionary(mapping => mapping, mapping => conversion.KindOf(mapping.Destination));
        _program = new MappingProgram(mappings, time);
    }

    /// <summary>Makes a record of a message. One whose mapping fails is kept as it came, with the failure.</summary>
    public CheckedMessage Map(string id, JsonObject raw)
    {
        var failures = new List<Violation>();
        JsonObject document = _program.Apply(
            raw,
            (mapping, value) => _conversion.Convert(value, _kinds[mapping], mapping.Destination),
            (mapping, fault) => failures.Add(new Violation(
                "#", $"#/{mapping.Destination.Replace('.', '/')}", RefusedMessages.Mapping,
                $"The mapping to {mapping.Destination} failed: {fault.Message}")));
        JsonObject kept = failures.Count == 0 ? document : raw;
        var message = new StreamMessage(id, _datasetId, _rules, JsonSerializer.SerializeToElement(kept));
        return new CheckedMessage(message, failures.Count == 0 ? message.Validate() : failures);
    }
}
