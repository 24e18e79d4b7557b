using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Aep.Sdk.Queries;

/// <summary>Column values as the types that callers ask for.</summary>
internal static class QueryValue
{
    /// <exception cref="InvalidCastException">The value does not fit; the message names the column.</exception>
    public static object? Convert(object? value, Type type, string column, JsonSerializerOptions? json = null)
    {
        Type? inner = Nullable.GetUnderlyingType(type);
        if (value is null)
        {
            return inner is not null || !type.IsValueType
                ? null
                : throw new InvalidCastException($"Column \"{column}\" is NULL, which {type.Name} cannot hold. Ask for {type.Name}?.");
        }

        Type target = inner ?? type;
        try
        {
            return Change(value, target, json);
        }
        catch (Exception error) when (error
            is InvalidCastException or FormatException or OverflowException or JsonException or NotSupportedException or ArgumentException)
        {
            throw new InvalidCastException(
                $"Column \"{column}\" holds {value.GetType().Name}, which does not convert to {target.Name}: {error.Message}", error);
        }
    }

    /// <summary>Times of Query Service are UTC, whether the column says so or not.</summary>
    public static DateTime Utc(DateTime time) =>
        time.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : time.ToUniversalTime();

    private static object? Change(object value, Type target, JsonSerializerOptions? json) => value switch
    {
        DateTime time when target == typeof(DateTimeOffset) => new DateTimeOffset(Utc(time)),
        DateTime time when target == typeof(DateTime) => Utc(time),
        DateTime time when target == typeof(DateOnly) => DateOnly.FromDateTime(time),
        _ when target.IsInstanceOfType(value) => value,
        string text => FromText(text, target, json),
        Array items when Elements(target) is { } element => Items(items, target, element, json),
        DateTimeOffset time when target == typeof(DateTime) => time.UtcDateTime,
        BigInteger or decimal or double or float or IConvertible when IsNumber(target) && IsNumber(value.GetType()) =>
            ExactNumber.Convert(value, target),
        IFormattable formattable when target == typeof(string) => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new InvalidCastException("there is no conversion."),
    };

    private static object? FromText(string text, Type target, JsonSerializerOptions? json)
    {
        if (target == typeof(Guid)) return Guid.Parse(text);
        if (target == typeof(DateTimeOffset)) return Time(text);
        if (target == typeof(DateTime)) return Time(text).UtcDateTime;
        if (target == typeof(DateOnly)) return DateOnly.Parse(text, CultureInfo.InvariantCulture);
        if (target == typeof(JsonNode)) return JsonNode.Parse(text);
        if (target == typeof(JsonObject)) return JsonNode.Parse(text)?.AsObject();
        if (target == typeof(JsonArray)) return JsonNode.Parse(text)?.AsArray();
        if (target == typeof(JsonElement)) return JsonElement.Parse(text);
        if (target.IsEnum) return Enum.Parse(target, text, ignoreCase: true);
        return IsNumber(target) || target == typeof(bool)
            ? System.Convert.ChangeType(text, target, CultureInfo.InvariantCulture)
            : NestedJson.Read(text, target, json);
    }

    private static DateTimeOffset Time(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static Type? Elements(Type target) =>
        target.IsArray ? target.GetElementType()
        : target.IsGenericType && IsSequence(target.GetGenericTypeDefinition()) ? target.GetGenericArguments()[0]
        : null;

    private static bool IsSequence(Type type) => type == typeof(IReadOnlyList<>) || type == typeof(IEnumerable<>);

    private static object Items(Array items, Type target, Type element, JsonSerializerOptions? json)
    {
        Array converted = Array.CreateInstanceFromArrayType(target.IsArray ? target : ArrayOf(element), items.Length);
        for (int i = 0; i < converted.Length; i++) converted.SetValue(Convert(items.GetValue(i), element, $"[{i}]", json), i);
        return converted;
    }

    // Arrays of these are in every program; of other types only where the caller has them.
    private static Type ArrayOf(Type element) => element switch
    {
        _ when element == typeof(string) => typeof(string[]),
        _ when element == typeof(int) => typeof(int[]),
        _ when element == typeof(long) => typeof(long[]),
        _ when element == typeof(double) => typeof(double[]),
        _ when element == typeof(decimal) => typeof(decimal[]),
        _ when element == typeof(bool) => typeof(bool[]),
        _ when element == typeof(DateTimeOffset) => typeof(DateTimeOffset[]),
        _ when element == typeof(DateTime) => typeof(DateTime[]),
        _ => throw new InvalidCastException($"declare the member as {element.Name}[]."),
    };

    private static bool IsNumber(Type type) =>
        type == typeof(BigInteger) || Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal && !type.IsEnum;
}
