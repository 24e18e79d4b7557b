using Microsoft.Extensions.Logging;

namespace Aep.Sdk.Destinations;

/// <summary>Log lines of the destinations.</summary>
internal static partial class DestinationsLog
{
    [LoggerMessage(50, LogLevel.Warning, "The dataset {DatasetId} leaves Experience Platform in spite of its labels ({Labels}): {Reason}")]
    public static partial void LabelsOverridden(this ILogger logger, string datasetId, string labels, string reason);
}
