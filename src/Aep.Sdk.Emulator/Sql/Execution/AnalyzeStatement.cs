using System.Globalization;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// <c>ANALYZE TABLE name TABLESAMPLE [FILTERCONTEXT (condition)] SAMPLERATE r</c>.
/// <see cref="Rate"/>: the rate as written: tenths, so 5.0 is half of the rows and 0.5 is 5 % (Adobe's page on dataset samples).
/// <see cref="Query"/>: the rows to draw from.
/// </summary>
internal sealed record AnalyzeStatement(TableName Name, double Rate, SqlStatement Query)
{
    private const double WholeTable = 10;

    public double Fraction => Rate / WholeTable;

    public static AnalyzeStatement Parse(SqlStatement statement)
    {
        SqlTokens tokens = statement.Tokens;
        int at = statement.From + 2;
        TableName name = TableName.Read(tokens, ref at, statement.To);
        string filter = "";
        bool sample = false;
        while (at < statement.To && !tokens.Is(at, "SAMPLERATE"))
        {
            if (tokens.Is(at, "FILTERCONTEXT") && tokens.IsSymbol(at + 1, "("))
            {
                int close = tokens.Close(at + 1, statement.To);
                filter = " WHERE " + tokens.Text(at + 1, close + 1);
                at = close + 1;
                continue;
            }
            if (!tokens.Is(at, "TABLESAMPLE"))
                throw SqlErrorException.NotSupported($"ANALYZE TABLE … {tokens.Text(at)}", tokens[at].Start);
            sample = true;
            at++;
        }
        if (!sample)
            throw SqlErrorException.NotSupported("ANALYZE TABLE without TABLESAMPLE SAMPLERATE", tokens[statement.From].Start);
        SqlStatement query = SqlScript.Parse($"SELECT * FROM \"{name.Name}\"{filter}")[0];
        return new AnalyzeStatement(name, ReadRate(tokens, at + 1, statement.To), query);
    }

    private static double ReadRate(SqlTokens tokens, int at, int to)
    {
        if (at + 1 != to || !double.TryParse(tokens.Text(at), NumberStyles.Float, CultureInfo.InvariantCulture, out double rate))
            throw tokens.SyntaxError(Math.Min(at, tokens.Count));
        return rate is > 0 and <= WholeTable
            ? rate
            : throw new SqlErrorException(
                SqlState.InvalidParameterValue, "SAMPLERATE is above 0 and at most 10 (all rows)", tokens[at].Start);
    }
}
