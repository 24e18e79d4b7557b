using System.Text;

namespace Aep.Sdk.Tests.Queries;

/// <summary>An independent reader of string expressions, in both dialects that Query Service's engine may follow.</summary>
internal sealed class SqlLexer(string text, bool backslashEscapes)
{
    private int _position;

    /// <summary>
    /// Reads <c>'…'</c>, <c>chr(n)</c> or <c>concat(…)</c> at <paramref name="start"/>; returns its value and the text after it.
    /// </summary>
    public static (string Value, string Tail) Read(string text, int start, bool backslashEscapes)
    {
        var lexer = new SqlLexer(text, backslashEscapes) { _position = start };
        string value = lexer.Expression();
        return (value, text[lexer._position..]);
    }

    private string Expression()
    {
        if (text[_position] == '\'') return Quoted();
        if (Take("chr("))
        {
            int end = text.IndexOf(')', _position);
            char value = (char)int.Parse(text[_position..end], System.Globalization.CultureInfo.InvariantCulture);
            _position = end + 1;
            return value.ToString();
        }

        Assert.True(Take("concat("), $"not an expression: {text[_position..]}");
        var parts = new StringBuilder(Expression());
        while (Take(", ")) parts.Append(Expression());
        Assert.True(Take(")"));
        return parts.ToString();
    }

    private string Quoted()
    {
        var value = new StringBuilder();
        for (_position++; ; _position++)
        {
            char c = text[_position];
            if (c == '\\' && backslashEscapes)
            {
                value.Append(text[++_position]);
            }
            else if (c != '\'')
            {
                value.Append(c);
            }
            else if (_position + 1 < text.Length && text[_position + 1] == '\'')
            {
                value.Append('\'');
                _position++;
            }
            else
            {
                _position++;
                return value.ToString();
            }
        }
    }

    private bool Take(string token)
    {
        if (string.CompareOrdinal(text, _position, token, 0, token.Length) != 0) return false;
        _position += token.Length;
        return true;
    }
}
