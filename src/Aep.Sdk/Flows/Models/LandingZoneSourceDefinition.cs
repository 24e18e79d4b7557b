namespace Aep.Sdk.Flows;

/// <summary>A dataflow from files of the Data Landing Zone into a dataset.</summary>
/// <param name="Name">Its name. An existing dataflow of this name is reused as it is.</param>
public sealed record LandingZoneSourceDefinition(string Name)
{
    private readonly TimeSpan _interval = TimeSpan.FromMinutes(15);

    /// <summary>
    /// The folder to read, with its folders below: <c>{container}/{path}</c>, as <c>LandingZoneCredentials.Root</c> gives the container.
    /// </summary>
    public required string Path { get; init; }

    /// <summary>What the files are; by default CSV with a header line.</summary>
    public FlowSourceFiles Files { get; init; } = new();

    /// <summary>The dataset to write.</summary>
    public required string DatasetId { get; init; }

    /// <summary>The <c>$id</c> of the dataset's schema.</summary>
    public required string SchemaId { get; init; }

    /// <summary>The mapping set from the files' columns to the schema.</summary>
    public required string MappingSetId { get; init; }

    /// <summary>The mapping set's version; a new one has 0.</summary>
    public int MappingSetVersion { get; init; }

    /// <summary>How many rows may fail; by default none.</summary>
    public FlowOptions? Options { get; init; }

    /// <summary>When it first looks for files. By default now.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>How often it looks for new files: whole minutes, 15 at least.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The interval is under 15 minutes.</exception>
    public TimeSpan Interval
    {
        get => _interval;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromMinutes(15));
            _interval = value;
        }
    }
}
