using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Propensity.Workflow;

namespace Propensity.Events;

/// <summary>Events as a file, one JSON object a line.</summary>
public static class EventsFile
{
    public static async Task WriteAsync(
        string path, IEnumerable<CustomerEvent> events, JsonTypeInfo<CustomerEvent> type, CancellationToken cancellationToken = default)
    {
        await using StreamWriter writer = OutputFile.Create(path);
        foreach (CustomerEvent happened in events)
            await writer.WriteLineAsync(JsonSerializer.Serialize(happened, type).AsMemory(), cancellationToken);
    }
}
