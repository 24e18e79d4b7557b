namespace Aep.Sdk.Schemas;

/// <summary>Compares two trees, field by field.</summary>
internal sealed class XdmComparer(XdmFieldTree earlier, XdmFieldTree later)
{
    private readonly List<XdmChange> _changes = [];

    public XdmComparison Compare()
    {
        CompareFields(earlier.Root, later.Root);
        return new XdmComparison(_changes);
    }

    private void CompareFields(XdmField before, XdmField after)
    {
        foreach (XdmField old in before.Fields)
        {
            if (after.Field(old.Name) is { } same)
                CompareField(old, same);
            else
                _changes.Add(
                    new XdmChange(XdmChangeKind.Removed, old.Path, "field", old.Type.Value, null, IsBreaking: true) { Field = old });
        }
        foreach (XdmField added in after.Fields.Where(field => before.Field(field.Name) is null))
            _changes.Add(
                new XdmChange(XdmChangeKind.Added, added.Path, "field", null, added.Type.Value, IsBreaking: false) { Field = added });
    }

    private void CompareField(XdmField before, XdmField after)
    {
        // Of another type it is another field; what else differs says nothing more.
        IEnumerable<XdmChange> differences = XdmAspect.Differences(before, after);
        if (before.Type != after.Type)
        {
            _changes.Add(differences.First());
            return;
        }
        _changes.AddRange(differences);
        CompareFields(before, after);
        if (before.Items is { } items && after.Items is { } newItems)
            CompareField(items, newItems);
        if (before.Values is { } values && after.Values is { } newValues)
            CompareField(values, newValues);
    }
}
