namespace Aep.Sdk.Schemas;

/// <summary>A place of a record that does not fit its schema.</summary>
/// <param name="Pointer">JSON Pointer to the place in the record, <c>/productListItems/0/SKU</c>; empty for the record itself.</param>
/// <param name="Rule">What is violated.</param>
/// <param name="Expected">What the schema asks for.</param>
/// <param name="Found">What is there; long values are shortened.</param>
public sealed record XdmFault(string Pointer, XdmRule Rule, string Expected, string Found)
{
    /// <inheritdoc/>
    public override string ToString() => $"{(Pointer.Length == 0 ? "(the record)" : Pointer)}: expected {Expected}, found {Found}";
}
