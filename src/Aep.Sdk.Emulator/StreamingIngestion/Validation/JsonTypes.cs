using System.Text.Json;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.StreamingIngestion.Validation;

/// <summary>Whether a JSON value is of the type that a field asks for; the names are those that AEP's messages use.</summary>
internal static class JsonTypes
{
    /// <returns>What is wrong, or null.</returns>
    public static string? Mismatch(JsonElement value, XdmKind kind)
    {
        string expected = Expected(kind);
        bool fits = expected switch
        {
            "String" => value.ValueKind == JsonValueKind.String,
            "Boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "Integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "Number" => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number),
            "JSONArray" => value.ValueKind == JsonValueKind.Array,
            _ => value.ValueKind == JsonValueKind.Object,
        };
        return fits ? null : $"expected type: {expected}, found: {Found(value)}";
    }

    private static string Expected(XdmKind kind) => kind switch
    {
        XdmKind.String or XdmKind.Date or XdmKind.DateTime => "String",
        XdmKind.Boolean => "Boolean",
        XdmKind.Integer or XdmKind.Long or XdmKind.Short or XdmKind.Byte => "Integer",
        XdmKind.Number => "Number",
        XdmKind.Array => "JSONArray",
        _ => "JSONObject",
    };

    private static string Found(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "String",
        JsonValueKind.True or JsonValueKind.False => "Boolean",
        JsonValueKind.Null => "Null",
        JsonValueKind.Array => "JSONArray",
        JsonValueKind.Object => "JSONObject",
        _ when value.TryGetInt32(out _) => "Integer",
        _ => value.TryGetInt64(out _) ? "Long" : "BigDecimal",
    };
}
