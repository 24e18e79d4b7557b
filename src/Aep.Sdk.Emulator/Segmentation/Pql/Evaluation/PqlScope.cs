namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>What names mean at a place of a rule: a variable, or without a name the object whose fields may be named directly.</summary>
internal sealed record PqlScope(PqlScope? Parent, string? Name, PqlType Type, int Slot)
{
    public PqlScope? FindVariable(string name)
    {
        for (PqlScope? scope = this; scope is not null; scope = scope.Parent)
        {
            if (scope.Name == name)
                return scope;
        }
        return null;
    }

    /// <summary>The innermost object in context that has the field.</summary>
    public PqlScope? FindContext(string field)
    {
        for (PqlScope? scope = this; scope is not null; scope = scope.Parent)
        {
            if (scope.Name is null && scope.Type.Member(field) is not null)
                return scope;
        }
        return null;
    }
}
