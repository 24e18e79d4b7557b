using Aep.Sdk.Segmentation;
using Aep.Sdk.TestSupport;
using CsCheck;

namespace Aep.Sdk.Tests.Segmentation;

/// <summary>Rules of the builder through JSON and back.</summary>
public sealed class PqlRoundTripTests
{
    private static readonly Gen<PqlAttribute> Profile =
        Any("city", "_acme.propensity", "person.name.lastName", "a_1").Select(Pql.Attribute);
    private static readonly Gen<PqlAttribute> Event =
        Any("eventType", "_acme.price", "commerce.order.priceTotal").Select(Pql.EventAttribute);
    private static readonly Gen<PqlValue> Value = Gen.OneOf(
        Gen.String.Select(text => (PqlValue)text), Gen.Long.Select(number => (PqlValue)number), Gen.Bool.Select(flag => (PqlValue)flag),
        Gen.Double[-1e6, 1e6].Where(number => Math.Abs(number) > 1e-6).Select(number => (PqlValue)number));

    private static readonly Gen<PqlCondition> Rule = Gen.Recursive<PqlCondition>((depth, rule) => depth > 3 ? Leaf(Profile) : Gen.OneOf(
        Leaf(Profile), rule.Select(Pql.Not), Gen.Select(rule, rule, (left, right) => left.And(right)),
        Gen.Select(rule, rule, (left, right) => left.Or(right)),
        OfEvents.Select(condition => Pql.Events(condition).Exist()),
            Gen.Select(OfEvents, Gen.Int[1, 9], (condition, count) => Pql.Events(condition).AtLeast(count))));

    private static Gen<PqlCondition> OfEvents =>
        Gen.Select(Leaf(Event), Leaf(Event), Gen.Bool, (left, right, both) => both ? left.And(right) : left.Or(Pql.Not(right)));

    [Fact]
    public void Ten_thousand_rules_come_back_from_json_as_they_went() => Rule.ForAll(condition =>
    {
        SegmentExpression rule = condition.ToExpression(), json = Pql.ToJson(rule), back = Pql.ToText(json);
        // The builder puts parentheses where they are easy to read, the writer only where they are needed: both read as one tree.
        Assert.Equal(Pql.ToText(rule).Value, back.Value);
        Assert.Equal(json.Value, Pql.ToJson(back).Value);
    }, iter: 10_000);

    private static Gen<string> Any(params string[] paths) => Gen.Int[0, paths.Length - 1].Select(index => paths[index]);

    private static Gen<PqlCondition> Leaf(Gen<PqlAttribute> attribute) => Gen.OneOf(
        Gen.Select(attribute, Value, Gen.Int[0, 5], (left, right, operation) => operation switch
        {
            0 => left.EqualTo(right),
            1 => left.NotEqualTo(right),
            2 => left.GreaterThan(right),
            3 => left.AtLeast(right),
            4 => left.LessThan(right),
            _ => left.AtMost(right),
        }),
        Gen.Select(attribute, Value, Value, (left, from, to) => left.Between(from, to)),
        Gen.Select(attribute, Value.Array[1, 4], Gen.Bool, (left, values, among) => among ? left.In(values) : left.NotIn(values)),
        Gen.Select(attribute, Gen.String, Gen.Bool, Gen.Int[0, 2], (left, text, exact, place) =>
            place == 0 ? left.StartsWith(text, exact) : place == 1 ? left.EndsWith(text, exact) : left.Contains(text, exact)),
        Gen.Select(attribute, Gen.Bool, (left, missing) => missing ? left.IsNull() : left.IsNotNull()));
}
