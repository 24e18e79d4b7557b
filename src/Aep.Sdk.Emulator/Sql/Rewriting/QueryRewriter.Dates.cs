namespace Aep.Sdk.Emulator.Sql;

/// <content>
/// A date and whole days or months are a date in Spark, a timestamp in the engine. The types of columns are not known here, so a macro of
/// the engine decides by the type of what stands before the operator.
/// </content>
internal sealed partial class QueryRewriter
{
    private static readonly string[] WholeUnits =
        ["YEAR", "YEARS", "QUARTER", "QUARTERS", "MONTH", "MONTHS", "WEEK", "WEEKS", "DAY", "DAYS"];

    private static readonly string[] Units =
        [.. WholeUnits, "HOUR", "HOURS", "MINUTE", "MINUTES", "SECOND", "SECONDS", "MILLISECOND", "MILLISECONDS"];

    // INTERVAL 1 DAY 2 HOURS: the engine takes one unit in each.
    private int? SumOfUnits(int index, int to)
    {
        List<string> parts = [];
        int at = index + 1;
        for (; at + 1 < to && IsAmount(at) && _tokens.IsAny(at + 1, Units); at += 2)
            parts.Add($"INTERVAL {_tokens.Text(at)} {_tokens.Text(at + 1)}");
        return parts.Count > 1 ? Replace(index, at, $"({string.Join(" + ", parts)})") : null;
    }

    private bool IsAmount(int index) => _tokens[index].Kind is SqlTokenKind.Number or SqlTokenKind.String;

    private int? DateShift(int index, int to, QueryScope scope)
    {
        int end = WholeInterval(index + 1, to);
        if (end < 0 || !EndsOperand(index - 1) || !_starts.TryGetValue(SumFrom(index), out int start))
            return null;
        string date = _output.ToString(start, _output.Length - start), sign = _tokens.Text(index) == "-" ? "-" : "";
        string interval = Render((index + 1)..end, scope);
        _output.Length = start;
        _primary = start;
        _output.Append(TypedMacros.Call("spark_shift", date, sign + interval));
        _copied = _tokens[end - 1].End;
        return end;
    }

    // INTERVAL '1' MONTH, INTERVAL 1 MONTH or INTERVAL '1 month': the token after it, or -1 for any other.
    private int WholeInterval(int index, int to)
    {
        if (!_tokens.Is(index, "INTERVAL") || index + 1 >= to)
            return -1;
        bool unit = index + 2 < to && _tokens.IsAny(index + 2, WholeUnits);
        bool more = index + 4 < to && IsAmount(index + 3) && _tokens.IsAny(index + 4, Units);
        if (unit && !more && !_tokens.Is(index + 3, "TO") && IsAmount(index + 1))
            return index + 3;
        string[] words = _tokens.StringValue(index + 1)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return words.Length == 2 && WholeUnits.Contains(words[1], StringComparer.OrdinalIgnoreCase) ? index + 2 : -1;
    }

    // The first token of the sum before a plus or minus.
    private int SumFrom(int index) => OperandFrom(index, at => EndsBits(at) || IsOneOf(at, "&", "^"));
}
