using System.Data;
using System.Data.Common;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Aep.Sdk.Queries;

namespace Aep.Sdk.Tests.Queries;

/// <summary>Rows as objects, by compiled code and by reflection alike.</summary>
public partial class RowMapTests
{
    private static readonly DateTime Noon = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Unspecified);

    public sealed record FunnelStep(string EventType, int Users)
    {
        public DateTimeOffset? LastSeen { get; init; }
    }

    public sealed class Loose
    {
        public required string Name { get; init; }

        public decimal? Price { get; set; }

        public DateTime When { get; init; }
    }

    public sealed record Page(string Name, long? Views = 7);

    public sealed record Visit(string Id, Page Web, IReadOnlyList<string> Tags, JsonObject? Raw = null);

    public readonly record struct Pair(long A, double? B);

    public enum Kind
    {
        Web,
        Mail,
    }

    public sealed record Mixed(Kind Kind, Guid Id, DateOnly Day, BigInteger Big, string[] Names, bool Flag, float Ratio);

    [JsonSerializable(typeof(Page))]
    [JsonSerializable(typeof(IReadOnlyList<string>))]
    internal sealed partial class NestedTypes : JsonSerializerContext;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ColumnsBecomeParametersAndProperties(bool compiled)
    {
        Assert.Equal(
            new FunnelStep("web", 3) { LastSeen = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero) },
            One<FunnelStep>(compiled, ("event_type", "web"), ("users", 3), ("lastSeen", Noon), ("other", 1)));
        Assert.Null(One<FunnelStep>(compiled, ("eventtype", "web"), ("users", 3L), ("last_seen", new DBNullOf(typeof(DateTime)))).LastSeen);
        Loose loose = One<Loose>(compiled, ("name", "x"), ("price", 12), ("when", Noon));
        Assert.Equal(("x", 12m, DateTimeKind.Utc, 12), (loose.Name, loose.Price!.Value, loose.When.Kind, loose.When.Hour));
        Assert.Equal(new Page("p"), One<Page>(compiled, ("name", "p")));
        Assert.Equal(new Pair(1, null), One<Pair>(compiled, ("a", 1), ("b", new DBNullOf(typeof(double)))));
        Assert.Equal(new Pair(1, 2.5), One<Pair>(compiled, ("a", (short)1), ("b", 2.5f)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void OtherTypesConvert(bool compiled)
    {
        Mixed mixed = One<Mixed>(
            compiled, ("kind", "mail"), ("id", Guid.Empty.ToString()), ("day", Noon), ("big", 12m), ("names", new[] { "a", "b" }),
            ("flag", true), ("ratio", 0.5f));
        Assert.Equal((Kind.Mail, Guid.Empty, new DateOnly(2026, 3, 1), new BigInteger(12), true, 0.5f),
            (mixed.Kind, mixed.Id, mixed.Day, mixed.Big, mixed.Flag, mixed.Ratio));
        Assert.Equal(["a", "b"], mixed.Names);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void NestedFieldsAndArraysComeFromJson(bool compiled)
    {
        (string, object)[] row =
            [("id", "1"), ("web", """{"name":"home","views":2}"""), ("tags", """["a","b"]"""), ("raw", """{"x":[1]}""")];
        foreach (JsonSerializerOptions? json in new[] { null, NestedJson.Options(NestedTypes.Default) })
        {
            Visit visit = One<Visit>(compiled, json, row);
            Assert.Equal(new Page("home", 2), visit.Web);
            Assert.Equal(["a", "b"], visit.Tags);
            Assert.Equal(1, visit.Raw!["x"]![0]!.GetValue<int>());
        }

        Assert.True(RowMap<Visit>.IsNested);
        Assert.False(RowMap<FunnelStep>.IsNested);
        Assert.False(RowMap<Mixed>.IsNested);
        Assert.Equal(["x", "y"], One<Tagged>(compiled, ("tags", new[] { "x", "y" })).Tags);
    }

    public sealed record Person(string FirstName, Address? Home_address = null)
    {
        public int? Visit_count { get; init; }

        public IReadOnlyList<Address> PastAddresses { get; init; } = [];

        public Dictionary<string, Address> By_kind { get; init; } = [];
    }

    public sealed record Address(string ZipCode, [property: JsonPropertyName("house_no")] int Number = 0);

    public sealed record Contact(Person Person);

    [JsonSerializable(typeof(Person))]
    internal sealed partial class PersonTypes : JsonSerializerContext;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void UnderscoresDoNotCountInNestedNamesEither(bool compiled)
    {
        const string text = """
            {"first_name":"Åsa \"A_b\"","homeAddress":{"zip_code":"1_2","House_No":7,"un_known":[{"zip_code":1}]},"visitCount":3,
             "past_addresses":[{"ZIPCODE":"2"},{"zip__code":"3"}],"byKind":{"at_work":{"zip_code":"4"}}}
            """;
        foreach (JsonSerializerOptions? json in new[] { null, NestedJson.Options(PersonTypes.Default) })
        {
            Person person = One<Contact>(compiled, json, [("person", text)]).Person;
            Assert.Equal("Åsa \"A_b\"", person.FirstName);
            Assert.Equal(new Address("1_2", 7), person.Home_address);
            Assert.Equal(3, person.Visit_count);
            Assert.Equal(["2", "3"], person.PastAddresses.Select(address => address.ZipCode));
            Assert.Equal("4", person.By_kind["at_work"].ZipCode);
            Assert.Equal(4, One<Contact>(compiled, json, [("person", """{"firstname":"a","visitcount":4}""")]).Person.Visit_count);
        }
    }

    public sealed record Tagged(IReadOnlyList<string> Tags);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ASimpleTypeIsTheFirstColumn(bool compiled)
    {
        Assert.Equal(7L, One<long>(compiled, ("n", 7)));
        Assert.Null(One<long?>(compiled, ("n", new DBNullOf(typeof(long)))));
        Assert.Equal(new DateTimeOffset(Noon, TimeSpan.Zero), One<DateTimeOffset>(compiled, ("t", Noon)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AMissingColumnIsNamed(bool compiled)
    {
        Assert.Contains("Users", Assert.Throws<InvalidOperationException>(() => One<FunnelStep>(compiled, ("eventtype", "web"))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "Name", Assert.Throws<InvalidOperationException>(() => One<Loose>(compiled, ("price", 1m))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WhatWouldLoseDigitsIsRefused(bool compiled)
    {
        Assert.Throws<InvalidCastException>(() => One<int>(compiled, ("n", 1.5m)));
        Assert.Throws<InvalidCastException>(() => One<int>(compiled, ("n", long.MaxValue)));
        Assert.Throws<InvalidCastException>(() => One<long>(compiled, ("n", 2.5)));
        Assert.Throws<InvalidCastException>(() => One<double>(compiled, ("n", long.MaxValue)));
        Assert.Equal(3, One<int>(compiled, ("n", 3.0m)));
        Assert.Equal(1.5, One<double>(compiled, ("n", 1.5m)));
        Assert.Equal(9007199254740992, One<double>(compiled, ("n", 9007199254740992L)));
    }

    [Fact]
    public void ValuesConvertOrSayWhyNot()
    {
        var row = new QueryRow(["n", "big", "json", "nothing", "text"], [1.5m, long.MaxValue, """{"a":1}""", null, "x"]);

        Assert.Equal(1.5, row.Get<double>("N"));
        Assert.Equal(1, row.Get<JsonObject>("json")["a"]!.GetValue<int>());
        Assert.Null(row.Get<int?>("nothing"));
        Assert.Null(row["nothing"]);
        Assert.Contains("big", Assert.Throws<InvalidCastException>(() => row.Get<int>("big")).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidCastException>(() => row.Get<int>("nothing"));
        Assert.Throws<InvalidCastException>(() => row.Get<int>("text"));
        Assert.Throws<KeyNotFoundException>(() => row["missing"]);
    }

    private sealed record DBNullOf(Type Type);

    private static T One<T>(bool compiled, params (string Name, object Value)[] row) => One<T>(compiled, null, row);

    private static T One<T>(bool compiled, JsonSerializerOptions? json, (string Name, object Value)[] row)
    {
        using var table = new DataTable();
        foreach ((string name, object value) in row) table.Columns.Add(name, value is DBNullOf nothing ? nothing.Type : value.GetType());
        table.Rows.Add([.. row.Select(cell => cell.Value is DBNullOf ? DBNull.Value : cell.Value)]);
        using DataTableReader reader = table.CreateDataReader();
        Assert.True(reader.Read());
        QueryColumn[] columns =
            [.. Enumerable.Range(0, reader.FieldCount).Select(i => new QueryColumn(reader.GetName(i), reader.GetFieldType(i), ""))];
        var shape = new RowShape(typeof(T), columns);
        Func<DbDataReader, T> map = compiled ? CompiledRow.Create<T>(shape, json) : ReflectedRow.Create<T>(shape, json);
        return map(reader);
    }
}
