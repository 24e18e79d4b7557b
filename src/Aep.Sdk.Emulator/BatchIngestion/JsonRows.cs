using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>Streams the rows of a JSON file: one document a line, or one array of them.</summary>
internal static class JsonRows
{
    public static async IAsyncEnumerable<JsonElement> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using FileStream file = File.OpenRead(path);
        bool isArray = StartsWithArray(file);
        file.Position = 0;
        await foreach (JsonElement row in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(file, topLevelValues: !isArray, cancellationToken: cancellationToken))
            yield return row;
    }

    private static bool StartsWithArray(FileStream file)
    {
        int next;
        do
        {
            next = file.ReadByte();
        }
        while (next is ' ' or '\t' or '\r' or '\n' or 0xEF or 0xBB or 0xBF);
        return next == '[';
    }
}
