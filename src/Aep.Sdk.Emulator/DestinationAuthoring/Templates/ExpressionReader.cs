using System.Globalization;

namespace Aep.Sdk.Emulator.DestinationAuthoring.Templates;

/// <summary>Reads expressions: operators by their rank, and what they join.</summary>
internal sealed class ExpressionReader(TemplateTokens tokens)
{
    private const int TestRank = 20, FilterRank = 100, UnaryRank = 500;

    /// <summary>Reads an expression, up to what cannot belong to it.</summary>
    public TemplateExpression Read(int leastRank = 0)
    {
        TemplateExpression left = Unary();
        while (true)
        {
            if (tokens.Is("|") && leastRank <= FilterRank)
                left = FilterCall.Read(tokens, this, left);
            else if (tokens.IsWord("is") && leastRank <= TestRank)
                left = Test(left);
            else if (Operator() is { } found && found.Rank >= leastRank)
                left = Binary(left, found);
            else
                break;
        }
        return leastRank == 0 && tokens.Accept("?") ? Choice(left) : left;
    }

    /// <summary>Reads the arguments of a function or a filter; those with names stand behind the others.</summary>
    public TemplateArguments Arguments()
    {
        var positional = new List<TemplateExpression>();
        var named = new Dictionary<string, TemplateExpression>();
        tokens.Expect("(");
        while (!tokens.Accept(")"))
        {
            if (tokens.Current.Kind == TemplateTokenKind.Name && tokens.Following is { Kind: TemplateTokenKind.Symbol, Text: "=" })
                named[NameOfArgument()] = Read();
            else
                positional.Add(Read());
            if (!tokens.Is(")"))
                tokens.Expect(",");
        }
        return new TemplateArguments(positional, named);
    }

    private string NameOfArgument()
    {
        string name = tokens.Name();
        tokens.Expect("=");
        return name;
    }

    private BinaryOperator? Operator() => tokens.Current.Kind is TemplateTokenKind.Symbol or TemplateTokenKind.Name
        ? BinaryOperator.Find(tokens.Current.Text)
        : null;

    private TemplateExpression Binary(TemplateExpression left, BinaryOperator found)
    {
        int offset = tokens.Take().Offset;
        TemplateExpression right = Read(found.Rank + 1);
        return scope => TemplateErrors.At(offset, () => found.Apply(() => left(scope), () => right(scope)));
    }

    private TemplateExpression Choice(TemplateExpression condition)
    {
        TemplateExpression first = Read();
        tokens.Expect(":");
        TemplateExpression second = Read();
        return scope => TemplateValues.Truth(condition(scope)) ? first(scope) : second(scope);
    }

    private TemplateExpression Test(TemplateExpression value)
    {
        tokens.Take();
        bool negated = tokens.AcceptWord("not");
        TemplateToken name = tokens.Current;
        Func<object?, bool> test = TemplateTests.Find(tokens.Name())
            ?? throw new TemplateException(
                $"The test '{name.Text}' is not known: use {string.Join(", ", TemplateTests.Names)}.", name.Offset);
        return scope => TemplateErrors.At(name.Offset, () => test(value(scope)) != negated);
    }

    private TemplateExpression Unary()
    {
        TemplateToken token = tokens.Current;
        if (tokens.AcceptWord("not"))
        {
            TemplateExpression value = Read(UnaryRank);
            return scope => !TemplateValues.Truth(value(scope));
        }
        if (!tokens.Accept("-") && !tokens.Accept("+"))
            return Members(Value());
        TemplateExpression number = Read(UnaryRank);
        int sign = token.Text == "-" ? -1 : 1;
        return scope => TemplateErrors.At(token.Offset, () =>
            number(scope) is long whole ? (object)(sign * whole) : sign * TemplateValues.Number(number(scope)));
    }

    private TemplateExpression Members(TemplateExpression value)
    {
        while (tokens.Is(".") || tokens.Is("["))
        {
            TemplateExpression owner = value, key = tokens.Take().Text == "." ? Named() : Indexed();
            value = scope => TemplateValues.Member(owner(scope), key(scope));
        }
        return value;
    }

    private TemplateExpression Named()
    {
        int offset = tokens.Current.Offset;
        string name = tokens.Name();
        return tokens.Is("(")
            ? throw new TemplateException($"The method '{name}' cannot be called: values have members only.", offset)
            : _ => name;
    }

    private TemplateExpression Indexed()
    {
        TemplateExpression key = Read();
        tokens.Expect("]");
        return key;
    }

    private TemplateExpression Value()
    {
        TemplateToken token = tokens.Take();
        return token switch
        {
            { Kind: TemplateTokenKind.Text } => _ => token.Text,
            { Kind: TemplateTokenKind.Number } => Number(token),
            { Kind: TemplateTokenKind.Name } => Name(token),
            { Kind: TemplateTokenKind.Symbol, Text: "(" } => Group(),
            { Kind: TemplateTokenKind.Symbol, Text: "[" } => List(),
            { Kind: TemplateTokenKind.Symbol, Text: "{" } => Map(),
            _ => throw new TemplateException(
                $"{(token.Text.Length == 0 ? "The end" : $"'{token.Text}'")} stands where a value is expected.", token.Offset),
        };
    }

    private static TemplateExpression Number(TemplateToken token)
    {
        object number = long.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out long whole)
            ? (object)whole
            : double.Parse(token.Text, CultureInfo.InvariantCulture);
        return _ => number;
    }

    private TemplateExpression Name(TemplateToken token) => token.Text switch
    {
        "true" or "TRUE" => _ => true,
        "false" or "FALSE" => _ => false,
        "null" or "NULL" or "none" or "NONE" => _ => null,
        _ when tokens.Is("(") => TemplateFunctions.Call(token, Arguments()),
        _ => scope => scope.Find(token.Text),
    };

    private TemplateExpression Group()
    {
        TemplateExpression value = Read();
        tokens.Expect(")");
        return value;
    }

    private TemplateExpression List()
    {
        var items = new List<TemplateExpression>();
        while (!tokens.Accept("]"))
        {
            items.Add(Read());
            if (!tokens.Is("]"))
                tokens.Expect(",");
        }
        return scope => items.ConvertAll(item => item(scope));
    }

    private TemplateExpression Map()
    {
        var entries = new List<(TemplateExpression Key, TemplateExpression Value)>();
        while (!tokens.Accept("}"))
        {
            TemplateExpression key = Read();
            tokens.Expect(":");
            entries.Add((key, Read()));
            if (!tokens.Is("}"))
                tokens.Expect(",");
        }
        return scope => new TemplateMap(
            [.. entries.Select(entry => KeyValuePair.Create(TemplateValues.Text(entry.Key(scope)), entry.Value(scope)))]);
    }
}
