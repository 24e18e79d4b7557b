using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.FlowService;

/// <summary>Whether an export writes everything each time, or everything once and after that what came since.</summary>
internal static class ExportMode
{
    public const string Full = "DAILY_FULL_EXPORT";
    public const string Incremental = "FIRST_FULL_THEN_INCREMENTAL";

    /// <summary>True when an export of a flow, or of an audience of a flow, is incremental.</summary>
    public static bool IsIncremental(JsonNode? node, string otherwise) => (node?.ToString() ?? otherwise) == Incremental;

    /// <summary>Datasets are exported in full once only; without a mode an export is incremental, as in Adobe's pages.</summary>
    public static void Check(JsonObject parameters, TimeSpan? interval)
    {
        string? mode = Known(parameters["exportMode"], "scheduleParams.exportMode");
        if (mode != Full && parameters["interval"]?.ToString() == "0")
            throw FlowErrors.Invalid($"scheduleParams.interval 0 is a single export of everything: it goes with exportMode {Full}.");
        if (mode == Full && (interval is not null || parameters["timeUnit"]?.ToString().ToLowerInvariant() != "day"))
            throw FlowErrors.Invalid(
                $"scheduleParams: {Full} exports a dataset once, with timeUnit day and interval 0. Use {Incremental} for repeated "
                    + "exports.");
    }

    public static string? Known(JsonNode? node, string member) => node?.ToString() is null or Full or Incremental
        ? node?.ToString()
        : throw FlowErrors.Invalid($"{member} '{node}' is none of {Full}, {Incremental}.");
}
