namespace Aep.Sdk.Emulator.QueryService.Queries;

/// <summary>The states of a query.</summary>
internal static class QueryState
{
    public const string Submitted = "SUBMITTED";
    public const string InProgress = "IN_PROGRESS";
    public const string Success = "SUCCESS";
    public const string Failed = "FAILED";
    public const string Killed = "KILLED";
    public const string TimedOut = "TIMEOUT";

    public static bool IsFinal(string state) => state is not (Submitted or InProgress);
}
