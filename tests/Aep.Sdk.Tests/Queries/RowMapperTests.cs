using System.Text.Json.Nodes;
using Aep.Sdk.Queries;

namespace Aep.Sdk.Tests.Queries;

public class RowMapperTests
{
    private static readonly DateTime Noon = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Unspecified);

    public sealed record FunnelStep(string EventType, int Users)
    {
        public DateTimeOffset? LastSeen { get; init; }
    }

    [Fact]
    public void ColumnsBecomeParametersAndProperties()
    {
        var row = new QueryRow(["event_type", "users", "lastSeen", "other"], ["web", 3L, Noon, 1]);

        FunnelStep step = new RowMapper<FunnelStep>().Map(row);

        Assert.Equal(new FunnelStep("web", 3) { LastSeen = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero) }, step);
    }

    [Fact]
    public void ASimpleTypeIsTheFirstColumn() => Assert.Equal(7L, new RowMapper<long>().Map(new QueryRow(["n"], [7])));

    [Fact]
    public void AMissingColumnIsNamed()
    {
        var error = Assert.Throws<InvalidOperationException>(() => new RowMapper<FunnelStep>().Map(new QueryRow(["eventtype"], ["web"])));
        Assert.Contains("Users", error.Message, StringComparison.Ordinal);
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
}
