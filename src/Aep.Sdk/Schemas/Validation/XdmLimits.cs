namespace Aep.Sdk.Schemas;

/// <summary>What a field asks of a value that has its type.</summary>
internal static class XdmLimits
{
    /// <summary>The first rule that a value violates; null when it keeps all.</summary>
    public static (XdmRule Rule, string Expected)? Violated(XdmField field, XdmScalar scalar, XdmPatterns patterns, XdmValidationMode mode)
    {
        if (field.Enum.Count > 0 && !field.Enum.Contains(scalar.Text))
            return (XdmRule.Enum, $"one of {Listed(field.Enum)}");
        if (field.Type == XdmFieldType.Date || field.Type == XdmFieldType.DateTime)
            return scalar.Number is not null || XdmTimes.Fits(field.Type, scalar.Text, mode)
                ? null
                : (XdmRule.Format, XdmScalar.Describe(field.Type, mode));
        if (field.Type != XdmFieldType.String)
            return ViolatedByNumber(field, scalar.Number);
        return mode == XdmValidationMode.Streaming ? ViolatedByText(field, scalar.Text, patterns) : null;
    }

    private static (XdmRule, string)? ViolatedByText(XdmField field, string text, XdmPatterns patterns)
    {
        if (field.MinLength is not null || field.MaxLength is not null)
        {
            int length = text.EnumerateRunes().Count();
            if (length < field.MinLength || length > field.MaxLength)
                return (XdmRule.Length, $"a text of {XdmRange.Describe(field.MinLength, field.MaxLength, "characters")}");
        }
        if (field.Pattern is { } pattern && !patterns.Allows(pattern, text))
            return (XdmRule.Pattern, $"a text that matches {pattern}");
        return field.Format is { } format && !XdmTextFormats.Fits(format, text) ? (XdmRule.Format, $"a text in the format {format}") : null;
    }

    private static (XdmRule, string)? ViolatedByNumber(XdmField field, decimal? exact)
    {
        if (exact is not { } number)
            return null;
        double value = (double)number;
        if (value < field.Minimum || value > field.Maximum)
            return (XdmRule.Range, XdmRange.Describe(field.Minimum, field.Maximum, "(inclusive)"));
        return value <= field.ExclusiveMinimum || value >= field.ExclusiveMaximum
            ? (XdmRule.Range, XdmRange.Describe(field.ExclusiveMinimum, field.ExclusiveMaximum, "(exclusive)"))
            : null;
    }

    private static string Listed(IReadOnlyList<string> values)
    {
        const int Shown = 12;
        return string.Join(", ", values.Take(Shown).Select(value => $"\"{value}\""))
            + (values.Count > Shown ? $", … ({values.Count})" : "");
    }
}
