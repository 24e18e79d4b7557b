namespace Aep.Sdk.Emulator.DataPrep.Expressions;

/// <content>Literals, fields, calls, and what follows them.</content>
internal sealed partial class ExpressionParser
{
    private static readonly string[] Reserved =
        ["new", "mod", "or", "break", "var", "lt", "for", "while", "eq", "gt", "div", "not", "continue", "else", "and", "ne", "le", "if",
            "ge", "return"];

    private Expression Primary()
    {
        Token token = Current;
        if (Take("("))
            return Closed(Choice(), ")");
        if (Take("["))
        {
            Expression[] items = List("]");
            return context => items.Select(item => item(context)).ToList();
        }
        if (Take("{"))
            return Map();
        _at++;
        switch (token.Kind)
        {
            case TokenKind.Text:
                return _ => token.Text;
            case TokenKind.Number when Values.Number(token.Text) is var number:
                return _ => number;
            case TokenKind.Name:
                return Name(token);
            default:
                _at--;
                throw Unexpected();
        }
    }

    private Expression Name(Token token)
    {
        if (!token.IsWrapped && token.Text is "true" or "false")
            return _ => token.Text == "true";
        if (!token.IsWrapped && token.Text == "null")
            return _ => null;
        if (!token.IsWrapped && Reserved.Contains(token.Text))
            throw new ExpressionException(
                $"'{token.Text}' at position {token.Position} is a reserved word: a field of this name is written ${{{token.Text}}}.");
        return !token.IsWrapped && Take("(") ? Call(token, []) : context => context.Field(token.Text);
    }

    private Expression Call(Token name, Expression[] before)
    {
        Function function = Functions.Find(name.Text) ?? throw NoFunction(name);
        Expression[] arguments = [.. before, .. List(")", function.NamesMember)];
        if (arguments.Length < function.Least || arguments.Length > function.Most)
            throw new ExpressionException($"{name.Text} takes {function.Arity} arguments, not {arguments.Length}.");
        return context => function.Apply(context, [.. arguments.Select(argument => argument(context))]);
    }

    private static ExpressionException NoFunction(Token name) => RefusedFunctions.Reasons.TryGetValue(name.Text, out string? reason)
        ? new ExpressionException($"The function {name.Text} at position {name.Position} is not supported by the local platform: {reason}.")
        : new ExpressionException($"The function {name.Text} at position {name.Position} does not exist.");

    // a.b, a.method(x), a[0]
    private Expression Members(Expression value)
    {
        while (true)
        {
            Expression owner = value;
            if (Take("."))
            {
                Token name = Current.Kind == TokenKind.Name ? Current : throw Unexpected();
                _at++;
                value = Take("(") ? Call(name, [owner]) : context => Member(owner(context), name.Text);
            }
            else if (Take("["))
            {
                Expression index = Closed(Choice(), "]");
                value = context => Item(owner(context), index(context));
            }
            else
            {
                return value;
            }
        }
    }

    private static object? Member(object? value, string name) => (value as Dictionary<string, object?>)?.GetValueOrDefault(name);

    private static object? Item(object? value, object? index) => value switch
    {
        List<object?> list when Values.Integer(index) is >= 0 and var at && at < list.Count => list[at],
        Dictionary<string, object?> => Member(value, Values.Text(index)),
        _ => null,
    };

    private Expression Map()
    {
        List<(Expression Key, Expression Value)> members = [];
        while (!Take("}"))
        {
            if (members.Count > 0)
                Expect(",");
            Expression key = Primary();
            Expect(":");
            members.Add((key, Choice()));
        }
        return context => members.ToDictionary(member => Values.Text(member.Key(context)), member => member.Value(context));
    }

    private Expression[] List(string end, bool namesMember = false)
    {
        List<Expression> items = [];
        while (!Take(end))
        {
            if (items.Count > 0)
                Expect(",");
            items.Add(Argument(namesMember && items.Count == 1));
        }
        return [.. items];
    }

    // x -> x > 0 is a function of an item.
    private Expression Argument(bool namesMember)
    {
        string name = Current.Text, next = _at + 1 < _tokens.Count ? _tokens[_at + 1].Text : "";
        if (Current.Kind == TokenKind.Name && !Current.IsWrapped && next == "->")
        {
            _at += 2;
            Expression body = Choice();
            return context => (Func<object?, object?>)(item => body(context.With(name, item)));
        }
        if (!namesMember || Current.Kind != TokenKind.Name || next != ")")
            return Choice();
        _at++;
        return _ => name;
    }

    private Expression Closed(Expression inner, string end)
    {
        Expect(end);
        return inner;
    }
}
