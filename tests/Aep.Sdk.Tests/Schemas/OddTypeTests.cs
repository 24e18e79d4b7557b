using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Tests.Schemas;

/// <summary>
/// Types as programs have them: what comes out as XDM, read as a person would read it; and what is refused, with its place.
/// </summary>
public sealed class OddTypeTests
{
    private static readonly OddModelJson Json = OddModelJson.Default;

    [Fact]
    public void Times_are_days_instants_or_texts() => Is(
        Json.OddTimes, "at string", "took string", "day date", "local date-time", "instant date-time");

    [Fact]
    public void Simple_types_have_what_holds_them() => Is(
        Json.OddScalars, "id string", "price number", "hash string", "raw string", "grade string", "ratio number", "count long",
        "port int");

    [Fact]
    public void Lists_of_maps_of_nullables_and_of_lists() => Is(
        Json.OddLists, "maps array", "maps[] map", "maps[]{} string", "gaps array", "gaps[] int", "ids array", "ids[] string",
        "matrix array", "matrix[] array", "matrix[][] number");

    [Fact]
    public void Keys_of_maps_are_texts_whatever_they_are_in_CSharp() =>
        Is(Json.OddMaps, "byNumber map", "byNumber{} long", "texts map", "texts{} string");

    [Fact]
    public void An_enum_is_what_the_serializer_writes()
    {
        JsonObject fields = Fields(Json.OddEnums);
        Assert.Equal("""["x-small","Large"]""", fields["size"]!["enum"]!.ToJsonString());
        Assert.Equal("""{"x-small":"Extra small"}""", fields["size"]!["meta:enum"]!.ToJsonString());
        Assert.Equal("""["x-small","Large"]""", fields["maybeSize"]!["enum"]!.ToJsonString());
        Assert.Equal(("integer", "-32768"), ((string?)fields["numbered"]!["type"], fields["numbered"]!["minimum"]!.ToString()));
        Assert.Equal("""["One","Two"]""", fields["named"]!["enum"]!.ToJsonString());
        Assert.Equal("""["One","Two"]""", fields["maybeNamed"]!["enum"]!.ToJsonString());
        Assert.Equal("""["x-small","Large"]""", fields["sizes"]!["items"]!["enum"]!.ToJsonString());
        Assert.Equal(("string", null), ((string?)fields["channels"]!["type"], fields["channels"]!["enum"]));
    }

    [Fact]
    public void Members_of_a_base_type_are_members()
    {
        FieldGroupDefinition group = XdmFieldGroup.From(Json.OddDerived, "Odd", XdmClasses.ExperienceEvent);
        Assert.Equal(["key", "level", "own"], group.TenantProperties.Select(member => member.Key).Order());
        Assert.Equal(["key", "own"], group.Required.Order());
    }

    [Fact]
    public void Generic_types_and_structs_are_objects()
    {
        Is(Json.OddGenericOddPoint, "first object", "first.x number", "first.y number", "others array", "others[] object",
            "others[].x number",
            "others[].y number");
        Is(Json.OddStruct, "from object", "from.x number", "from.y number", "to object", "to.x number", "to.y number",
            "via array", "via[] object", "via[].x number", "via[].y number");
    }

    [Fact]
    public void Identities_stand_at_any_depth()
    {
        XdmSchema schema = XdmSchema.From(Json.OddIdentities, "Odd", XdmClasses.IndividualProfile);
        Assert.Equal(
            [new("ecid", "ECID", true), new("mail", "Email", false), new("person.phone", "Phone", false),
                new XdmIdentity("person.crm", "crmId", false)],
            schema.Identities);
    }

    [Fact]
    public void A_name_that_XDM_does_not_take_is_told_with_its_place() => Assert.Contains(
        "_acme.größe", Assert.Throws<ArgumentException>(() =>
            XdmFieldGroup.From(Json.OddNames, "Odd", XdmClasses.ExperienceEvent).ToBody("acme")).Message);

    [Fact]
    public void What_XDM_cannot_hold_is_told_with_its_place()
    {
        Refused(Json.OddCase, "userId and userID differ in case only");
        Refused(Json.OddTree, "children[]: OddTree holds itself");
        Refused(Json.OddIndirect, "inner.first: OddIndirect holds itself");
        Refused(Json.OddHolder, "nothing: OddEmpty has no properties", "any.first: Object has no XDM type",
            "any.others[]: Object has no XDM type");
        Refused(Json.OddDrawing, "shape: OddShape stands for several types");
    }

    [Fact]
    public void Two_types_are_compared_and_read_as_tables()
    {
        XdmFieldTree before = Tree(Json.OddStruct), after = Tree(Json.OddGenericOddPoint);
        XdmComparison changes = before.CompareWith(after);
        Assert.Contains(changes.ToString().Split('\n'), line => line.StartsWith('!')
            && line.Contains("_acme.from", StringComparison.Ordinal));
        Assert.Contains("_acme.first", changes.ToString(), StringComparison.Ordinal);
        Assert.Contains("_acme.via[].x", before.ToTable(), StringComparison.Ordinal);
    }

    private static JsonObject Fields<T>(JsonTypeInfo<T> type) =>
        XdmFieldGroup.From(type, "Odd", XdmClasses.ExperienceEvent).TenantProperties;

    private static XdmFieldTree Tree<T>(JsonTypeInfo<T> type) =>
        XdmFieldTree.Parse(XdmFieldGroup.From(type, "Odd", XdmClasses.ExperienceEvent).ToBody("acme"));

    private static void Is<T>(JsonTypeInfo<T> type, params string[] fields)
    {
        XdmFieldTree tree = Tree(type);
        Assert.Equal(fields, tree.All.Skip(1).Select(field => $"{field.Path["_acme.".Length..]} {field.Type.Value}"));
    }

    private static void Refused<T>(JsonTypeInfo<T> type, params string[] says)
    {
        string message = Assert.Throws<ArgumentException>(() => XdmFieldGroup.From(type, "Odd", XdmClasses.ExperienceEvent)).Message;
        Assert.All(says, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }
}
