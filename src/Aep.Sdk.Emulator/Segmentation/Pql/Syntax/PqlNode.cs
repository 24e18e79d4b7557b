namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>A node of a parsed rule. <see cref="Position"/> is where it stands in the text, from 0.</summary>
internal abstract record PqlNode(int Position);

/// <summary>A text, a number, true, false or null.</summary>
internal sealed record PqlLiteral(object? Value, int Position) : PqlNode(Position);

/// <summary>A name that stands alone: a variable, a word such as <c>now</c>, or a field of what is in context.</summary>
internal sealed record PqlName(string Name, int Position) : PqlNode(Position);

/// <summary>An input parameter, counted from 1: <c>$1</c>.</summary>
internal sealed record PqlParameter(int Number, int Position) : PqlNode(Position);

/// <summary><c>^</c>: what the list is of whose items a filter asks about. <c>^^</c> is two lists further out.</summary>
internal sealed record PqlUp(int Levels, int Position) : PqlNode(Position);

/// <summary>A field of an object, or of each object of a list.</summary>
internal sealed record PqlField(PqlNode Target, string Name, int Position) : PqlNode(Position);

/// <summary>An operator or a function. What stands before the dot is the first argument.</summary>
internal sealed record PqlCall(string Function, IReadOnlyList<PqlNode> Arguments, int Position) : PqlNode(Position);

/// <summary><c>[1, 2]</c></summary>
internal sealed record PqlListLiteral(IReadOnlyList<PqlNode> Items, int Position) : PqlNode(Position);

/// <summary><c>(K, G) => …</c></summary>
internal sealed record PqlLambda(IReadOnlyList<string> Parameters, PqlNode Body, int Position) : PqlNode(Position);

/// <summary><c>let S = … in …</c></summary>
internal sealed record PqlLet(string Name, PqlNode Value, PqlNode Body, int Position) : PqlNode(Position);

/// <summary>One <c>X from … where …</c>.</summary>
internal sealed record PqlDeclaration(string Name, PqlNode From, PqlNode? Where, int Position) : PqlNode(Position);

/// <summary><c>select</c>, <c>exists</c> and <c>forall</c>: the quantifier over its declarations.</summary>
internal sealed record PqlQuantification(string Quantifier, IReadOnlyList<PqlDeclaration> Variables, int Position) : PqlNode(Position);

/// <summary><c>sum X.price over X from … where …</c></summary>
internal sealed record PqlAggregation(string Function, PqlNode Value, IReadOnlyList<PqlDeclaration> Variables, int Position)
    : PqlNode(Position);

/// <summary><c>… occurs …</c></summary>
internal sealed record PqlOccurs(PqlNode Timestamp, PqlTimeTest Test, int Position) : PqlNode(Position);

/// <summary>What is said about a time: a comparison, a count of a unit, a direction and one or two times.</summary>
internal sealed record PqlTimeTest(string? Comparison, double Amount, string? Unit, string Direction, PqlNode Time, PqlNode? End);

/// <summary><c>this month</c>, <c>last 7 days</c> without the count: a period of the calendar.</summary>
internal sealed record PqlPeriod(string Which, string Unit, int Position) : PqlNode(Position);

/// <summary><c>chain(xEvent, timestamp, [A: WHAT(…) WHEN(…) COUNT(…), …])</c></summary>
internal sealed record PqlChain(PqlNode Source, string TimeField, IReadOnlyList<PqlChainStep> Steps, int Position) : PqlNode(Position);

/// <summary>One step of a chain. Without <paramref name="Comparison"/> the count is a minimum.</summary>
internal sealed record PqlChainStep(
    string Name, PqlNode? What, IReadOnlyList<PqlTimeTest> When, string? Comparison, int Count, int Position);
