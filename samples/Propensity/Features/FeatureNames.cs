using Propensity.Simulation;

namespace Propensity.Features;

/// <summary>The 14 features: how often something happened so far, and how many minutes ago last.</summary>
public static class FeatureNames
{
    public const string Label = "subscriptionOccurred";
    public const string UserId = "userId";

    public static IReadOnlyList<(string Column, string EventType)> Counts { get; } =
    [
        ("emailsReceived", EventTypes.EmailSent),
        ("emailsOpened", EventTypes.EmailOpened),
        ("emailsClicked", EventTypes.EmailClicked),
        ("productsViewed", EventTypes.ProductViews),
        ("propositionInteracts", EventTypes.PropositionInteract),
        ("propositionDismissed", EventTypes.PropositionDismiss),
        ("webLinkClicks", EventTypes.LinkClicks),
    ];

    public static IReadOnlyList<(string Column, string EventType)> MinutesSince { get; } =
    [
        ("minutes_since_emailSent", EventTypes.EmailSent),
        ("minutes_since_emailOpened", EventTypes.EmailOpened),
        ("minutes_since_emailClick", EventTypes.EmailClicked),
        ("minutes_since_productView", EventTypes.ProductViews),
        ("minutes_since_propositionInteract", EventTypes.PropositionInteract),
        ("minutes_since_propositionDismiss", EventTypes.PropositionDismiss),
        ("minutes_since_linkClick", EventTypes.LinkClicks),
    ];

    public static IReadOnlyList<string> All { get; } = [.. Counts.Concat(MinutesSince).Select(feature => feature.Column)];
}
