using System.Globalization;
using System.Text.Json.Nodes;
using Aep.Sdk.Emulator.Tests.Support;

namespace Aep.Sdk.Emulator.Tests.Segmentation;

/// <summary>
/// 500 random rules over random data, through the whole platform: the audience is exactly the set of persons that satisfy the rule.
/// </summary>
public sealed class RandomAudienceTests
{
    private const int Rules = 500;
    private const int People = 150;
    private static readonly string[] Cities = ["Basel", "Bern", "Biel"];

    private sealed record Person(string Id, double? Propensity, string? City);

    [Fact]
    public async Task An_audience_is_exactly_who_satisfies_its_rule()
    {
        EmulatorFixture fixture = await EmulatorFixture.StartAsync();
        try
        {
            var random = new Random(500);
            var segments = new SegmentationClient(fixture);
            Person[] people = [.. Enumerable.Range(0, People).Select(i => new Person(
                $"p{i}", random.Next(6) == 0 ? null : random.Next(0, 21) / 20d,
                random.Next(6) == 0 ? null : Cities[random.Next(Cities.Length)]))];
            await segments.CreatePeopleAsync([.. people.Select(person => (person.Id, person.Propensity, person.City))]);
            var rules = new List<(string Id, string Text, Func<Person, bool> Meaning)>();
            for (int i = 0; i < Rules; i++)
            {
                (string text, Func<Person, bool> meaning) = Draw(random, 3);
                rules.Add((await segments.CreateAsync($"Rule {i}", text), text, meaning));
            }
            JsonObject job = await segments.EvaluateAsync([.. rules.Select(rule => rule.Id)]);
            foreach ((string id, string text, Func<Person, bool> meaning) in rules)
                Assert.True(people.Count(meaning) == (int)job["metrics"]!["segmentedProfileCounter"]![id]!, text);
            foreach (Person person in people)
            {
                JsonObject memberships = (await segments.Profiles.GetAsync(person.Id))["segmentMembership"]!["ups"]!.AsObject();
                Assert.Equal(
                    rules.Where(rule => rule.Meaning(person)).Select(rule => rule.Id).Order(),
                    memberships.Where(entry => (string?)entry.Value!["status"] == "realized").Select(entry => entry.Key).Order());
            }
        }
        finally
        {
            await fixture.DisposeAsync();
        }
    }

    private static (string Text, Func<Person, bool> Meaning) Draw(Random random, int depth)
    {
        if (depth == 0 || random.Next(3) == 0)
            return Leaf(random);
        (string left, Func<Person, bool> first) = Draw(random, depth - 1);
        (string right, Func<Person, bool> second) = Draw(random, depth - 1);
        return random.Next(3) switch
        {
            0 => ($"({left}) and ({right})", person => first(person) && second(person)),
            1 => ($"({left}) or ({right})", person => first(person) || second(person)),
            _ => ($"not ({left})", person => !first(person)),
        };
    }

    private static (string Text, Func<Person, bool> Meaning) Leaf(Random random)
    {
        double number = random.Next(0, 21) / 20d;
        string text = number.ToString(CultureInfo.InvariantCulture), city = Cities[random.Next(Cities.Length)];
        return random.Next(8) switch
        {
            0 => ($"_tenant.propensity >= {text}", person => person.Propensity >= number),
            1 => ($"_tenant.propensity < {text}", person => person.Propensity < number),
            2 => ($"_tenant.propensity * 2 = {text}", person => person.Propensity * 2 == number),
            3 => ($"_tenant.city = \"{city}\"", person => person.City == city),
            4 => ($"_tenant.city in [\"{city}\", \"Bern\"]", person => person.City == city || person.City == "Bern"),
            5 => ($"_tenant.city.startsWith(\"{city[..2].ToLowerInvariant()}\", false)",
                person => person.City?.StartsWith(city[..2], StringComparison.Ordinal) == true),
            6 => ("_tenant.propensity.isNull()", person => person.Propensity is null),
            _ => ("_tenant.userid like \"p1%\"", person => person.Id.StartsWith("p1", StringComparison.Ordinal)),
        };
    }
}
