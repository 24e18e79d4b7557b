using Aep.Sdk.Schemas;

namespace Aep.Sdk.IntegrationTests.Support;

public sealed record ShopFields
{
    [XdmField(Pattern = "^[0-9]+$", MaxLength = 10)]
    public string? UserId { get; init; }

    [XdmValue("free", "Free")]
    [XdmValue("paid", "Paid")]
    public string? Plan { get; init; }

    [XdmField(Minimum = 0, Maximum = 1)]
    public double? Score { get; init; }

    public sbyte? Tiny { get; init; }

    public short? Small { get; init; }

    public int? Visits { get; init; }

    public long? Big { get; init; }

    public bool? Member { get; init; }

    public DateOnly? Born { get; init; }

    public DateTimeOffset? Seen { get; init; }

    [XdmField(Format = "email")]
    public string? Mail { get; init; }

    public Uri? Page { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public IReadOnlyList<ShopItem>? Items { get; init; }

    public IReadOnlyDictionary<string, int>? Counters { get; init; }

    public ShopItem? Last { get; init; }
}
