namespace Aep.Sdk.Queries;

/// <summary>Why a query failed.</summary>
/// <param name="Code">The service's code or SQLSTATE, for example <c>58000</c>.</param>
/// <param name="Message">What happened.</param>
/// <param name="ErrorType">The kind of error, if the service says.</param>
public sealed record QueryError(string? Code, string? Message, string? ErrorType = null);
