namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// Cuts an SQL text into tokens. White space and comments are no tokens; what stands inside literals and comments is never looked into.
/// </summary>
internal sealed class SqlTokenizer
{
    private static readonly string[] Operators =
        ["!~~*", "!~~", "~~*", "<=>", "!~*", "~~", "!~", "~*", "::", "==", "<=", ">=", "<>", "!=", "||", ":=", "->", "=>", "&&", "//"];

    private readonly string _sql;
    private readonly List<SqlToken> _tokens = [];
    private readonly List<Range> _hashes = [];
    private bool _inBlock;
    private int _at;

    private SqlTokenizer(string sql) => _sql = sql;

    public static SqlTokens Tokenize(string sql)
    {
        var tokenizer = new SqlTokenizer(sql);
        while (tokenizer.SkipTrivia())
            tokenizer._tokens.Add(tokenizer.Next());
        return new SqlTokens(tokenizer.WithoutHashes(), tokenizer._tokens);
    }

    private bool SkipTrivia()
    {
        while (_at < _sql.Length)
        {
            if (char.IsWhiteSpace(_sql[_at]))
                _at++;
            else if (StartsWith("--"))
                _at = IndexAfter("\n", _at);
            else if (_sql[_at] == '#' && StartsLine())
                SkipHash();
            else if (StartsWith("/*"))
                SkipBlockComment();
            else
                return true;
        }
        return false;
    }

    private bool StartsLine()
    {
        int before = _at - 1;
        while (before >= 0 && _sql[before] is ' ' or '\t')
            before--;
        return before < 0 || _sql[before] == '\n';
    }

    private void SkipHash()
    {
        int start = _at;
        _at = IndexAfter("\n", _at);
        _hashes.Add(start.._at);
    }

    // A line that begins with # is a comment to Query Service and not to the engine. All else keeps its place.
    private string WithoutHashes()
    {
        if (_hashes.Count == 0)
            return _sql;
        char[] text = _sql.ToCharArray();
        foreach (Range hash in _hashes)
            text.AsSpan(hash).Fill(' ');
        return new string(text);
    }

    // PostgreSQL and DuckDB nest block comments.
    private void SkipBlockComment()
    {
        int start = _at, depth = 0;
        do
        {
            if (_at >= _sql.Length)
                throw new SqlErrorException(SqlState.SyntaxError, "unterminated comment", start);
            int step = StartsWith("/*") || StartsWith("*/") ? 2 : 1;
            depth += step == 1 ? 0 : StartsWith("/*") ? 1 : -1;
            _at += step;
        }
        while (depth > 0);
    }

    private SqlToken Next()
    {
        int start = _at;
        char first = _sql[start];
        SqlTokenKind kind = first switch
        {
            '\'' => Quoted('\'', SqlTokenKind.String, escapes: false, start),
            '"' => Quoted('"', SqlTokenKind.QuotedName, escapes: false, start),
            '`' => Quoted('`', SqlTokenKind.BacktickName, escapes: false, start),
            '$' => Dollar(),
            '@' when IsNameStart(Peek(1)) => Name(SqlTokenKind.Variable),
            'e' or 'E' when Peek(1) == '\'' => EscapeString(),
            _ when IsNameStart(first) => Name(SqlTokenKind.Word),
            _ when char.IsAsciiDigit(first) || (first == '.' && char.IsAsciiDigit(Peek(1))) => Number(),
            _ => Symbol(),
        };
        return new SqlToken(kind, start, _at - start);
    }

    private SqlTokenKind EscapeString()
    {
        int start = _at++;
        return Quoted('\'', SqlTokenKind.String, escapes: true, start);
    }

    private SqlTokenKind Quoted(char quote, SqlTokenKind kind, bool escapes, int start)
    {
        _at++;
        while (_at < _sql.Length)
        {
            if (escapes && _sql[_at] == '\\')
                _at += 2;
            else if (_sql[_at] != quote)
                _at++;
            else if (Peek(1) == quote)
                _at += 2;
            else
            {
                _at++;
                return kind;
            }
        }
        string what = kind == SqlTokenKind.String ? "quoted string" : "quoted identifier";
        throw new SqlErrorException(SqlState.SyntaxError, $"unterminated {what} at or near \"{_sql[start..]}\"", start);
    }

    private SqlTokenKind Dollar()
    {
        int start = _at;
        int end = start + 1;
        while (end < _sql.Length && IsNamePart(_sql[end]))
            end++;
        if (end < _sql.Length && _sql[end] == '$' && !char.IsAsciiDigit(Peek(1)))
            return DollarQuote(_sql[start..(end + 1)]);
        _at = end;
        return end > start + 1 ? SqlTokenKind.Parameter : SqlTokenKind.Symbol;
    }

    private SqlTokenKind DollarQuote(string tag)
    {
        int start = _at;
        _at += tag.Length;
        if (tag == "$$" && (_inBlock || OpensBlock()))
        {
            _inBlock = !_inBlock;
            return SqlTokenKind.BlockQuote;
        }
        int close = _sql.IndexOf(tag, _at, StringComparison.Ordinal);
        if (close < 0)
            throw new SqlErrorException(SqlState.SyntaxError, $"unterminated dollar-quoted string at or near \"{_sql[start..]}\"", start);
        _at = close + tag.Length;
        return SqlTokenKind.String;
    }

    // $$ opens an anonymous block where a statement starts and BEGIN follows; anywhere else it quotes a string.
    private bool OpensBlock()
    {
        bool startsStatement = _tokens.Count == 0 || _sql[_tokens[^1].Start] == ';';
        if (!startsStatement)
            return false;
        int kept = _at;
        bool begins = SkipTrivia() && string.Compare(_sql, _at, "BEGIN", 0, 5, StringComparison.OrdinalIgnoreCase) == 0
            && !IsNamePart(Peek(5));
        _at = kept;
        return begins;
    }

    private SqlTokenKind Name(SqlTokenKind kind)
    {
        _at++;
        while (_at < _sql.Length && IsNamePart(_sql[_at]))
            _at++;
        return kind;
    }

    private SqlTokenKind Number()
    {
        while (char.IsAsciiDigit(Peek(0)) || Peek(0) == '.')
            _at++;
        if (Peek(0) is 'e' or 'E' && (char.IsAsciiDigit(Peek(1)) || (Peek(1) is '+' or '-' && char.IsAsciiDigit(Peek(2)))))
        {
            _at += 2;
            while (char.IsAsciiDigit(Peek(0)))
                _at++;
        }
        return SqlTokenKind.Number;
    }

    private SqlTokenKind Symbol()
    {
        _at += Array.Find(Operators, StartsWith)?.Length ?? 1;
        return SqlTokenKind.Symbol;
    }

    private bool StartsWith(string text) => string.CompareOrdinal(_sql, _at, text, 0, text.Length) == 0;

    private int IndexAfter(string text, int from) =>
        _sql.IndexOf(text, from, StringComparison.Ordinal) is int found and >= 0 ? found + 1 : _sql.Length;

    private char Peek(int ahead) => _at + ahead < _sql.Length ? _sql[_at + ahead] : '\0';

    private static bool IsNameStart(char character) => char.IsLetter(character) || character == '_';

    private static bool IsNamePart(char character) => char.IsLetterOrDigit(character) || character == '_';
}
