namespace Propensity.Simulation;

/// <summary>
/// Simulates what users do in ten weeks and who of them subscribes. It behaves as the code of Adobe's CMLE notebooks does, also where
/// that surprises: of a type's children only those of the last parent are kept, and e-mail clicks replace the page views that the user
/// had before.
/// </summary>
public static class Simulator
{
    private const double StartingPropensity = 0.001;
    private static readonly TimeSpan FormDelay = TimeSpan.FromSeconds(60);

    /// <summary>The events of all users, one user after the other, each in the order of time.</summary>
    public static IEnumerable<SimulatedEvent> Simulate(SimulationOptions options) =>
        Enumerable.Range(0, options.Users).SelectMany(user => SimulateUser(options, user));

    public static IReadOnlyList<SimulatedEvent> SimulateUser(SimulationOptions options, int user)
    {
        // A generator for each user: a user's events do not depend on how many users there are.
        var random = SplitMix64.For(options.Seed, (ulong)user);
        List<SimulatedEvent> events = [.. DrawTimes(options, random)
            .SelectMany(type => type.Value.Select(time => new SimulatedEvent(user, type.Key, time)))
            .OrderBy(drawn => drawn.Timestamp)];
        if (FindSubscription(events, random) is { } subscription)
            events.Insert(events.FindLastIndex(before => before.Timestamp <= subscription.Timestamp) + 1, subscription);
        return events;
    }

    private static Dictionary<string, List<DateTimeOffset>> DrawTimes(SimulationOptions options, SplitMix64 random)
    {
        var times = new Dictionary<string, List<DateTimeOffset>>();
        int seconds = SimulationOptions.Weeks * 7 * 24 * 60 * 60;
        foreach (string type in EventBehavior.Base)
            times[type] = [.. Draw(type, random, () => options.Start.AddSeconds(random.Next(seconds)))];

        foreach ((string parent, IReadOnlyList<string> children) in EventBehavior.Consequences)
        {
            foreach (DateTimeOffset time in times.GetValueOrDefault(parent) ?? [])
            {
                foreach (string child in children)
                    times[child] =
                        [.. Draw(child, random, () => time.AddHours(random.Exponential(EventBehavior.All[child].HoursAfterParent)))];
            }
        }
        return times;
    }

    private static IEnumerable<DateTimeOffset> Draw(string type, SplitMix64 random, Func<DateTimeOffset> time)
    {
        int count = random.Poisson(EventBehavior.All[type].WeeklyRate * SimulationOptions.Weeks);
        for (int i = 0; i < count; i++)
            yield return time();
    }

    // After each event the user may subscribe, but e-mails and advertisements alone do not lead to the form.
    private static SimulatedEvent? FindSubscription(List<SimulatedEvent> events, SplitMix64 random)
    {
        double propensity = StartingPropensity;
        foreach (SimulatedEvent happened in events)
        {
            propensity = Math.Clamp(propensity + EventBehavior.All[happened.EventType].PropensityChange, 0, 1);
            bool leadsToForm = !happened.EventType.StartsWith("directMarketing", StringComparison.Ordinal)
                && !happened.EventType.StartsWith("advertising", StringComparison.Ordinal);
            if (leadsToForm && random.NextDouble() < propensity)
                return new SimulatedEvent(happened.User, EventTypes.FormFilledOut, happened.Timestamp + FormDelay);
        }
        return null;
    }
}
