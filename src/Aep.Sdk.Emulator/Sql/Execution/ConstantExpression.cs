using System.Globalization;
using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>Evaluates an expression once and gives its value as a literal, for variables and for arguments of EXECUTE.</summary>
internal static class ConstantExpression
{
    public static string Evaluate(SqlSession session, SqlStatement value, SqlValues values)
    {
        string sql = session.Rewrite(value, values);
        string query = value.IsQuery && !value.Tokens.IsSymbol(value.From, "(") ? sql : "SELECT " + sql;
        using ResultRows rows = session.Rows(query, value);
        bool found = rows.Read() && !rows.Reader.IsDBNull(0);
        return found ? Literal(rows.Reader.GetValue(0), rows.Columns[0].Type) : "NULL";
    }

    private static string Literal(object value, SqlType type)
    {
        string text = value switch
        {
            bool flag => flag ? "true" : "false",
            DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };
        return type.Kind switch
        {
            SqlTypeKind.Boolean or SqlTypeKind.TinyInt or SqlTypeKind.SmallInt or SqlTypeKind.Integer or SqlTypeKind.BigInt
                or SqlTypeKind.HugeInt =>
                text.StartsWith('-') ? $"({text})" : text, // "1 -@x" must not become the comment "1 --5".
            SqlTypeKind.Varchar or SqlTypeKind.Json => DuckDb.Literal(text),
            _ when type.IsComplex => throw SqlErrorException.NotSupported($"a variable of type {type.Name}"),
            _ => $"CAST({DuckDb.Literal(text)} AS {type.Name})",
        };
    }
}
