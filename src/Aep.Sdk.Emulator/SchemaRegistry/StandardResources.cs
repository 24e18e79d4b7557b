using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>The classes, field groups and data types of the global container.</summary>
internal static class StandardResources
{
    private static readonly string Text = Read();

    public static IReadOnlyList<JsonObject> All() => [.. JsonNode.Parse(Text)!.AsArray().Select(resource => resource!.AsObject())];

    private static string Read()
    {
        using Stream stream = typeof(StandardResources).Assembly.GetManifestResourceStream("standard-xdm.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
