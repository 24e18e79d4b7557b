namespace Aep.Sdk.Emulator.QueryService;

/// <summary>The states of a query.</summary>
internal static class QueryState
{
    public const string Submitted = "SUBMITTED";
    public const string InProgress = "IN_PROGRESS";
    public const string Success = "SUCCESS";
    public const string Failed = "FAILED";
    public const string Killed = "KILLED";

    public static bool IsFinal(string state) => state is not (Submitted or InProgress);
}
