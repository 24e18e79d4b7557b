using Aep.Sdk.Queries;
using Propensity.Simulation;

namespace Propensity.Features;

/// <summary>
/// The featurization query: for each event of a user, the features up to then; of these rows one a user is kept, for subscribers that of the
/// form, for the others a random one.
/// </summary>
public static class FeatureSql
{
    public static FeatureQuery Of(string eventsTable, string tenantId)
    {
        FeatureQuery query = FeatureQuery.From(eventsTable, $"_{tenantId}.userid", FeatureNames.UserId)
            .Column("eventType").Column("timestamp")
            .Label(FeatureNames.Label, EventTypes.FormFilledOut);
        foreach ((string column, string eventType) in FeatureNames.Counts)
            query = query.Count(column, eventType);
        foreach ((string column, string eventType) in FeatureNames.MinutesSince)
            query = query.MinutesSince(column, eventType);
        return query.OneRowAtTheLabel();
    }
}
