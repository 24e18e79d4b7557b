namespace Aep.Sdk.IntegrationTests.Support;

public sealed record ShopItem
{
    public required string Sku { get; init; }

    public double? Price { get; init; }
}
