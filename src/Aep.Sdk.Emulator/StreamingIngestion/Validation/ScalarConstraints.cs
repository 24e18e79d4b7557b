using System.Globalization;
using System.Text.Json;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.StreamingIngestion.Validation;

/// <summary>Range, length, enumeration, pattern and format of a value whose type is right.</summary>
internal static class ScalarConstraints
{
    /// <returns>The keyword of the constraint that is broken and what is wrong; null if none is.</returns>
    public static (string Keyword, string Message)? Broken(JsonElement value, FieldRule rule) => value.ValueKind switch
    {
        JsonValueKind.String => Broken(value.GetString()!, rule),
        JsonValueKind.Number => Broken(value.GetDouble(), value, rule),
        _ => null,
    };

    private static (string Keyword, string Message)? Broken(string text, FieldRule rule)
    {
        if (rule.MinLength is { } least && text.Length < least)
            return ("minLength", $"expected minLength: {least}, actual: {text.Length}");
        if (rule.MaxLength is { } most && text.Length > most)
            return ("maxLength", $"expected maxLength: {most}, actual: {text.Length}");
        if (rule.Values is { } values && !values.Contains(text))
            return ("enum", $"{text} is not a valid enum value");
        if (rule.Pattern is { } pattern && !pattern.IsMatch(text))
            return ("pattern", $"string [{text}] does not match pattern {pattern}");
        if (rule.Format is { } format && !Formats.Fits(text, format))
            return ("format", $"[{text}] is not a valid {format}");
        return null;
    }

    private static (string Keyword, string Message)? Broken(double number, JsonElement value, FieldRule rule)
    {
        string text = value.GetRawText();
        (double low, double high) = XdmKinds.Range(rule.Kind);
        double least = Math.Max(rule.Minimum ?? low, low), most = Math.Min(rule.Maximum ?? high, high);
        if (number < least)
            return ("minimum", string.Create(CultureInfo.InvariantCulture, $"{text} is not greater or equal to {least}"));
        if (number > most)
            return ("maximum", string.Create(CultureInfo.InvariantCulture, $"{text} is not less or equal to {most}"));
        return rule.Values is { } values && !values.Contains(text) ? ("enum", $"{text} is not a valid enum value") : null;
    }
}
