using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>The aggregates behind Adobe's functions that have a state over the whole frame of a window.</summary>
internal static class AdobeAggregates
{
    private static readonly (string Name, DuckDBType Type)[] Session =
    [
        ("timestamp_diff", DuckDBType.BigInt), ("num", DuckDBType.BigInt), ("is_new", DuckDBType.Boolean), ("depth", DuckDBType.BigInt),
    ];

    private static readonly (string Name, DuckDBType Type)[] Touched =
    [
        ("first", DuckDBType.Varchar), ("first_time", DuckDBType.Timestamp), ("last", DuckDBType.Varchar),
            ("end_time", DuckDBType.Timestamp),
    ];

    private static readonly DuckDBType[] Touch = [DuckDBType.Varchar, DuckDBType.Timestamp, DuckDBType.Boolean, DuckDBType.Boolean];

    public static void Register(DuckDBConnection connection)
    {
        NativeAggregate<SessionState>.Register(
            connection, "adobe_session", [DuckDBType.Timestamp, DuckDBType.Boolean, DuckDBType.Boolean, DuckDBType.BigInt], Session);
        NativeAggregate<SinceExpiryState>.Register(connection, "adobe_since_expiry", Touch, Touched);
        NativeAggregate<UntilExpiryState>.Register(connection, "adobe_until_expiry", Touch, Touched);
    }
}
