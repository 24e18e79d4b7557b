using System.Globalization;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.FlowService;

/// <summary>The options of a source flow.</summary>
internal static class FlowOptions
{
    /// <summary>How many percent of the rows may be refused before all are; sent as a number or as text.</summary>
    public static double PartialIngestionPercent(JsonObject flow)
    {
        string percent = flow["options"]?["partialIngestionPercent"]?.ToString() ?? "0";
        return double.TryParse(percent, CultureInfo.InvariantCulture, out double number) && number is >= 0 and <= 100
            ? number
            : throw FlowErrors.Invalid($"options.partialIngestionPercent '{percent}' must be a number between 0 and 100.");
    }
}
