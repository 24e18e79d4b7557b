namespace Propensity.Simulation;

/// <summary>How a type of event behaves.</summary>
/// <param name="WeeklyRate">How many a week; for a child, how many per parent and week.</param>
/// <param name="PropensityChange">What one event adds to the probability to subscribe.</param>
/// <param name="HoursAfterParent">Mean delay after the parent.</param>
public sealed record EventBehavior(double WeeklyRate, double PropensityChange, double HoursAfterParent)
{
    public static IReadOnlyDictionary<string, EventBehavior> All { get; } = new Dictionary<string, EventBehavior>
    {
        [EventTypes.AdvertisingImpressions] = new(0.1, 0.001, 0),
        [EventTypes.AdvertisingClicks] = new(0.01, 0.002, 0.5),
        [EventTypes.PageViews] = new(0.1, 0.005, 0.1),
        [EventTypes.LinkClicks] = new(0.05, 0.005, 0.1),
        [EventTypes.ProductViews] = new(0.05, 0.005, 0.2),
        [EventTypes.Purchases] = new(0.01, 0.1, 1),
        [EventTypes.PropositionDisplay] = new(0.05, 0.005, 0.1),
        [EventTypes.PropositionInteract] = new(0.01, 0.1, 0.05),
        [EventTypes.PropositionDismiss] = new(0.01, -0.2, 0.05),
        [EventTypes.EmailSent] = new(0.5, 0.005, 0),
        [EventTypes.EmailOpened] = new(0.2, 0.02, 24),
        [EventTypes.EmailClicked] = new(0.05, 0.1, 0.5),
    };

    /// <summary>What happens by itself.</summary>
    public static IReadOnlyList<string> Base { get; } = [EventTypes.AdvertisingImpressions, EventTypes.PageViews, EventTypes.EmailSent];

    /// <summary>What follows from what, in the order in which it is drawn.</summary>
    public static IReadOnlyList<(string Parent, IReadOnlyList<string> Children)> Consequences { get; } =
    [
        (EventTypes.AdvertisingImpressions, [EventTypes.AdvertisingClicks]),
        (EventTypes.EmailSent, [EventTypes.EmailOpened]),
        (EventTypes.EmailOpened, [EventTypes.EmailClicked]),
        (EventTypes.EmailClicked, [EventTypes.PageViews]),
        (EventTypes.PageViews, [EventTypes.LinkClicks, EventTypes.ProductViews, EventTypes.PropositionDisplay]),
        (EventTypes.ProductViews, [EventTypes.Purchases]),
        (EventTypes.PropositionDisplay, [EventTypes.PropositionInteract, EventTypes.PropositionDismiss]),
    ];
}
