namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>Functions that ask a question about each item of a list, and declarations of variables.</summary>
internal sealed partial class PqlBinder
{
    private PqlBound? BindOverItems(PqlCall call)
    {
        bool hasQuestion = call.Arguments.Count >= 2;
        return call.Function.ToLowerInvariant() switch
        {
            "filter" => OverItems(call, (list, each) => new PqlBound(list.Type, frame => PqlLists.Filter(frame, list, each))),
            "map" => Map(call),
            "groupby" => OverItems(call, (list, each) =>
                new PqlBound(PqlType.MapOf(list.Type), frame => PqlLists.GroupBy(frame, list, each))),
            "topn" => Top(call, descending: true),
            "bottomn" => Top(call, descending: false),
            "count" or "sum" or "average" or "min" or "max" => Aggregate(call, hasQuestion),
            _ => null,
        };
    }

    private PqlBound OverItems(PqlCall call, Func<PqlBound, PqlItemValue, PqlBound> make)
    {
        CheckCount(call, 2, 2);
        PqlBound list = ListOf(call);
        return make(list, Each(call.Arguments[1], list.Type.Items));
    }

    private PqlBound ListOf(PqlCall call)
    {
        PqlBound list = Bind(call.Arguments[0]);
        Require(list.Type, PqlKind.List, call, call.Arguments[0]);
        return list;
    }

    private PqlBound Top(PqlCall call, bool descending)
    {
        CheckCount(call, 3, 3);
        PqlBound amount = Number(call, 2), list = ListOf(call);
        PqlItemValue each = Each(call.Arguments[1], list.Type.Items);
        return new PqlBound(list.Type, frame => PqlLists.Top(frame, list, each, amount.Evaluate(frame) as double? ?? 0, descending));
    }

    private PqlBound Map(PqlCall call)
    {
        CheckCount(call, 2, 2);
        PqlBound source = Bind(call.Arguments[0]);
        if (call.Arguments[1] is PqlLambda { Parameters.Count: 2 } lambda)
            return MapEntries(call, source, lambda);
        Require(source.Type, PqlKind.List, call, call.Arguments[0]);
        PqlItemValue each = Each(call.Arguments[1], source.Type.Items);
        return new PqlBound(PqlType.ListOf(each.Value.Type), frame => PqlLists.Map(frame, source, each));
    }

    private PqlBound MapEntries(PqlCall call, PqlBound source, PqlLambda lambda)
    {
        Require(source.Type, PqlKind.Map, call, call.Arguments[0]);
        PqlScope key = Declare(lambda.Parameters[0], PqlType.Text);
        PqlScope value = new(key, lambda.Parameters[1], source.Type.Items, SlotCount++);
        PqlBound body = In(value, () => Bind(lambda.Body));
        return new PqlBound(PqlType.MapOf(body.Type), frame => PqlLists.MapEntries(frame, source, key.Slot, value.Slot, body));
    }

    private PqlBound Aggregate(PqlCall call, bool hasValue)
    {
        CheckCount(call, 1, 2);
        PqlBound list = ListOf(call);
        PqlItemValue? each = hasValue ? Each(call.Arguments[1], list.Type.Items) : null;
        PqlType type = each?.Value.Type ?? list.Type.Items;
        return Aggregate(call, frame => PqlLists.Values(frame, list, each), type);
    }

    private static PqlBound Aggregate(PqlCall call, Func<PqlFrame, IReadOnlyList<object?>> values, PqlType type)
    {
        string function = call.Function.ToLowerInvariant();
        bool ordered = function is "min" or "max" && type.Kind is PqlKind.Time or PqlKind.Text;
        if (function != "count" && !ordered)
            Require(type, PqlKind.Number, call, call);
        return new PqlBound(ordered ? type : PqlType.Number, function switch
        {
            "count" => frame => (double)values(frame).Count,
            "sum" => frame => values(frame).Sum(value => value as double? ?? 0),
            "average" => frame => PqlLists.Average(values(frame)),
            "min" => frame => PqlLists.Extreme(values(frame), -1),
            _ => frame => PqlLists.Extreme(values(frame), 1),
        });
    }

    /// <summary>An expression about one item: its fields may be named directly, or the item has a name.</summary>
    private PqlItemValue Each(PqlNode node, PqlType item)
    {
        if (node is PqlLambda { Parameters.Count: 1 } lambda)
        {
            PqlScope named = Declare(lambda.Parameters[0], item);
            return new PqlItemValue(named.Slot, In(named, () => Bind(lambda.Body)));
        }
        PqlScope context = Declare(null, item);
        // numbers.map(square): the name of a function instead of an expression.
        if (node is PqlName name && item.Kind != PqlKind.Object && PqlFunctions.Find(name.Name) is { Parameters.Count: 1 } function)
        {
            var applied = new PqlBound(function.Result, frame => function.Apply(frame.Subject, [frame.Slots[context.Slot]]));
            return new PqlItemValue(context.Slot, applied);
        }
        return new PqlItemValue(context.Slot, In(context, () => Bind(node)));
    }

    private PqlBound Quantification(PqlQuantification node)
    {
        (List<PqlVariable> variables, _) = Variables(node.Variables);
        return node.Quantifier switch
        {
            "exists" => new PqlBound(PqlType.Boolean, frame => PqlValues.Box(PqlLists.Exists(frame, variables, 0))),
            "forall" => new PqlBound(PqlType.Boolean, frame => PqlValues.Box(PqlLists.ForAll(frame, variables, 0))),
            _ => new PqlBound(PqlType.ListOf(variables[0].ItemType), frame => PqlLists.Select(frame, variables)),
        };
    }

    private PqlBound Aggregation(PqlAggregation node)
    {
        (List<PqlVariable> variables, PqlScope scope) = Variables(node.Variables);
        PqlBound value = In(scope, () => Bind(node.Value));
        var call = new PqlCall(node.Function, [node.Value], node.Position);
        return Aggregate(call, frame => PqlLists.Values(frame, variables, value), value.Type);
    }

    private (List<PqlVariable> Variables, PqlScope Scope) Variables(IReadOnlyList<PqlDeclaration> declarations)
    {
        var variables = new List<PqlVariable>();
        PqlScope scope = _scope;
        foreach (PqlDeclaration declaration in declarations)
        {
            PqlBound from = In(scope, () => Bind(declaration.From));
            if (!PqlTypes.Fits(from.Type, PqlKind.List))
                throw Mismatch($"{declaration.Name} must come from a list, but this is {from.Type.Describe()}", declaration.From);
            scope = new PqlScope(scope, declaration.Name, from.Type.Items, SlotCount++);
            PqlBound? where = declaration.Where is null ? null : In(scope, () => Condition(declaration.Where));
            variables.Add(new PqlVariable(scope.Slot, from.Type.Items, from, where));
        }
        return (variables, scope);
    }
}
