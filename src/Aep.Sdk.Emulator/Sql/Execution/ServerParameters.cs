namespace Aep.Sdk.Emulator.Sql;

/// <summary>What the server reports about itself when a session starts. The version is the one that psql shows on Query Service.</summary>
internal static class ServerParameters
{
    public const string Version = "0.1.0";

    /// <summary>What a client is told when its session starts.</summary>
    public static readonly IReadOnlyList<string> Reported =
    [
        "server_version", "server_encoding", "client_encoding", "DateStyle", "TimeZone", "IntervalStyle", "integer_datetimes",
        "standard_conforming_strings", "is_superuser", "application_name",
    ];

    public static readonly IReadOnlyList<KeyValuePair<string, string>> Defaults =
    [
        new("server_version", Version),
        new("server_encoding", "UTF8"),
        new("client_encoding", "UTF8"),
        new("DateStyle", "ISO, MDY"),
        new("TimeZone", "UTC"),
        new("IntervalStyle", "postgres"),
        new("integer_datetimes", "on"),
        new("standard_conforming_strings", "on"),
        new("is_superuser", "off"),
        new("session_authorization", ""),
        new("application_name", ""),
        new("lc_collate", "C"),
        new("lc_ctype", "C"),
        new("search_path", "public"),
        new("extra_float_digits", "3"),
        new("transaction_isolation", "read committed"),
        new("max_identifier_length", "63"),
        new("statement_timeout", "600000"),
        new("idle_session_timeout", "0"),
        new("auto_to_json", "false"),
        new(SystemColumns.Setting, "true"),
        new("aqp", "false"),
        new("skip_stats_for_complex_datatypes", "true"),
        new("resolve_fallback_snapshot_on_failure", "false"),
    ];
}
