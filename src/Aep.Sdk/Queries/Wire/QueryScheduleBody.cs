namespace Aep.Sdk.Queries;

internal sealed record QueryScheduleBody(QueryBody Query, QueryTimingBody Schedule);
