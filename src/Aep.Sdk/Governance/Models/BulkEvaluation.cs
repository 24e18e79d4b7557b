namespace Aep.Sdk.Governance;

/// <summary>One evaluation of several: of labels, or of entities.</summary>
/// <param name="EvalRef">Path of the marketing action's constraints.</param>
public sealed record BulkEvaluation(string EvalRef)
{
    /// <summary>The labels.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>The datasets and fields.</summary>
    public IReadOnlyList<GovernedEntity>? EntityList { get; init; }

    /// <summary>Whether policies that are drafts count.</summary>
    public bool? IncludeDraft { get; init; }

    /// <summary>Whether an action may be done with data that has these labels.</summary>
    /// <param name="action">The action.</param>
    /// <param name="labels">The labels.</param>
    public static BulkEvaluation OfLabels(MarketingActionReference action, params IReadOnlyList<string> labels) =>
        new(Constraints(action)) { Labels = labels };

    /// <summary>Whether an action may be done with datasets.</summary>
    /// <param name="action">The action.</param>
    /// <param name="entities">The datasets and fields.</param>
    public static BulkEvaluation OfEntities(MarketingActionReference action, params IReadOnlyList<GovernedEntity> entities) =>
        new(Constraints(action)) { EntityList = entities };

    private static string Constraints(MarketingActionReference action) => $"{action.Path}/constraints";
}
