namespace Aep.Sdk.Governance;

/// <summary>A dataset, or fields of it, whose use is to be evaluated.</summary>
/// <param name="EntityType">Kind, <c>dataSet</c>.</param>
/// <param name="EntityId">Its id.</param>
public sealed record GovernedEntity(string EntityType, string EntityId)
{
    /// <summary>The fields, or null for all.</summary>
    public GovernedFields? EntityMeta { get; init; }

    /// <summary>A dataset.</summary>
    /// <param name="datasetId">Its id.</param>
    /// <param name="fields">Paths of the fields as JSON Pointers; none for all of them.</param>
    public static GovernedEntity Dataset(string datasetId, params IReadOnlyList<string> fields) =>
        new("dataSet", datasetId) { EntityMeta = fields.Count == 0 ? null : new GovernedFields(fields) };
}
