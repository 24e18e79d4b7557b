using System.Globalization;

namespace Aep.Sdk.Segmentation;

/// <summary>A literal of a rule: a string, a boolean, a number or a day.</summary>
public readonly struct PqlValue
{
    private readonly string? _text;

    private PqlValue(string text) => _text = text;

    /// <summary>A string.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator PqlValue(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new PqlValue($"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
    }

    /// <summary>A boolean.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator PqlValue(bool value) => new(value ? "true" : "false");

    /// <summary>A whole number.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator PqlValue(long value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number, written without an exponent.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not finite.</exception>
    /// <exception cref="OverflowException">It is beyond the range of <see cref="decimal"/>.</exception>
    public static implicit operator PqlValue(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(value), value, "A rule has no such number.");
        // By way of its digits: a cast would keep only 15 of them and move the bound.
        decimal digits = decimal.Parse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        return new PqlValue(digits.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A day.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator PqlValue(DateOnly value) =>
        new(string.Create(CultureInfo.InvariantCulture, $"date({value.Year}, {value.Month}, {value.Day})"));

    /// <summary>The literal as PQL text.</summary>
    public override string ToString() => _text ?? "null";
}
