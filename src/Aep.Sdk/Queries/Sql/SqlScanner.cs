namespace Aep.Sdk.Queries;

/// <summary>Follows SQL text to tell whether a position lies inside a quoted string, a quoted name or a comment.</summary>
internal struct SqlScanner
{
    private char _inside;
    private char _previous;

    /// <summary>What the current position is inside of, in words, or null where an expression can stand.</summary>
    public readonly string? Inside => _inside switch
    {
        '\'' => "a quoted string",
        '"' or '`' => "a quoted name",
        '-' or '*' => "a comment",
        _ => null,
    };

    public void Read(string text)
    {
        foreach (char c in text)
        {
            _previous = _inside == '\0' ? Open(c) : Close(c);
        }
    }

    /// <summary>An expression was put in: what stands before it does not join with what follows.</summary>
    public void Skip() => _previous = '\0';

    private char Open(char c)
    {
        if (c is '\'' or '"' or '`')
        {
            _inside = c;
            return '\0';
        }

        if ((_previous, c) is ('-', '-') or ('/', '*'))
        {
            _inside = c;
            return '\0';
        }

        return c;
    }

    private char Close(char c)
    {
        bool ends = _inside switch
        {
            '-' => c == '\n',
            '*' => (_previous, c) == ('*', '/'),
            _ => c == _inside,
        };
        if (ends) _inside = '\0';
        return ends ? '\0' : c;
    }
}
