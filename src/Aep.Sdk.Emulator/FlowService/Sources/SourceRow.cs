using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.BatchIngestion;
using Aep.Sdk.Emulator.FlowService.Runs;

namespace Aep.Sdk.Emulator.FlowService.Sources;

/// <summary>A row of a file: its values, or why it cannot be read.</summary>
internal readonly record struct SourceRow(JsonObject? Values, RunError? Fault)
{
    public static SourceRow Of(JsonObject values) => new(values, null);

    public static SourceRow Corrupt(string message) => new(null, new RunError(RowErrorCode.Corrupt.Code, message));
}
