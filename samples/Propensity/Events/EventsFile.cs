using System.Text.Json.Nodes;
using Propensity.Workflow;

namespace Propensity.Events;

/// <summary>Events as a file, one JSON object a line.</summary>
public static class EventsFile
{
    public static async Task WriteAsync(string path, IEnumerable<JsonObject> events, CancellationToken cancellationToken = default)
    {
        await using StreamWriter writer = OutputFile.Create(path);
        foreach (JsonObject happened in events)
            await writer.WriteLineAsync(happened.ToJsonString().AsMemory(), cancellationToken);
    }
}
