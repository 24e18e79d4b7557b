using System.Text;

namespace Aep.Sdk.Emulator.DestinationAuthoring.Templates;

/// <summary>Puts the parts of a template together: text, values, and tags with what stands between them and their ends.</summary>
internal sealed class TemplateParser(IReadOnlyList<TemplatePart> parts)
{
    private int _at;

    public TemplateNode ReadAll()
    {
        TemplateNode all = Block(out TemplatePart? end);
        return end is null ? all : throw new TemplateException($"The tag '{WordOf(end)}' ends or divides nothing.", end.Offset);
    }

    // Up to a tag that ends or divides the one around it.
    private TemplateNode Block(out TemplatePart? end)
    {
        var nodes = new List<TemplateNode>();
        end = null;
        while (_at < parts.Count)
        {
            TemplatePart part = parts[_at++];
            if (part.Kind == TemplatePartKind.Tag && WordOf(part) is "else" or "elseif" or "endif" or "endfor" or "endfilter")
            {
                end = part;
                break;
            }
            nodes.Add(Node(part));
        }
        return (scope, output) => nodes.ForEach(node => node(scope, output));
    }

    private TemplateNode Node(TemplatePart part) => part.Kind switch
    {
        TemplatePartKind.Text => (_, output) => output.Append(part.Text),
        TemplatePartKind.Output => Output(part),
        _ => Tag(part),
    };

    private static TemplateNode Output(TemplatePart part)
    {
        var tokens = new TemplateTokens(part);
        TemplateExpression value = new ExpressionReader(tokens).Read();
        tokens.ExpectEnd();
        return (scope, output) => output.Append(TemplateValues.Text(value(scope)));
    }

    private TemplateNode Tag(TemplatePart part)
    {
        var tokens = new TemplateTokens(part);
        string word = tokens.Name();
        return word switch
        {
            "if" => If(tokens, part),
            "for" => For(tokens, part),
            "set" => Set(tokens),
            "filter" => Filter(tokens, part),
            _ => throw new TemplateException(
                $"The tag '{word}' is not supported by Destination SDK: use if, for, set, filter.", part.Offset),
        };
    }

    private TemplateNode If(TemplateTokens tokens, TemplatePart part)
    {
        TemplateExpression condition = Last(tokens);
        TemplateNode then = Block(out TemplatePart? end), otherwise = (_, _) => { };
        switch (WordOf(end))
        {
            case "elseif":
                var next = new TemplateTokens(end!);
                next.ExpectWord("elseif");
                otherwise = If(next, part);
                break;
            case "else":
                otherwise = Block(out TemplatePart? last);
                Close(last, "endif", part);
                break;
            default:
                Close(end, "endif", part);
                break;
        }
        return (scope, output) => (TemplateValues.Truth(condition(scope)) ? then : otherwise)(scope, output);
    }

    private TemplateNode For(TemplateTokens tokens, TemplatePart part)
    {
        string name = tokens.Name();
        tokens.ExpectWord("in");
        int offset = tokens.Current.Offset;
        TemplateExpression list = Last(tokens);
        TemplateNode body = Block(out TemplatePart? end), otherwise = (_, _) => { };
        if (WordOf(end) == "else")
            otherwise = Block(out end);
        Close(end, "endfor", part);
        return (scope, output) =>
        {
            object? value = TemplateErrors.At(offset, () => list(scope));
            IReadOnlyList<object?> items = TemplateValues.Items(value)
                ?? throw new TemplateException(
                    $"'{TemplateValues.Text(value)}' is no list and no map: there is nothing to go through.", offset);
            if (items.Count == 0)
                otherwise(scope, output);
            scope.Loop(name, set => Rounds(items, name, set, () => body(scope, output)));
        };
    }

    private static void Rounds(IReadOnlyList<object?> items, string name, Action<string, object?> set, Action round)
    {
        for (int i = 0; i < items.Count; i++)
        {
            set(LoopState.Name, new LoopState(i, items.Count));
            set(name, items[i]);
            round();
        }
    }

    private static TemplateNode Set(TemplateTokens tokens)
    {
        string name = tokens.Name();
        tokens.Expect("=");
        TemplateExpression value = Last(tokens);
        return (scope, _) => scope.Set(name, value(scope));
    }

    private TemplateNode Filter(TemplateTokens tokens, TemplatePart part)
    {
        string text = "";
        TemplateExpression value = FilterCall.ReadName(tokens, new ExpressionReader(tokens), _ => text);
        while (tokens.Is("|"))
            value = FilterCall.Read(tokens, new ExpressionReader(tokens), value);
        tokens.ExpectEnd();
        TemplateNode body = Block(out TemplatePart? end);
        Close(end, "endfilter", part);
        return (scope, output) =>
        {
            var inner = new StringBuilder();
            body(scope, inner);
            text = inner.ToString();
            output.Append(TemplateValues.Text(value(scope)));
        };
    }

    private static TemplateExpression Last(TemplateTokens tokens)
    {
        TemplateExpression value = new ExpressionReader(tokens).Read();
        tokens.ExpectEnd();
        return value;
    }

    private static string? WordOf(TemplatePart? part) =>
        part?.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();

    private static void Close(TemplatePart? end, string expected, TemplatePart opened)
    {
        if (WordOf(end) != expected)
            throw new TemplateException(
                $"The tag '{WordOf(opened)}' has no '{expected}'{(end is null ? "" : $": '{WordOf(end)}' comes first")}.", opened.Offset);
    }
}
