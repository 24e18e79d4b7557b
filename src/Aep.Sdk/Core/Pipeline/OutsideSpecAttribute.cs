namespace Aep.Sdk.Core.Pipeline;

/// <summary>
/// Marks an operation that Adobe's OpenAPI specifications do not have. The contract tests hold every other one against them.
/// </summary>
/// <param name="source">Where it is documented, or what shows that it exists.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OutsideSpecAttribute(string source) : Attribute
{
    public string Source { get; } = source;
}
