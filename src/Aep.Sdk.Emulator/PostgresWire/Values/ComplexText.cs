using System.Collections;
using System.Text;
using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>
/// Structs, lists and maps as Query Service prints them (Adobe's SQL syntax page, "Auto to JSON"): <c>(a,NULL,"(1,2)")</c>, <c>{1,2}</c>,
/// <c>[key -> "value"]</c>. A nested value stands in quotes, as does a text with one of the characters of this notation.
/// </summary>
internal static class ComplexText
{
    public static string Write(object value, SqlType type)
    {
        var text = new StringBuilder();
        Append(text, value, type);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object value, SqlType type)
    {
        switch (type.Kind)
        {
            case SqlTypeKind.Struct:
                var members = (IDictionary)value;
                AppendAll(text, '(', ')', type.Fields.Select(member => (members[member.Name], member.Type)));
                break;
            case SqlTypeKind.List:
                AppendAll(text, '{', '}', ((IEnumerable)value).Cast<object?>().Select(item => (item, type.Item!)));
                break;
            case SqlTypeKind.Map:
                AppendMap(text, (IDictionary)value, type);
                break;
            default:
                text.Append(ScalarText.Of(value, type));
                break;
        }
    }

    private static void AppendAll(StringBuilder text, char open, char close, IEnumerable<(object? Value, SqlType Type)> values)
    {
        text.Append(open);
        int start = text.Length;
        foreach ((object? value, SqlType type) in values)
        {
            if (text.Length > start)
                text.Append(',');
            AppendNested(text, value, type);
        }
        text.Append(close);
    }

    private static void AppendMap(StringBuilder text, IDictionary map, SqlType type)
    {
        text.Append('[');
        int start = text.Length;
        foreach (DictionaryEntry entry in map)
        {
            if (text.Length > start)
                text.Append(", ");
            text.Append(ScalarText.Of(entry.Key, type.Fields[0].Type)).Append(" -> ");
            AppendNested(text, entry.Value, type.Fields[1].Type);
        }
        text.Append(']');
    }

    private static void AppendNested(StringBuilder text, object? value, SqlType type)
    {
        if (value is null)
        {
            text.Append("NULL");
            return;
        }
        string inner = Write(value, type);
        bool quoted = type.IsComplex || inner.AsSpan().IndexOfAny("(),{}\"") >= 0;
        text.Append(quoted ? "\"" : "").Append(inner).Append(quoted ? "\"" : "");
    }
}
