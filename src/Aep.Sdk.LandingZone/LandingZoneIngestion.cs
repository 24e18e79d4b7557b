using Aep.Sdk.Flows;
using Aep.Sdk.Mappings;

namespace Aep.Sdk.LandingZones;

/// <summary>What to take from the landing zone into a dataset, and how.</summary>
/// <param name="Name">The dataflow's name. One of this name is reused as it is, with its mapping.</param>
/// <param name="Folder">The folder in the landing zone for import; the files in it and below it are taken, each once.</param>
/// <param name="DatasetId">The dataset.</param>
/// <param name="Mapping">
/// From columns to the dataset's schema: <c>MappingSetDefinition.ForSchema(schemaId).Map("prediction").To("_acme.propensity")</c>.
/// </param>
public sealed record LandingZoneIngestion(string Name, string Folder, string DatasetId, MappingSetDefinition Mapping)
{
    private readonly TimeSpan _interval = TimeSpan.FromMinutes(15);

    /// <summary>What the files are; by default CSV with a header line.</summary>
    public FlowSourceFiles Files { get; init; } = new();

    /// <summary>How many rows may fail; by default none. It counts when the dataflow is created.</summary>
    public FlowOptions? Options { get; init; }

    /// <summary>How often the dataflow looks for new files: whole minutes, 15 at least.</summary>
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
