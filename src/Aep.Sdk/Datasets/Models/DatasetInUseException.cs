namespace Aep.Sdk.Datasets;

/// <summary>A dataset that was not deleted, because something depends on it.</summary>
public sealed class DatasetInUseException : AepException
{
    internal DatasetInUseException(string datasetId, IReadOnlyList<DatasetUse> uses)
        : base($"The dataset {datasetId} was not deleted; it is used by:\n- {string.Join("\n- ", uses)}\nEnd these first, or delete it all "
            + "the same with DeleteAsync.") =>
        (DatasetId, Uses) = (datasetId, uses);

    /// <summary>The dataset.</summary>
    public string DatasetId { get; }

    /// <summary>What depends on it.</summary>
    public IReadOnlyList<DatasetUse> Uses { get; }
}
