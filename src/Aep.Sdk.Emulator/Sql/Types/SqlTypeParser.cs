namespace Aep.Sdk.Emulator.Sql;

/// <summary>Reads the type names that DuckDB's DESCRIBE prints: <c>STRUCT(a INTEGER, "b c" VARCHAR[])</c>.</summary>
internal sealed class SqlTypeParser(string text)
{
    private readonly SqlTokens _tokens = SqlTokenizer.Tokenize(text);
    private int _at;

    public SqlType Parse()
    {
        SqlType type = Read();
        return _at == _tokens.Count ? type : throw Unexpected();
    }

    private SqlType Read()
    {
        int start = _at;
        SqlType type = Base(start);
        while (_tokens.IsSymbol(_at, "["))
        {
            while (!_tokens.IsSymbol(_at++, "]"))
            {
                if (_at >= _tokens.Count)
                    throw Unexpected();
            }
            type = new SqlType(SqlTypeKind.List, _tokens.Text(start, _at), [], type);
        }
        return type;
    }

    private SqlType Base(int start)
    {
        string word = _tokens.Text(_at++).ToUpperInvariant();
        if (word is "STRUCT" or "MAP")
            return word == "STRUCT" ? Struct(start) : Map(start);
        if (word is "TIMESTAMP" or "TIME")
            return Time(start, word);
        if (_tokens.IsSymbol(_at, "("))
            _at = _tokens.Close(_at, _tokens.Count) + 1;
        return new SqlType(Kind(word), _tokens.Text(start, _at), [], null);
    }

    private SqlType Struct(int start)
    {
        List<SqlField> fields = [];
        do
        {
            string name = _tokens.Name(++_at);
            _at++;
            fields.Add(new SqlField(name, Read()));
        }
        while (_tokens.IsSymbol(_at, ","));
        Expect(")");
        return new SqlType(SqlTypeKind.Struct, _tokens.Text(start, _at), fields, null);
    }

    private SqlType Map(int start)
    {
        Expect("(");
        SqlType key = Read();
        Expect(",");
        SqlType value = Read();
        Expect(")");
        return new SqlType(SqlTypeKind.Map, _tokens.Text(start, _at), [new SqlField("key", key), new SqlField("value", value)], null);
    }

    private SqlType Time(int start, string word)
    {
        bool zoned = _tokens.AreWords(_at, "WITH", "TIME", "ZONE");
        _at += zoned ? 3 : 0;
        SqlTypeKind kind = word == "TIME" ? SqlTypeKind.Other : zoned ? SqlTypeKind.TimestampTz : SqlTypeKind.Timestamp;
        return new SqlType(kind, _tokens.Text(start, _at), [], null);
    }

    private static SqlTypeKind Kind(string word) => word switch
    {
        "BOOLEAN" => SqlTypeKind.Boolean,
        "TINYINT" => SqlTypeKind.TinyInt,
        "SMALLINT" or "UTINYINT" => SqlTypeKind.SmallInt,
        "INTEGER" or "USMALLINT" => SqlTypeKind.Integer,
        "BIGINT" => SqlTypeKind.BigInt,
        "HUGEINT" or "UHUGEINT" or "BIGNUM" => SqlTypeKind.HugeInt,
        "UINTEGER" or "UBIGINT" => SqlTypeKind.UnsignedInteger,
        "FLOAT" => SqlTypeKind.Float,
        "DOUBLE" => SqlTypeKind.Double,
        "DECIMAL" => SqlTypeKind.Decimal,
        "VARCHAR" => SqlTypeKind.Varchar,
        "JSON" => SqlTypeKind.Json,
        "DATE" => SqlTypeKind.Date,
        "TIMESTAMP_S" or "TIMESTAMP_MS" or "TIMESTAMP_NS" => SqlTypeKind.Timestamp,
        "UUID" => SqlTypeKind.Uuid,
        _ => SqlTypeKind.Other,
    };

    private void Expect(string symbol)
    {
        if (!_tokens.IsSymbol(_at++, symbol))
            throw Unexpected();
    }

    private FormatException Unexpected() => new($"The type {text} cannot be read.");
}
