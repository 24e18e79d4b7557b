namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>Chains: events that follow each other.</summary>
internal sealed partial class PqlBinder
{
    private PqlBound Chain(PqlChain node)
    {
        PqlBound source = Bind(node.Source);
        if (!PqlTypes.Fits(source.Type, PqlKind.List))
            throw Mismatch($"A chain needs a list, but this is {source.Type.Describe()}", node.Source);
        if (Member(source.Type.Items, node.TimeField) is not { Kind: PqlKind.Time or PqlKind.Any })
            throw Mismatch($"{node.TimeField} is not a time of the items", node);
        var steps = new List<PqlBoundStep>();
        PqlScope scope = _scope;
        foreach (PqlChainStep step in node.Steps)
        {
            scope = new PqlScope(scope, step.Name, source.Type.Items, SlotCount++);
            steps.Add(In(scope, () => Step(step, source.Type.Items)));
        }
        var chain = new PqlEventChain(node.TimeField, steps, _usedSlots);
        return new PqlBound(PqlType.Boolean, frame => PqlValues.Box(chain.Matches(frame, PqlValues.Items(source.Evaluate(frame)))));
    }

    // The fields of the event may be named directly; earlier events by the names of their steps.
    private PqlBoundStep Step(PqlChainStep step, PqlType item)
    {
        PqlScope context = Declare(null, item);
        PqlBound? what = step.What is null ? null : In(context, () => Condition(step.What));
        return new PqlBoundStep(_scope.Slot, context.Slot, what, [.. step.When.Select(TimeTest)], step.Comparison, step.Count);
    }
}
