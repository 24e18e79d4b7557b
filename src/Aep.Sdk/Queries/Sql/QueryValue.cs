using System.Globalization;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Queries;

/// <summary>Column values as the types that callers ask for.</summary>
internal static class QueryValue
{
    public static object? Convert(object? value, Type type, string column)
    {
        Type? inner = Nullable.GetUnderlyingType(type);
        if (value is null)
        {
            return inner is not null || !type.IsValueType
                ? null
                : throw new InvalidCastException($"Column \"{column}\" is NULL, which {type.Name} cannot hold. Ask for {type.Name}?.");
        }

        Type target = inner ?? type;
        if (target.IsInstanceOfType(value)) return value;
        try
        {
            return Change(value, target);
        }
        catch (Exception error) when (error is InvalidCastException or FormatException or OverflowException or System.Text.Json.JsonException)
        {
            throw new InvalidCastException($"Column \"{column}\" holds {value.GetType().Name}, which does not convert to {target.Name}: {error.Message}", error);
        }
    }

    private static object? Change(object value, Type target) => value switch
    {
        DateTime time when target == typeof(DateTimeOffset) => new DateTimeOffset(Utc(time)),
        DateTime time when target == typeof(DateOnly) => DateOnly.FromDateTime(time),
        DateTimeOffset time when target == typeof(DateTime) => time.UtcDateTime,
        string text when target == typeof(Guid) => Guid.Parse(text),
        string text when target == typeof(DateTimeOffset) =>
            DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        string text when target == typeof(JsonNode) => JsonNode.Parse(text),
        string text when target == typeof(JsonObject) => JsonNode.Parse(text)?.AsObject(),
        IFormattable number when target == typeof(string) => number.ToString(null, CultureInfo.InvariantCulture),
        _ => System.Convert.ChangeType(value, target, CultureInfo.InvariantCulture),
    };

    private static DateTime Utc(DateTime time) =>
        time.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : time.ToUniversalTime();
}
