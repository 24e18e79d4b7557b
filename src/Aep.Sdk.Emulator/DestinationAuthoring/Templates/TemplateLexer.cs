namespace Aep.Sdk.Emulator.DestinationAuthoring.Templates;

/// <summary>Cuts a template into text, values and tags. Comments go, and the white space beside a hyphen.</summary>
internal sealed class TemplateLexer(string template)
{
    private readonly List<TemplatePart> _parts = [];
    private int _at;
    private bool _trim;

    public static IReadOnlyList<TemplatePart> Read(string template)
    {
        var lexer = new TemplateLexer(template);
        while (lexer.Next())
        {
        }
        return lexer._parts;
    }

    private bool Next()
    {
        int open = Opening();
        if (open < 0)
        {
            AddText(template[_at..], trimEnd: false);
            return false;
        }
        int start = open + 2, end = template[open + 1] == '#' ? template.IndexOf("#}", start, StringComparison.Ordinal) : Closing(open);
        if (end < 0)
            throw new TemplateException($"'{template.AsSpan(open, 2)}' is not closed.", open);
        bool trimsBefore = start < end && template[start] == '-', trimsAfter = end - 1 > start && template[end - 1] == '-';
        AddText(template[_at..open], trimsBefore);
        (start, int last) = (trimsBefore ? start + 1 : start, trimsAfter ? end - 1 : end);
        if (template[open + 1] != '#')
        {
            TemplatePartKind kind = template[open + 1] == '{' ? TemplatePartKind.Output : TemplatePartKind.Tag;
            _parts.Add(new TemplatePart(kind, template[start..last], start));
        }
        (_at, _trim) = (end + 2, trimsAfter);
        return true;
    }

    private int Opening()
    {
        for (int i = template.IndexOf('{', _at); i >= 0 && i + 1 < template.Length; i = template.IndexOf('{', i + 1))
        {
            if (template[i + 1] is '{' or '%' or '#')
                return i;
        }
        return -1;
    }

    // A delimiter within quotes, or within the braces of a map, ends nothing.
    private int Closing(int open)
    {
        char first = template[open + 1] == '{' ? '}' : '%';
        int depth = 0;
        for (int i = open + 2; i + 1 < template.Length; i++)
        {
            char letter = template[i];
            if (letter is '"' or '\'')
                i = EndOfQuote(i);
            else if (letter == first && template[i + 1] == '}' && depth == 0)
                return i;
            else if (letter is '{' or '}')
                depth += letter == '{' ? 1 : -1;
        }
        return -1;
    }

    private int EndOfQuote(int start)
    {
        for (int i = start + 1; i < template.Length; i++)
        {
            if (template[i] == '\\')
                i++;
            else if (template[i] == template[start])
                return i;
        }
        throw new TemplateException("The text has no closing quote.", start);
    }

    private void AddText(string text, bool trimEnd)
    {
        text = _trim ? text.TrimStart() : text;
        text = trimEnd ? text.TrimEnd() : text;
        if (text.Length > 0)
            _parts.Add(new TemplatePart(TemplatePartKind.Text, text, _at));
    }
}
