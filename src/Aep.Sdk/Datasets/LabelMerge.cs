namespace Aep.Sdk.Datasets;

/// <summary>Labels of columns that go over to the columns made of them.</summary>
internal static class LabelMerge
{
    /// <summary>The derived dataset's labels with those that come over; the same instance when there is nothing new.</summary>
    public static DatasetLabels Into(
        DatasetLabels derived, DatasetLabels source, IReadOnlyDictionary<string, string> columns, Func<string, LabelledField> fieldAt)
    {
        List<FieldLabels> fields = [.. derived.Fields];
        bool changed = false;
        foreach (FieldLabels labelled in source.Fields)
        {
            if (labelled.Option?.SchemaPath is { } path && columns.TryGetValue(path, out string? target))
                changed |= Add(fields, target, labelled.Labels, fieldAt);
        }

        return changed ? derived with { Fields = fields } : derived;
    }

    private static bool Add(List<FieldLabels> fields, string path, IReadOnlyList<string> labels, Func<string, LabelledField> fieldAt)
    {
        int index = fields.FindIndex(field => field.Option?.SchemaPath == path);
        FieldLabels present = index < 0 ? new FieldLabels { Option = fieldAt(path) } : fields[index];
        string[] added = [.. labels.Except(present.Labels)];
        if (added.Length == 0) return false;
        FieldLabels merged = present with { Labels = [.. present.Labels, .. added] };
        if (index < 0) fields.Add(merged);
        else fields[index] = merged;
        return true;
    }
}
