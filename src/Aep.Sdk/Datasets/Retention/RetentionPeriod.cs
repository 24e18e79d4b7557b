using System.Text.Json.Serialization;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Datasets;

/// <summary>How long rows are kept: a period of ISO 8601.</summary>
/// <param name="Value">The period as AEP writes it, <c>P3M</c>.</param>
[JsonConverter(typeof(OpenStringConverter<RetentionPeriod>))]
public readonly record struct RetentionPeriod(string Value) : IOpenString<RetentionPeriod>
{
    /// <summary>Days.</summary>
    public static RetentionPeriod Days(int number) => Of(number, 'D');

    /// <summary>Months of the calendar.</summary>
    public static RetentionPeriod Months(int number) => Of(number, 'M');

    /// <summary>Years of the calendar.</summary>
    public static RetentionPeriod Years(int number) => Of(number, 'Y');

    /// <inheritdoc/>
    public static RetentionPeriod Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";

    private static RetentionPeriod Of(int number, char unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(number);
        return new($"P{number}{unit}");
    }
}
