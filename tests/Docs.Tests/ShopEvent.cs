namespace Docs.Tests;

/// <summary>Stands for the event type that the page on schemas declares.</summary>
public sealed record ShopEvent(string Id, DateTimeOffset Timestamp);
