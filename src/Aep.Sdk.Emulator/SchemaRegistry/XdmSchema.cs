namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>A schema with everything that it is composed of put together.</summary>
internal sealed record XdmSchema(string Id, string Title, string ClassId, bool IsTimeSeries, bool InUnion, IReadOnlyList<XdmField> Fields)
{
    /// <summary>The <c>$id</c> of the behavior of its class: time series, record or ad hoc.</summary>
    public string Behavior { get; init; } = IsTimeSeries ? StandardIds.TimeSeries : StandardIds.Record;

    /// <summary>The field at a path such as <c>_tenant.userid</c>, or null.</summary>
    public XdmField? Find(string dottedPath)
    {
        IReadOnlyList<XdmField> level = Fields;
        XdmField? field = null;
        foreach (string name in dottedPath.Split('.'))
        {
            field = level.FirstOrDefault(candidate => candidate.Name == name);
            if (field is null)
                return null;
            level = field.Fields;
        }
        return field;
    }
}
