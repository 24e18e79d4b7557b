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

    /// <summary>The object in context that lies so many levels further out than the innermost; null if there are not as many.</summary>
    public PqlScope? FindOuter(int levels)
    {
        PqlScope? scope = this;
        while (scope is not null && (scope.Name is not null || levels-- > 0))
            scope = scope.Parent;
        return scope;
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
