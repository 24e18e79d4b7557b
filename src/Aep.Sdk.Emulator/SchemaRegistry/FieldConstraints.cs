using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>Whether the constraints of a field definition make sense: a row could not be checked against others.</summary>
internal static class FieldConstraints
{
    private static readonly string[] Numbers = ["minimum", "maximum", "minLength", "maxLength"];

    public static void Check(string name, JsonObject definition)
    {
        if (definition["enum"] is { } values && values is not JsonArray { Count: > 0 })
            throw RegistryErrors.Invalid($"The enum of the field {name} must be a list of values.");
        foreach (string bound in Numbers)
        {
            if (definition[bound] is { } value && value.GetValueKind() != JsonValueKind.Number)
                throw RegistryErrors.Invalid($"{bound} of the field {name} must be a number.");
        }
        CheckOrder(name, definition, "minimum", "maximum");
        CheckOrder(name, definition, "minLength", "maxLength");
        if (definition["type"]?.ToString() == "array" && definition["items"] is not JsonObject)
            throw RegistryErrors.Invalid($"The array {name} must say what its items are.");
        if (definition["pattern"] is { } pattern)
            CheckPattern(name, pattern.ToString());
    }

    private static void CheckOrder(string name, JsonObject definition, string low, string high)
    {
        if (definition[low] is { } least && definition[high] is { } most && (double)least > (double)most)
            throw RegistryErrors.Invalid($"{low} of the field {name} is greater than its {high}.");
    }

    private static void CheckPattern(string name, string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant);
        }
        catch (RegexParseException exception)
        {
            throw RegistryErrors.Invalid($"The pattern of the field {name} is not a regular expression: {exception.Message}");
        }
    }
}
