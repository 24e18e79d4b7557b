namespace Aep.Sdk.Ingestion;

/// <summary>A record that AEP has checked at once and found not to fit its schema. AEP has not kept it.</summary>
public sealed class StreamingValidationException : AepRequestException
{
    internal StreamingValidationException(AepRequestException refusal, IReadOnlyList<StreamingViolation> violations)
        : base(Describe(refusal, violations), refusal) => Violations = violations;

    /// <summary>What is wrong with it. AEP stops after five.</summary>
    public IReadOnlyList<StreamingViolation> Violations { get; }

    private static AepErrorDetails Describe(AepRequestException refusal, IReadOnlyList<StreamingViolation> violations) => new()
    {
        Status = refusal.Status,
        Method = refusal.Method,
        Uri = refusal.Uri,
        RequestId = refusal.RequestId,
        ErrorCode = refusal.ErrorCode,
        Title = refusal.Title,
        Detail = string.Join("; ", violations),
        Body = refusal.Body,
    };
}
