namespace Docs.Tests;

/// <summary>The query result of the pages' examples.</summary>
public sealed record FunnelStep(string EventType, long Users);
