using System.Text.Json.Serialization;

namespace Propensity.Training;

/// <summary>
/// A row of the training dataset, as the export has it: a user, whether the user has subscribed, how often things happened so far, and how
/// many minutes ago last: null for what never happened.
/// </summary>
public sealed record FeatureRow
{
    private static readonly (string Name, Func<FeatureRow, double?> Value)[] Columns =
    [
        ("emailsReceived", row => row.EmailsReceived),
        ("emailsOpened", row => row.EmailsOpened),
        ("emailsClicked", row => row.EmailsClicked),
        ("productsViewed", row => row.ProductsViewed),
        ("propositionInteracts", row => row.PropositionInteracts),
        ("propositionDismissed", row => row.PropositionDismissed),
        ("webLinkClicks", row => row.WebLinkClicks),
        ("minutes_since_emailSent", row => row.MinutesSinceEmailSent),
        ("minutes_since_emailOpened", row => row.MinutesSinceEmailOpened),
        ("minutes_since_emailClick", row => row.MinutesSinceEmailClick),
        ("minutes_since_productView", row => row.MinutesSinceProductView),
        ("minutes_since_propositionInteract", row => row.MinutesSincePropositionInteract),
        ("minutes_since_propositionDismiss", row => row.MinutesSincePropositionDismiss),
        ("minutes_since_linkClick", row => row.MinutesSinceLinkClick),
    ];

    public required string UserId { get; init; }

    public required double SubscriptionOccurred { get; init; }

    public required double EmailsReceived { get; init; }

    public required double EmailsOpened { get; init; }

    public required double EmailsClicked { get; init; }

    public required double ProductsViewed { get; init; }

    public required double PropositionInteracts { get; init; }

    public required double PropositionDismissed { get; init; }

    public required double WebLinkClicks { get; init; }

    [JsonPropertyName("minutes_since_emailSent")]
    public double? MinutesSinceEmailSent { get; init; }

    [JsonPropertyName("minutes_since_emailOpened")]
    public double? MinutesSinceEmailOpened { get; init; }

    [JsonPropertyName("minutes_since_emailClick")]
    public double? MinutesSinceEmailClick { get; init; }

    [JsonPropertyName("minutes_since_productView")]
    public double? MinutesSinceProductView { get; init; }

    [JsonPropertyName("minutes_since_propositionInteract")]
    public double? MinutesSincePropositionInteract { get; init; }

    [JsonPropertyName("minutes_since_propositionDismiss")]
    public double? MinutesSincePropositionDismiss { get; init; }

    [JsonPropertyName("minutes_since_linkClick")]
    public double? MinutesSinceLinkClick { get; init; }

    /// <summary>The names of the 14 features, in the order of <see cref="ToVector"/>.</summary>
    [JsonIgnore]
    public static IReadOnlyList<string> FeatureNames { get; } = [.. Columns.Select(column => column.Name)];

    /// <summary>The features as a model takes them: what is missing is 0, as in the notebooks.</summary>
    public float[] ToVector() => Array.ConvertAll(Columns, column => (float)(column.Value(this) ?? 0));
}
