namespace Aep.Sdk.Emulator.BatchIngestion;

/// <summary>What is wrong with a field, while its path is being put together from the inside to the outside.</summary>
/// <param name="Code">What kind of fault.</param>
/// <param name="Before">What stands before the path in the message.</param>
/// <param name="Path">The path so far.</param>
/// <param name="After">What stands after it.</param>
internal sealed record FieldFault(RowErrorCode Code, string Before, string Path, string After)
{
    /// <summary>The same, seen from the object or list that holds the field.</summary>
    public FieldFault Below(string name) => this with { Path = Path.Length == 0 || Path[0] == '[' ? name + Path : $"{name}.{Path}" };

    public RowFault ForRow() => new(Code, Before + Path + After);
}
