namespace Aep.Sdk.Ingestion;

/// <summary>What synchronous validation has found wrong.</summary>
/// <param name="Pointer">Where in the record, as AEP writes it: <c>#/_id</c>.</param>
/// <param name="Keyword">The rule, as JSON Schema names it: <c>type</c>, <c>required</c>, <c>additionalProperties</c>, …</param>
/// <param name="Message">What AEP says about it.</param>
public sealed record StreamingViolation(string Pointer, string Keyword, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Pointer}: {Message}";
}
