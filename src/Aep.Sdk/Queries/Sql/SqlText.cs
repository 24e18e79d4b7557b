namespace Aep.Sdk.Queries;

/// <summary>An SQL text as its commands. It knows quotes, comments and <c>$$</c> blocks, and nothing else of the language.</summary>
internal sealed class SqlText
{
    private readonly string _text;
    private readonly List<SqlCommand> _commands = [];
    private readonly List<string> _words = [];
    private int _at, _start, _depth;

    private SqlText(string text) => _text = text;

    public static IReadOnlyList<SqlCommand> Commands(string text)
    {
        var reading = new SqlText(text);
        while (reading._at < text.Length) reading.Step();
        reading.EndCommand();
        return reading._commands;
    }

    private void Step()
    {
        char c = _text[_at];
        if (c is '\'' or '"' or '`') SkipPast(c.ToString(), 1);
        else if (Ahead("--")) SkipPast("\n", 2);
        else if (Ahead("/*")) SkipPast("*/", 2);
        else if (Ahead("$$")) SkipPast("$$", 2);
        else if (char.IsLetter(c) || c is '_' or '@' or '$') Word();
        else Symbol(c);
    }

    private void Symbol(char c)
    {
        if (c == ';' && _depth == 0) EndCommand();
        else _depth += c switch { '(' => 1, ')' => -1, _ => 0 };
        _at++;
        if (c == ';' && _depth == 0) _start = _at;
    }

    private void Word()
    {
        int from = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '_' or '@' or '.')) _at++;
        if (_at == from) _at++; // a lone dollar sign
        if (_depth == 0) _words.Add(_text[from.._at].ToUpperInvariant());
    }

    private void EndCommand()
    {
        string command = _text[_start.._at].Trim();
        if (command.Length > 0 && (_words.Count > 0 || command.StartsWith("$$", StringComparison.Ordinal) || command[0] == '('))
            _commands.Add(new SqlCommand(command, [.. _words]));
        _words.Clear();
    }

    private bool Ahead(string token) => string.CompareOrdinal(_text, _at, token, 0, token.Length) == 0;

    private void SkipPast(string end, int opening)
    {
        int found = _text.IndexOf(end, _at + opening, StringComparison.Ordinal);
        _at = found < 0 ? _text.Length : found + end.Length;
    }
}
