using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Tests.Schemas;

internal sealed record ShopEvent(
    [property: JsonPropertyName("_id")] string Id, DateTimeOffset Timestamp,
    [property: JsonPropertyName("_acme"), XdmTenant] ShopFields Fields);

internal sealed record ShopFields
{
    [XdmField("User", Description = "Who it was.", Pattern = "^[0-9]+$", MaxLength = 38)]
    [XdmIdentity("ECID", Primary = true)]
    public required string UserId { get; init; }

    [XdmValue("Free", "Free plan")]
    [XdmValue("Paid", "Paid plan")]
    public Plan? Plan { get; init; }

    [XdmValue("web", "Web shop")]
    [XdmValue("app", "App")]
    [XdmField(OtherValues = true)]
    public string? Channel { get; init; }

    [XdmField(Minimum = 0, Maximum = 1)]
    public double Score { get; init; }

    public DateOnly? Born { get; init; }

    public Uri? Page { get; init; }

    public int Visits { get; init; }

    public short Small { get; init; }

    public long Big { get; init; }

    public bool? Member { get; init; }

    public IReadOnlyList<ShopItem> Items { get; init; } = [];

    public IReadOnlyDictionary<string, int> Counters { get; init; } = new Dictionary<string, int>();

    [XdmField("Address", DataType = "https://ns.adobe.com/xdm/common/address")]
    public JsonObject? Address { get; init; }

    [XdmField(Deprecated = true)]
    [JsonPropertyName("old-name")]
    public string? Old { get; init; }

    [JsonIgnore]
    public string? Hidden { get; init; }
}

internal sealed record ShopItem([XdmField("Stock number", Required = true)] string Sku, decimal Price);

[JsonConverter(typeof(JsonStringEnumConverter<Plan>))]
internal enum Plan
{
    Free,
    Paid,
}

internal sealed record Unfit
{
    public object? Anything { get; init; }

    public JsonObject? Tree { get; init; }

    public Unfit? Self { get; init; }

    public ulong Huge { get; init; }

    public IReadOnlyDictionary<string, double> Rates { get; init; } = new Dictionary<string, double>();
}

internal sealed record Misfit
{
    [XdmField(Pattern = "a")]
    public int Number { get; init; }

    [XdmField(Minimum = 2, Maximum = 1)]
    public double Range { get; init; }

    [XdmValue("Gone", "No such value")]
    public Plan Plan { get; init; }

    [XdmIdentity("ECID")]
    public int Identity { get; init; }

    [XdmField(Maximum = 3)]
    public string? Text { get; init; }
}

internal sealed record TwoPrimaries([XdmIdentity("ECID", Primary = true)] string One, [XdmIdentity("Email", Primary = true)] string Two);
