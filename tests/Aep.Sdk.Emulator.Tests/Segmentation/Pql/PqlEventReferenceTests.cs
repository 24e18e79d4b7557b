using System.Text.Json;

namespace Aep.Sdk.Emulator.Tests.Segmentation.Pql;

/// <summary>
/// Selections, quantifiers, windows of time, counts and sequences of events: each by the engine and by plain C#, over random events.
/// </summary>
public sealed class PqlEventReferenceTests
{
    private static readonly string[] Types = ["view", "cart", "buy"];
    private static readonly DateTimeOffset Now = Rules.Now;

    private sealed record Event(string Type, double? Price, DateTimeOffset Time);

    private sealed record Case(string Expression, Func<Event[], bool> Meaning);

    [Fact]
    public void Each_rule_over_events_means_what_plain_code_means()
    {
        Case[] cases = [.. Counts(), .. Quantifiers(), .. Sequences()];
        Assert.True(cases.Select(item => item.Expression).Distinct().Count() >= 150, $"{cases.Length}");
        var random = new Random(20260318);
        Event[][] people = [.. Enumerable.Range(0, 400).Select(_ => Draw(random))];
        Dictionary<string, object?>[][] documents = [.. people.Select(events => events.Select(Document).ToArray())];
        foreach (Case item in cases)
        {
            var rule = Rules.Bind(item.Expression);
            int matching = 0;
            for (int i = 0; i < people.Length; i++)
            {
                bool actual = rule.Matches(new(new Dictionary<string, object?>(), Now) { Events = documents[i] });
                bool expected = item.Meaning(people[i]);
                Assert.True(actual == expected, $"{item.Expression} is {actual} for {JsonSerializer.Serialize(people[i])}");
                matching += actual ? 1 : 0;
            }

            // A rule that all or nobody satisfies would prove nothing.
            Assert.True(matching > 0 && matching < people.Length, $"{item.Expression}: {matching}");
        }
    }

    private static IEnumerable<Case> Counts()
    {
        foreach (string type in Types)
        {
            foreach (int n in new[] { 1, 2, 3 })
            {
                yield return new($"xEvent[type = \"{type}\"].count() >= {n}", events => Of(events, type).Count() >= n);
                yield return new($"xEvent[type = \"{type}\"].count() = {n}", events => Of(events, type).Count() == n);
                yield return new($"chain(xEvent, timestamp, [A: WHAT(type = \"{type}\") COUNT({n})])",
                    events => Of(events, type).Count() >= n);
                yield return new($"chain(xEvent, timestamp, [A: WHAT(type = \"{type}\") COUNT(= {n})])",
                    events => Of(events, type).Count() == n);
            }
            foreach (int days in new[] { 4, 9, 20 })
            {
                yield return new($"xEvent[type = \"{type}\" and timestamp occurs <= {days} days before now].count() >= 1",
                    events => Of(events, type).Any(item => item.Time >= Now.AddDays(-days)));
                yield return new($"xEvent[type = \"{type}\" and timestamp occurs > {days} days before now].count() >= 2",
                    events => Of(events, type).Count(item => item.Time < Now.AddDays(-days)) >= 2);
                yield return new($"chain(xEvent, timestamp, [A: WHAT(type = \"{type}\") WHEN(<= {days} days before now) COUNT(2)])",
                    events => Of(events, type).Count(item => item.Time >= Now.AddDays(-days)) >= 2);
                yield return new($"not(chain(xEvent, timestamp, [A: WHAT(type = \"{type}\") WHEN(<= {days} days before now)]))",
                    events => !Of(events, type).Any(item => item.Time >= Now.AddDays(-days)));
            }
            foreach (int price in new[] { 10, 30 })
            {
                yield return new($"xEvent[type = \"{type}\"].sum(price) > {price}",
                    events => Of(events, type).Sum(item => item.Price) > price);
                yield return new($"xEvent[type = \"{type}\"].max(price) > {price}",
                    events => Of(events, type).Max(item => item.Price) > price);
                yield return new($"xEvent[type = \"{type}\" and price < {price}].count() < 2",
                    events => Of(events, type).Count(item => item.Price < price) < 2);
            }
        }
    }

    private static IEnumerable<Case> Quantifiers()
    {
        foreach (int price in new[] { 5, 15, 30 })
        {
            yield return new($"forall E from xEvent where (E.price > {price} or E.type = \"view\")",
                events => events.All(item => item.Price > price || item.Type == "view"));
            yield return new($"(select E from xEvent where (E.price > {price})).count() > 2",
                events => events.Count(item => item.Price > price) > 2);
            foreach (string type in Types)
            {
                yield return new($"exists E from xEvent where (E.type = \"{type}\" and E.price > {price})",
                    events => events.Any(item => item.Type == type && item.Price > price));
                yield return new(
                    $"exists E from xEvent where (E.type = \"{type}\" and exists F from xEvent where (F.price > E.price + {price}))",
                    events => events.Any(item => item.Type == type && events.Any(other => other.Price > item.Price + price)));
            }
        }
    }

    private static IEnumerable<Case> Sequences()
    {
        foreach (string first in Types)
        {
            foreach (string second in Types)
            {
                string step = $"A: WHAT(type = \"{first}\"), B: WHAT(type = \"{second}\"";
                yield return new($"chain(xEvent, timestamp, [{step})])", events => Pairs(events, first, second).Any());
                yield return new($"chain(xEvent, timestamp, [{step} and price = A.price)])",
                    events => Pairs(events, first, second).Any(pair => pair.First.Price is { } price && price == pair.Second.Price));
                yield return new($"chain(xEvent, timestamp, [{step}) COUNT(2)])", events => events.Index()
                    .Any(item => item.Item.Type == first && Of(events[(item.Index + 1)..], second).Count() >= 2));
                foreach (int hours in new[] { 30, 150 })
                {
                    yield return new($"chain(xEvent, timestamp, [{step}) WHEN(<= {hours} hours after A)])",
                        events =>
                            Pairs(events, first, second).Any(pair => pair.Second.Time - pair.First.Time <= TimeSpan.FromHours(hours)));
                    yield return new($"chain(xEvent, timestamp, [{step}) WHEN(> {hours} hours after A)])",
                        events => Pairs(events, first, second).Any(pair => pair.Second.Time - pair.First.Time > TimeSpan.FromHours(hours)));
                }
                foreach (string third in Types)
                {
                    yield return new($"chain(xEvent, timestamp, [{step}), C: WHAT(type = \"{third}\") WHEN(<= 15 days before now)])",
                        events => events.Index().Any(item => item.Item.Type == third && item.Item.Time >= Now.AddDays(-15)
                            && Pairs(events[..item.Index], first, second).Any()));
                }
            }
        }
    }

    private static IEnumerable<Event> Of(IEnumerable<Event> events, string type) => events.Where(item => item.Type == type);

    private static IEnumerable<(Event First, Event Second)> Pairs(Event[] events, string first, string second) =>
        from one in events.Index()
        from other in events.Index()
        where one.Index < other.Index && one.Item.Type == first && other.Item.Type == second
        select (one.Item, other.Item);

    // In the order of time; never to the second at the edge of a window.
    private static Event[] Draw(Random random) =>
    [
        .. Enumerable.Range(0, random.Next(9)).Select(_ => new Event(
            Types[random.Next(Types.Length)], random.Next(4) == 0 ? null : random.Next(1, 9) * 5,
            Now.AddMinutes(-random.Next(1, 60 * 24 * 28)).AddSeconds(-7))).DistinctBy(item => item.Time).OrderBy(item => item.Time),
    ];

    private static Dictionary<string, object?> Document(Event item) => item.Price is { } price
        ? new() { ["type"] = item.Type, ["price"] = price, ["timestamp"] = item.Time }
        : new() { ["type"] = item.Type, ["timestamp"] = item.Time };
}
