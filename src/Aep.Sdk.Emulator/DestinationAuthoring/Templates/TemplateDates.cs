using Aep.Sdk.Emulator.DataPrep.Expressions;

namespace Aep.Sdk.Emulator.DestinationAuthoring.Templates;

/// <summary>The filter <c>date</c>: times from one pattern of Java to another. Without patterns a time is ISO 8601.</summary>
internal static class TemplateDates
{
    private const string Iso = "yyyy-MM-dd'T'HH:mm:ssX";

    public static string Format(object value, object?[] given)
    {
        string format = given[0] as string ?? Iso;
        try
        {
            DateTimeOffset time = value switch
            {
                long milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds),
                _ when given[1] is string existing => DateText.Parse(TemplateValues.Text(value), existing),
                _ => DateText.Required(TemplateValues.Text(value)),
            };
            TimeZoneInfo zone = given[2] is string name ? TimeZoneInfo.FindSystemTimeZoneById(name) : TimeZoneInfo.Utc;
            return DateText.Format(TimeZoneInfo.ConvertTime(time, zone), format);
        }
        catch (Exception exception) when (
            exception is ExpressionException or TimeZoneNotFoundException or FormatException or ArgumentOutOfRangeException)
        {
            throw new TemplateException($"The filter 'date': {exception.Message}");
        }
    }
}
