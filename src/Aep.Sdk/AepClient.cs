using Aep.Sdk.Core.Configuration;
using Aep.Sdk.Core.Pipeline;
using Aep.Sdk.Datasets;
using Aep.Sdk.Destinations;
using Aep.Sdk.Flows;
using Aep.Sdk.Ingestion;
using Aep.Sdk.LandingZones;
using Aep.Sdk.Mappings;
using Aep.Sdk.Profiles;
using Aep.Sdk.Queries;
using Aep.Sdk.Schemas;
using Aep.Sdk.Segmentation;
using Microsoft.Extensions.Configuration;

namespace Aep.Sdk;

/// <summary>The front door to Adobe Experience Platform, for one organisation and one sandbox. Thread-safe; keep one and dispose it at the end.</summary>
public class AepClient : IAsyncDisposable
{
    private readonly AepPipeline? _pipeline;

    /// <summary>Creates a client.</summary>
    /// <exception cref="AepConfigurationException">The options are not usable; the message lists every mistake.</exception>
    public AepClient(AepOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var pipeline = _pipeline = new AepPipeline(options);
        Options = options;
        Schemas = new SchemasClient(pipeline);
        Datasets = new DatasetsClient(pipeline);
        Ingestion = new IngestionClient(pipeline, Datasets.Batches);
        Queries = new QueriesClient(pipeline);
        Flows = new FlowsClient(pipeline);
        LandingZones = new LandingZonesClient(pipeline);
        Mappings = new MappingsClient(pipeline);
        Profiles = new ProfilesClient(pipeline);
        Destinations = new DestinationsClient(pipeline, Flows, Mappings);
        Segmentation = new SegmentationClient(pipeline);
    }

    /// <summary>For substitutes in tests.</summary>
    protected AepClient()
    {
        Options = null!;
        Schemas = null!;
        Datasets = null!;
        Ingestion = null!;
        Queries = null!;
        Flows = null!;
        LandingZones = null!;
        Mappings = null!;
        Profiles = null!;
        Destinations = null!;
        Segmentation = null!;
    }

    /// <summary>What the client was created with.</summary>
    public virtual AepOptions Options { get; }

    /// <summary>Schema Registry.</summary>
    public virtual SchemasClient Schemas { get; }

    /// <summary>Catalog: datasets and batches.</summary>
    public virtual DatasetsClient Datasets { get; }

    /// <summary>Batch ingestion.</summary>
    public virtual IngestionClient Ingestion { get; }

    /// <summary>Query Service: SQL over the data lake.</summary>
    public virtual QueriesClient Queries { get; }

    /// <summary>Flow Service: connections, dataflows and their runs.</summary>
    public virtual FlowsClient Flows { get; }

    /// <summary>Data Landing Zones.</summary>
    public virtual LandingZonesClient LandingZones { get; }

    /// <summary>Data Prep: mapping sets.</summary>
    public virtual MappingsClient Mappings { get; }

    /// <summary>Real-Time Customer Profile.</summary>
    public virtual ProfilesClient Profiles { get; }

    /// <summary>Datasets and audiences out of Experience Platform.</summary>
    public virtual DestinationsClient Destinations { get; }

    /// <summary>Segmentation Service: segments and their evaluation.</summary>
    public virtual SegmentationClient Segmentation { get; }

    /// <summary>Creates a client from an INI file with the sections of <c>conf/config.example.ini</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="configure">Changes the options that were read, for example <c>options => options with { SandboxName = "dev" }</c>.</param>
    /// <exception cref="AepConfigurationException">The file is missing or not usable; the message lists every mistake.</exception>
    public static AepClient FromIniFile(string path, Func<AepOptions, AepOptions>? configure = null)
    {
        AepIniFile.Load(path); // for the message about a missing file
        AepOptions options = AepOptionsReader.Read(new ConfigurationBuilder().AddAepIniFile(path).Build(), path);
        return new AepClient(configure?.Invoke(options) ?? options);
    }

    /// <summary>Closes the connections.</summary>
    public virtual ValueTask DisposeAsync()
    {
        _pipeline?.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
