namespace Docs.Tests;

/// <summary>The row type of the pages' examples.</summary>
public sealed record WebEvent(string Id, DateTimeOffset Timestamp, string EventType);
