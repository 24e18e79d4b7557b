namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>A <c>$ref</c> that leads nowhere.</summary>
internal sealed class XdmReferenceException(string reference) : Exception($"The reference {reference} does not exist.")
{
    public string Reference { get; } = reference;
}
