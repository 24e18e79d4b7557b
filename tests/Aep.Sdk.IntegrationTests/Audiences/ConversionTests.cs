using Aep.Sdk.IntegrationTests.Support;
using Aep.Sdk.Segmentation;

namespace Aep.Sdk.IntegrationTests.Audiences;

/// <summary>Rules converted here and by the service, each of which was written without the other.</summary>
public sealed class ConversionTests(Platform platform) : IClassFixture<Platform>
{
    public static TheoryData<string> Rules => new(
        "homeAddress.stateProvince = workAddress.stateProvince",
        "person.birthYear = 1985", "person.birthYear != 1985", "person.birthYear >= 1985 and person.birthYear < 2000", "person.age > -5",
        "_aeplocal.propensity >= 0.2 and _aeplocal.propensity <= 0.93", "a = 1.5 or b = 2 and c = 3", "(a = 1 or b = 2) and c = 3",
        "not (a = 1)", "not a = 1 and b = 2", "a = true", "a = \"say \\\"hi\\\"\"", "city like \"%es%\"",
        "person.birthMonth in [3, 6, 9]", "person.birthMonth notIn [3, 6, 9]", "homeAddress.countryCode in [\"US\", \"CA\"]",
        "name.startsWith(\"Joe\")", "name.startsWith(\"joe\", false)", "name.isNull()", "name.isNotNull()", "name.toLowerCase() = \"joe\"",
        "a + b * c = 7", "(a + b) * c = 7", "a - b - c = 0", "a % 5 = 0", "a / b > 3",
        "person.birthday.getYear() in [1991, 1992]", "person.birthMonth = currentMonth()", "if (a = 1, 1, 2) = 1", "inSegment(\"abc\")",
        "person.orders.storeId.distinct().count() > 1", "colors.includes(\"red\")",
        "person1.colors.intersection(person2.colors).count() > 1",
        "exists E from xEvent where (E.eventType = \"a\")", "forall E from xEvent where (E.price > 50)",
        "exists E from xEvent where (E.price > 50), I from E.productListItems where (I.SKU = \"PS\")",
        "(select E from xEvent where (E.price > 50)).count() >= 3", "(exists E from xEvent where (E.a = 1)) and b = 2");

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Each_reads_what_the_other_has_converted(string rule)
    {
        SegmentExpression text = Pql.Text(rule), ours = Pql.ToJson(text);
        SegmentExpression theirs = await platform.Aep.Segmentation.ConvertAsync(new SegmentDefinition("conversion", text));
        Assert.Equal("pql/json", theirs.Format);
        // Where the JSON forms differ (a list, a variable, the profile left out), they mean the same tree; its text is the same.
        Assert.Equal(Pql.ToText(text), Pql.ToText(theirs));

        SegmentExpression back = await platform.Aep.Segmentation.ConvertAsync(new SegmentDefinition("conversion", ours));
        Assert.Equal("pql/text", back.Format);
        Assert.Equal(ours, Pql.ToJson(back));
    }
}
