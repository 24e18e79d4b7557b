using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Aep.Sdk.LandingZones.Formats;

/// <summary>A column of a CSV file, and how the member that it goes to is written in JSON.</summary>
internal sealed class CsvColumn
{
    private readonly string _name;
    private readonly Kind _kind;
    private readonly CsvDialect _dialect;

    private CsvColumn(string name, Kind kind, CsvDialect dialect) => (_name, _kind, _dialect) = (name, kind, dialect);

    private enum Kind
    {
        Text,
        Number,
        Boolean,
        OtherThanText,
    }

    public static CsvColumn Of(string name, JsonTypeInfo type, CsvDialect dialect)
    {
        Type? member =
            type.Kind == JsonTypeInfoKind.Object ? type.Properties.FirstOrDefault(property => property.Name == name)?.PropertyType : null;
        Kind kind = member is null ? Kind.Text : KindOf(Nullable.GetUnderlyingType(member) ?? member);
        return new CsvColumn(name, kind, dialect);
    }

    /// <summary>Writes a field. Returns what is wrong with it, or null.</summary>
    public string? Write(Utf8JsonWriter json, string field)
    {
        if ((_kind != Kind.Text && field.Length == 0) || field == _dialect.Absent)
        {
            json.WriteNull(_name);
            return null;
        }

        switch (_kind)
        {
            case Kind.Boolean when bool.TryParse(field, out bool value):
                json.WriteBoolean(_name, value);
                return null;
            case Kind.Number when decimal.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number):
                json.WriteNumber(_name, number);
                return null;
            case Kind.Number when double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                && double.IsFinite(number):
                json.WriteNumber(_name, number);
                return null;
            case Kind.Boolean or Kind.Number:
                return $"the field {_name} is \"{field}\", which is no {(_kind == Kind.Number ? "number" : "true or false")}.";
            default:
                json.WriteString(_name, field == _dialect.Empty ? "" : field);
                return null;
        }
    }

    private static Kind KindOf(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.String => Kind.Text,
        TypeCode.Boolean => Kind.Boolean,
        >= TypeCode.SByte and <= TypeCode.Decimal when !type.IsEnum => Kind.Number,
        _ => Kind.OtherThanText,
    };
}
