namespace Aep.Sdk.Emulator.Sql;

/// <summary>Statistics that a session computed.</summary>
/// <param name="Id">The alias, or table name, <c>_stats_</c> and a number.</param>
/// <param name="Statement">What was asked for.</param>
/// <param name="Created">When, in UTC.</param>
/// <param name="Relation">The engine's temporary table.</param>
internal sealed record TableStatistics(string Id, StatisticsStatement Statement, DateTimeOffset Created, string Relation);
