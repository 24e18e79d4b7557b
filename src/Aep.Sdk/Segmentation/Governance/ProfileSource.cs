using Aep.Sdk.Governance;
using Aep.Sdk.Schemas;

namespace Aep.Sdk.Segmentation;

/// <summary>A dataset that profiles are made of.</summary>
/// <param name="DatasetId">Its id.</param>
/// <param name="HoldsEvents">Whether its rows are events of a profile, and not attributes.</param>
/// <param name="Fields">Its fields; null where all that is in it counts.</param>
internal sealed record ProfileSource(string DatasetId, bool HoldsEvents, XdmFieldTree? Fields)
{
    private const string EventPrefix = $"{PqlFields.Events}.";
    private const string IdentityMap = "identityMap";

    public static ProfileSource Whole(string datasetId) => new(datasetId, false, null);

    /// <summary>Whether it holds a field that an audience reads.</summary>
    public bool Has(string field) => Fields is null || (Inside(field) is { } path && Fields.Find(path) is not null);

    /// <summary>Those of its labels that an audience inherits which reads these fields.</summary>
    public IEnumerable<AudienceLabel> LabelsFor(IEnumerable<string> fields, EntityLabels labels)
    {
        string[] read = [.. fields.Where(Has)];
        // A label of the dataset, or of the connection that its rows came through, is one of each of its fields.
        IEnumerable<string> whole = (labels.DataSet?.Labels ?? []).Concat(labels.Connection?.Labels ?? []);
        return whole.Select(label => new AudienceLabel(label, Fields is null ? null : read.FirstOrDefault(), DatasetId))
            .Concat((labels.Fields ?? []).SelectMany(field => LabelsFor(read, field)));
    }

    private IEnumerable<AudienceLabel> LabelsFor(string[] read, FieldLabels labelled)
    {
        string path = LabelPath.Fields(labelled.Path ?? "");
        string? field = Fields is null ? path : read.FirstOrDefault(candidate => Touches(Inside(candidate)!, path));
        return field is null ? [] : labelled.Labels.Select(label => new AudienceLabel(label, field, DatasetId));
    }

    // Its place in the rows of this dataset; null where the dataset is of the other kind.
    private string? Inside(string field)
    {
        bool ofEvents = field.StartsWith(EventPrefix, StringComparison.Ordinal);
        if (ofEvents != HoldsEvents) return null;
        string path = ofEvents ? field[EventPrefix.Length..] : field;
        // Namespaces are keys of the identity map, not fields.
        return path.StartsWith($"{IdentityMap}.", StringComparison.Ordinal) ? IdentityMap : path;
    }

    // A label of an object is one of its members, and who reads an object reads its members.
    private static bool Touches(string field, string labelled) =>
        $"{field}.".StartsWith($"{labelled}.", StringComparison.Ordinal)
        || $"{labelled}.".StartsWith($"{field}.", StringComparison.Ordinal);
}
