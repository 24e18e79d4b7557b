namespace Aep.Sdk.Emulator.DataPrep.Expressions;

/// <summary>
/// Reads an expression, weakest operator first: <c>? :</c>, or, and, equality, order, sum, product, sign, then members.
/// Fields of the source are names.
/// </summary>
internal sealed partial class ExpressionParser
{
    private readonly List<Token> _tokens;
    private int _at;

    private ExpressionParser(string expression) => _tokens = Tokenizer.Read(expression);

    private Token Current => _tokens[_at];

    /// <exception cref="ExpressionException">The text is no expression: the message says where.</exception>
    public static Expression Parse(string expression)
    {
        var parser = new ExpressionParser(expression);
        Expression parsed = parser.Choice();
        return parser.Current.Kind == TokenKind.End ? parsed : throw parser.Unexpected();
    }

    private Expression Choice()
    {
        Expression condition = Binary(0);
        if (!Take("?"))
            return condition;
        Expression yes = Choice();
        Expect(":");
        Expression no = Choice();
        return context => Values.Truth(condition(context)) ? yes(context) : no(context);
    }

    private Expression Binary(int level)
    {
        if (level == Operators.Levels.Count)
            return Unary();
        Expression left = Binary(level + 1);
        while (Operators.Find(Operators.Levels[level], Current) is { } operation)
        {
            _at++;
            Expression first = left, second = Binary(level + 1);
            left = context => operation.Apply(context, first, second);
        }
        return left;
    }

    private Expression Unary()
    {
        if (Take("-") && Unary() is var negated)
            return context => Values.Of(-Values.Decimal(negated(context)));
        if (Take("~") && Unary() is var complemented)
            return context => (object)~(long)Values.Decimal(complemented(context));
        if ((Take("!") || Take("not")) && Unary() is var denied)
            return context => !Values.Truth(denied(context));
        return Members(Primary());
    }

    private bool Take(string text)
    {
        if (Current.Text != text || Current.IsWrapped || Current.Kind is TokenKind.Text or TokenKind.End)
            return false;
        _at++;
        return true;
    }

    private void Expect(string text)
    {
        if (!Take(text))
            throw Unexpected();
    }

    private ExpressionException Unexpected() => new(Current.Kind == TokenKind.End
        ? "The expression ends too early."
        : $"'{Current.Text}' at position {Current.Position} is not expected.");
}
