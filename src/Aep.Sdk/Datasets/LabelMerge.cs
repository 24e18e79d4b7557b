namespace Aep.Sdk.Datasets;

/// <summary>Labels that go over to a derived dataset: those of the dataset as a whole, and those of columns to the columns made of them.</summary>
/// <param name="Whole">Labels of the dataset.</param>
/// <param name="Columns">Columns of the derived dataset, by their paths, with labels.</param>
internal sealed record LabelMerge(IReadOnlyList<string> Whole, IReadOnlyList<(string Path, IReadOnlyList<string> Labels)> Columns)
{
    /// <summary>The derived dataset's labels with those that come over; the same instance when there is nothing new.</summary>
    public DatasetLabels Into(DatasetLabels derived, Func<string, LabelledField> fieldAt)
    {
        List<FieldLabels> fields = [.. derived.Fields];
        string[] added = [.. Whole.Except(derived.Labels)];
        bool changed = added.Length > 0;
        foreach ((string path, IReadOnlyList<string> labels) in Columns) changed |= Add(fields, path, labels, fieldAt);
        return changed ? derived with { Labels = [.. derived.Labels, .. added], Fields = fields } : derived;
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
