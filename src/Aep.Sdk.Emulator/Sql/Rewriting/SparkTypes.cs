using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>Type names of Spark (and those that PostgreSQL's tools write) as types of the engine.</summary>
internal static class SparkTypes
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["tinyint"] = "TINYINT",
        ["byte"] = "TINYINT",
        ["smallint"] = "SMALLINT",
        ["short"] = "SMALLINT",
        ["int2"] = "SMALLINT",
        ["int"] = "INTEGER",
        ["integer"] = "INTEGER",
        ["int4"] = "INTEGER",
        ["bigint"] = "BIGINT",
        ["long"] = "BIGINT",
        ["int8"] = "BIGINT",
        ["oid"] = "BIGINT",
        ["regclass"] = "REGCLASS",
        ["float"] = "FLOAT",
        ["real"] = "FLOAT",
        ["float4"] = "FLOAT",
        ["double"] = "DOUBLE",
        ["float8"] = "DOUBLE",
        ["decimal"] = "DECIMAL",
        ["dec"] = "DECIMAL",
        ["numeric"] = "DECIMAL",
        ["string"] = "VARCHAR",
        ["varchar"] = "VARCHAR",
        ["char"] = "VARCHAR",
        ["character"] = "VARCHAR",
        ["text"] = "VARCHAR",
        ["name"] = "VARCHAR",
        ["regtype"] = "REGTYPE",
        ["regproc"] = "REGPROC",
        ["bool"] = "BOOLEAN",
        ["boolean"] = "BOOLEAN",
        ["binary"] = "BLOB",
        ["bytea"] = "BLOB",
        ["date"] = "DATE",
        ["timestamp"] = "TIMESTAMP",
        ["timestamp_ntz"] = "TIMESTAMP",
        ["timestamptz"] = "TIMESTAMPTZ",
        ["uuid"] = "UUID",
        ["json"] = "JSON",
        ["interval"] = "INTERVAL",
        ["hugeint"] = "HUGEINT",
    };

    /// <summary>Reads a type and answers with the engine's name and the token after it.</summary>
    public static (string Type, int End) Read(SqlTokens tokens, int at, int to)
    {
        if (at >= to || !tokens.IsName(at))
            throw tokens.SyntaxError(at);
        if (tokens.Is(at, "pg_catalog") && tokens.IsSymbol(at + 1, "."))
            at += 2;
        (string type, int end) = tokens.Name(at).ToLowerInvariant() switch
        {
            "array" when tokens.IsSymbol(at + 1, "<") => Array(tokens, at + 2, to),
            "map" when tokens.IsSymbol(at + 1, "<") => Map(tokens, at + 2, to),
            "struct" when tokens.IsSymbol(at + 1, "<") => Struct(tokens, at + 2, to),
            _ => Scalar(tokens, at, to),
        };
        while (tokens.IsSymbol(end, "[") && tokens.IsSymbol(end + 1, "]") && end + 1 < to)
            (type, end) = (type + "[]", end + 2);
        return (type, end);
    }

    private static (string Type, int End) Scalar(SqlTokens tokens, int at, int to)
    {
        string type = Names.GetValueOrDefault(tokens.Name(at))
            ?? throw new SqlErrorException(SqlState.UndefinedObject, $"type \"{tokens.Name(at)}\" does not exist", tokens[at].Start);
        int end = at + 1;
        if (type == "DOUBLE" && tokens.Is(end, "PRECISION") || type == "VARCHAR" && tokens.Is(end, "VARYING"))
            end++;
        string arguments = "";
        if (end < to && tokens.IsSymbol(end, "("))
        {
            int close = tokens.Close(end, to);
            arguments = tokens.Text(end, close + 1);
            end = close + 1;
        }
        if (type == "TIMESTAMP" && tokens.IsAny(end, "WITH", "WITHOUT") && tokens.AreWords(end + 1, "TIME", "ZONE"))
            (type, end) = (tokens.Is(end, "WITH") ? "TIMESTAMPTZ" : "TIMESTAMP", end + 3);
        // A decimal without digits is decimal(10, 0) in Spark.
        return (type == "DECIMAL" ? type + (arguments.Length == 0 ? "(10, 0)" : arguments) : type, end);
    }

    private static (string Type, int End) Array(SqlTokens tokens, int at, int to)
    {
        (string item, int end) = Read(tokens, at, to);
        return (item + "[]", Closed(tokens, end));
    }

    private static (string Type, int End) Map(SqlTokens tokens, int at, int to)
    {
        (string key, int comma) = Read(tokens, at, to);
        if (!tokens.IsSymbol(comma, ","))
            throw tokens.SyntaxError(comma);
        (string value, int end) = Read(tokens, comma + 1, to);
        return ($"MAP({key}, {value})", Closed(tokens, end));
    }

    private static (string Type, int End) Struct(SqlTokens tokens, int at, int to)
    {
        List<string> fields = [];
        while (true)
        {
            if (!tokens.IsName(at))
                throw tokens.SyntaxError(at);
            string name = DuckDb.Identifier(tokens.Name(at));
            (string type, int end) = Read(tokens, tokens.IsSymbol(at + 1, ":") ? at + 2 : at + 1, to);
            fields.Add($"{name} {type}");
            if (!tokens.IsSymbol(end, ","))
                return ($"STRUCT({string.Join(", ", fields)})", Closed(tokens, end));
            at = end + 1;
        }
    }

    private static int Closed(SqlTokens tokens, int at) => tokens.IsSymbol(at, ">") ? at + 1 : throw tokens.SyntaxError(at);
}
