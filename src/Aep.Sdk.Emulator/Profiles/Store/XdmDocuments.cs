using System.Globalization;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>XDM documents as JSON, and fields of them by dotted path.</summary>
internal static class XdmDocuments
{
    public static JsonNode? ToJson(object? value) => value switch
    {
        null => null,
        string text => text,
        bool truth => truth,
        double number when number == Math.Floor(number) && Math.Abs(number) < 1e15 => (long)number,
        double number => number,
        DateTimeOffset time => Instant(time),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IReadOnlyDictionary<string, object?> item => ToJson(item),
        IReadOnlyList<object?> list => new JsonArray([.. list.Select(ToJson)]),
        _ => throw new InvalidOperationException($"A value of type {value.GetType().Name} is no XDM."),
    };

    public static JsonObject ToJson(IReadOnlyDictionary<string, object?> item) =>
        new(item.Select(member => KeyValuePair.Create(member.Key, ToJson(member.Value))));

    public static string Instant(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture);

    public static object? At(IReadOnlyDictionary<string, object?> document, string path) => At(document, path.Split('.'));

    public static object? At(IReadOnlyDictionary<string, object?> document, string[] path)
    {
        object? value = document;
        foreach (string step in path)
            value = (value as IReadOnlyDictionary<string, object?>)?.GetValueOrDefault(step);
        return value;
    }

    /// <summary>The named fields only.</summary>
    public static JsonObject Project(JsonObject document, IReadOnlyCollection<string> paths)
    {
        var result = new JsonObject();
        foreach (string path in paths)
        {
            string[] steps = path.Split('.');
            JsonNode? value = document;
            foreach (string step in steps)
                value = (value as JsonObject)?[step];
            if (value is null)
                continue;
            JsonObject level = result;
            foreach (string step in steps[..^1])
                level = (level[step] ??= new JsonObject()).AsObject();
            level[steps[^1]] = value.DeepClone();
        }
        return result;
    }
}
