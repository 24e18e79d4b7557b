using System.Text.Json;

namespace Aep.Sdk.Schemas;

/// <summary>What was found, for a message.</summary>
internal static class XdmFound
{
    private const int Shown = 60;

    public static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => $"the text \"{Short(value.GetString()!)}\"",
        JsonValueKind.Number => $"the number {Short(value.GetRawText())}",
        JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        JsonValueKind.Null => "null",
        JsonValueKind.Array => $"a list of {value.GetArrayLength()}",
        JsonValueKind.Object => "an object",
        _ => "nothing",
    };

    private static string Short(string text) => text.Length <= Shown ? text : text[..Shown] + "…";
}
