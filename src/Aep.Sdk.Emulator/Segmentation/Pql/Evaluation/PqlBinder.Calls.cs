namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>Operators, and functions by name.</summary>
internal sealed partial class PqlBinder
{
    private PqlBound Call(PqlCall call)
    {
        switch (call.Function.ToLowerInvariant())
        {
            case "and" or "or" or "not":
                return Logic(call);
            case "=" or "!=" or "<" or "<=" or ">" or ">=":
                return Comparison(call);
            case "+" or "-" or "*" or "/" or "%":
                return Arithmetic(call);
            case "if":
                return Choice(call);
            case "insegment":
                return InSegment(call);
            case "modelinstances":
                return Name(new PqlName(Events, call.Position), Events);
        }
        if (BindOverItems(call) is { } overItems)
            return overItems;
        PqlFunction function = PqlFunctions.Find(call.Function)
            ?? throw new PqlException($"The function {call.Function}() is not known", call.Position);
        return Apply(function, call);
    }

    private PqlBound Apply(PqlFunction function, PqlCall call)
    {
        CheckCount(call, function.Required, function.Parameters.Count);
        PqlBound[] arguments = [.. call.Arguments.Select(Bind)];
        for (int i = 0; i < arguments.Length; i++)
            Require(arguments[i].Type, function.Parameters[i], call, call.Arguments[i]);
        function.Check?.Invoke(call);
        PqlType result = function.ResultOf(arguments);
        return new PqlBound(result, frame =>
        {
            object?[] values = new object?[arguments.Length];
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = arguments[i].Evaluate(frame);
                if (values[i] is null && !function.TakesMissing)
                    return null;
            }
            return function.Apply(frame.Subject, values);
        });
    }

    private PqlBound Logic(PqlCall call)
    {
        PqlBound[] operands = [.. call.Arguments.Select(Condition)];
        Func<PqlFrame, object?>[] tests = Array.ConvertAll(operands, operand => operand.Evaluate);
        return new PqlBound(PqlType.Boolean, call.Function.ToLowerInvariant() switch
        {
            "not" => frame => PqlValues.Box(!PqlValues.IsTrue(tests[0](frame))),
            // The first test that decides ends it.
            "and" => frame => PqlValues.Box(!Any(tests, frame, false)),
            _ => frame => PqlValues.Box(Any(tests, frame, true)),
        });
    }

    private static bool Any(Func<PqlFrame, object?>[] tests, PqlFrame frame, bool answer)
    {
        foreach (Func<PqlFrame, object?> test in tests)
        {
            if (PqlValues.IsTrue(test(frame)) == answer)
                return true;
        }
        return false;
    }

    private PqlBound Condition(PqlNode node)
    {
        PqlBound bound = Bind(node);
        return bound.Type.Kind is PqlKind.Boolean or PqlKind.List or PqlKind.Any
            ? bound
            : throw Mismatch($"A condition must be true or false, but this is {bound.Type.Describe()}", node);
    }

    private PqlBound Comparison(PqlCall call)
    {
        CheckCount(call, 2, 2);
        PqlBound left = Bind(call.Arguments[0]), right = Bind(call.Arguments[1]);
        bool ordered = call.Function is not ("=" or "!=");
        if (!PqlTypes.AreComparable(left.Type, right.Type, ordered))
            throw Mismatch($"'{call.Function}' cannot compare {left.Type.Describe()} with {right.Type.Describe()}", call);
        Func<PqlFrame, object?> a = left.Evaluate, b = right.Evaluate;
        return new PqlBound(PqlType.Boolean, call.Function switch
        {
            "=" => frame => PqlValues.Box(PqlValues.AreEqual(a(frame), b(frame))),
            // What is missing is neither equal nor unequal.
            "!=" => frame => a(frame) is { } x && b(frame) is { } y ? PqlValues.Box(!PqlValues.AreEqual(x, y)) : PqlValues.Box(false),
            "<" => frame => PqlValues.Box(PqlValues.Compare(a(frame), b(frame)) < 0),
            "<=" => frame => PqlValues.Box(PqlValues.Compare(a(frame), b(frame)) <= 0),
            ">" => frame => PqlValues.Box(PqlValues.Compare(a(frame), b(frame)) > 0),
            _ => frame => PqlValues.Box(PqlValues.Compare(a(frame), b(frame)) >= 0),
        });
    }

    private PqlBound Arithmetic(PqlCall call)
    {
        CheckCount(call, 2, 2);
        PqlBound left = Number(call, 0), right = Number(call, 1);
        Func<PqlFrame, object?> a = left.Evaluate, b = right.Evaluate;
        return new PqlBound(PqlType.Number, call.Function switch
        {
            "+" => frame => a(frame) is double x && b(frame) is double y ? x + y : null,
            "-" => frame => a(frame) is double x && b(frame) is double y ? x - y : null,
            "*" => frame => a(frame) is double x && b(frame) is double y ? x * y : null,
            "/" => frame => a(frame) is double x && b(frame) is double y and not 0 ? x / y : null,
            _ => frame => a(frame) is double x && b(frame) is double y and not 0 ? x % y : null,
        });
    }

    private PqlBound Number(PqlCall call, int index)
    {
        PqlBound bound = Bind(call.Arguments[index]);
        Require(bound.Type, PqlKind.Number, call, call.Arguments[index]);
        return bound;
    }

    private PqlBound Choice(PqlCall call)
    {
        CheckCount(call, 3, 3);
        PqlBound test = Condition(call.Arguments[0]), yes = Bind(call.Arguments[1]), no = Bind(call.Arguments[2]);
        PqlType type = yes.Type.Kind == no.Type.Kind ? yes.Type : PqlType.Any;
        return new PqlBound(type, frame => PqlValues.IsTrue(test.Evaluate(frame)) ? yes.Evaluate(frame) : no.Evaluate(frame));
    }

    private PqlBound InSegment(PqlCall call)
    {
        CheckCount(call, 1, 1);
        if (call.Arguments[0] is not PqlLiteral { Value: string id })
            throw new PqlException("inSegment() takes the id of a segment definition as a text", call.Position);
        _segments.Add(id);
        return new PqlBound(PqlType.Boolean, frame => PqlValues.Box(frame.Subject.InSegment(id)));
    }

    private static void CheckCount(PqlCall call, int least, int most)
    {
        string takes = least == most ? $"{least}" : $"{least} to {most}";
        if (call.Arguments.Count < least || call.Arguments.Count > most)
            throw Mismatch($"{call.Function}() takes {takes} values, not {call.Arguments.Count}", call);
    }

    private static void Require(PqlType actual, PqlKind expected, PqlCall call, PqlNode argument)
    {
        if (!PqlTypes.Fits(actual, expected))
            throw Mismatch($"{call.Function} needs {new PqlType(expected).Describe()}, but this is {actual.Describe()}", argument);
    }

    // A rule of JSON has no positions.
    private static PqlException Mismatch(string message, PqlNode node) => new(message, Math.Max(0, node.Position));
}
