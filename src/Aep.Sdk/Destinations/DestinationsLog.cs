using Microsoft.Extensions.Logging;

namespace Aep.Sdk.Destinations;

/// <summary>Log lines of the destinations.</summary>
internal static partial class DestinationsLog
{
    [LoggerMessage(50, LogLevel.Warning, "{What} leaves Experience Platform in spite of labels ({Labels}): {Reason}")]
    public static partial void LabelsOverridden(this ILogger logger, string what, string labels, string reason);
}
