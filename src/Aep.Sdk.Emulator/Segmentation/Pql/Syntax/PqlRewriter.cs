namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>Puts other nodes in the place of some nodes of a rule.</summary>
/// <param name="replace">What stands for a node; null if it stays and its parts are looked at.</param>
internal sealed class PqlRewriter(Func<PqlNode, PqlNode?> replace)
{
    public PqlNode Rewrite(PqlNode node) => replace(node) ?? node switch
    {
        PqlField field => field with { Target = Rewrite(field.Target) },
        PqlCall call => call with { Arguments = All(call.Arguments) },
        PqlListLiteral list => list with { Items = All(list.Items) },
        PqlLambda lambda => lambda with { Body = Rewrite(lambda.Body) },
        PqlLet let => let with { Value = Rewrite(let.Value), Body = Rewrite(let.Body) },
        PqlQuantification quantification => quantification with { Variables = All(quantification.Variables) },
        PqlAggregation aggregation => aggregation with { Value = Rewrite(aggregation.Value), Variables = All(aggregation.Variables) },
        PqlOccurs occurs => occurs with { Timestamp = Rewrite(occurs.Timestamp), Test = Rewrite(occurs.Test) },
        PqlChain chain => chain with { Source = Rewrite(chain.Source), Steps = [.. chain.Steps.Select(Rewrite)] },
        _ => node,
    };

    private PqlNode[] All(IReadOnlyList<PqlNode> nodes) => [.. nodes.Select(Rewrite)];

    private PqlDeclaration[] All(IReadOnlyList<PqlDeclaration> variables) => [.. variables.Select(variable =>
        variable with { From = Rewrite(variable.From), Where = variable.Where is null ? null : Rewrite(variable.Where) })];

    private PqlTimeTest Rewrite(PqlTimeTest test) =>
        test with { Time = Rewrite(test.Time), End = test.End is null ? null : Rewrite(test.End) };

    private PqlChainStep Rewrite(PqlChainStep step) =>
        step with { What = step.What is null ? null : Rewrite(step.What), When = [.. step.When.Select(Rewrite)] };
}
