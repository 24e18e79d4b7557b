using System.Text.Json;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Emulator.Activation;

/// <summary>The type of a Parquet column, learned from its values. Texts stay texts, even those that look like dates.</summary>
internal sealed class ColumnType
{
    private const string Text = "VARCHAR";
    private string? _type;

    /// <summary>The engine's name of the type; text when there was no value.</summary>
    public string Name => _type ?? Text;

    public void Learn(JsonNode? value)
    {
        if (value is null)
            return;
        string type = Of(value);
        _type = (_type, type) switch
        {
            (null, _) => type,
            ("BIGINT", "DOUBLE") => type,
            ("DOUBLE", "BIGINT") => _type,
            _ => _type == type ? type : Text,
        };
    }

    private static string Of(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.True or JsonValueKind.False => "BOOLEAN",
        JsonValueKind.Number => long.TryParse(value.ToJsonString(), out _) ? "BIGINT" : "DOUBLE",
        _ => Text,
    };
}
