using Aep.Sdk.Queries;
using Propensity.Simulation;

namespace Propensity.Features;

/// <summary>
/// The featurization query: for each event of a user, the features up to then; of these rows one a user is kept, for subscribers that of the
/// form, for the others a random one. As a template, it reads a window of snapshots and makes the training table or adds to it.
/// </summary>
public static class FeatureSql
{
    public const string From = "from_snapshot_id";
    public const string To = "to_snapshot_id";

    /// <summary>The block that the template holds. Names become checked identifiers; the snapshot ids stay parameters.</summary>
    public static string Template(string eventsTable, string trainingTable, string tenantId)
    {
        SqlName target = Sql.Table(trainingTable);
        string rows = Rows(eventsTable, tenantId);
        return
            $"""
            $$ BEGIN

            SET @training_table_exists = SELECT table_exists('{target}');

            CREATE TABLE IF NOT EXISTS {target} AS
            SELECT * FROM ({rows})
            WHERE {OneRowAUser};

            INSERT INTO {target}
            SELECT * FROM ({rows})
            WHERE @training_table_exists = 't' AND ({OneRowAUser});

            EXCEPTION
              WHEN OTHER THEN
                SELECT 'ERROR';

            END $$;
            """;
    }

    private static string OneRowAUser =>
        $"({FeatureNames.Label} = 1 AND eventType = '{EventTypes.FormFilledOut}') OR ({FeatureNames.Label} = 0 AND random_row_number_for_user = 1)";

    private static string Rows(string eventsTable, string tenantId)
    {
        SqlName user = Sql.Path($"_{tenantId}.userid");
        string soFar = $"OVER (PARTITION BY {user} ORDER BY timestamp ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)";
        IEnumerable<string> columns =
        [
            $"{user} AS {FeatureNames.UserId}",
            "eventType",
            "timestamp",
            $"{Count(EventTypes.FormFilledOut)} OVER (PARTITION BY {user}) AS \"{FeatureNames.Label}\"",
            .. FeatureNames.Counts.Select(feature => $"{Count(feature.EventType)} {soFar} AS \"{feature.Column}\""),
            .. FeatureNames.MinutesSince.Select(feature =>
                $"TIME_BETWEEN_PREVIOUS_MATCH(timestamp, eventType = '{feature.EventType}', 'minutes') {soFar} AS \"{feature.Column}\""),
            $"row_number() OVER (PARTITION BY {user} ORDER BY randn()) AS random_row_number_for_user",
        ];
        return
            $"""
            SELECT
              {string.Join(",\n  ", columns)}
            FROM {Sql.Table(eventsTable)}
            SNAPSHOT BETWEEN ${From} AND ${To}
            """;
    }

    private static string Count(string eventType) => $"SUM(CASE WHEN eventType = '{eventType}' THEN 1 ELSE 0 END)";
}
