using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Aep.Sdk.Access;
using Aep.Sdk.CleanUp;
using Aep.Sdk.Core.Configuration;
using Aep.Sdk.Core.Pipeline;
using Aep.Sdk.Datasets;
using Aep.Sdk.Destinations;
using Aep.Sdk.Flows;
using Aep.Sdk.Governance;
using Aep.Sdk.Identities;
using Aep.Sdk.Ingestion;
using Aep.Sdk.LandingZones;
using Aep.Sdk.Mappings;
using Aep.Sdk.Profiles;
using Aep.Sdk.Queries;
using Aep.Sdk.Sandboxes;
using Aep.Sdk.Schemas;
using Aep.Sdk.Segmentation;
using Aep.Sdk.Verification;
using Microsoft.Extensions.Configuration;

namespace Aep.Sdk;

/// <summary>
/// The front door to Adobe Experience Platform, for one organisation and one sandbox. Thread-safe; keep one and dispose it at the end.
/// </summary>
public class AepClient : IAsyncDisposable, IDisposable
{
    private readonly AepPipeline? _pipeline;
    private readonly RawRequests? _raw;

    /// <summary>Creates a client.</summary>
    /// <exception cref="AepConfigurationException">The options are not usable; the message lists every mistake.</exception>
    public AepClient(AepOptions options)
        : this(AepPipeline.Create(options ?? throw new ArgumentNullException(nameof(options))))
    {
    }

    internal AepClient(AepPipeline pipeline)
    {
        _pipeline = pipeline;
        _raw = new RawRequests(pipeline);
        Options = pipeline.Options;
    }

    /// <summary>For substitutes in tests.</summary>
    protected AepClient() => Options = null!;

    /// <summary>What the client was created with.</summary>
    public virtual AepOptions Options { get; }

    /// <summary>Access control: what the credential may do.</summary>
    public virtual AccessClient Access => field ?? Keep(ref field, new AccessClient(Pipeline));

    /// <summary>Sandboxes of the organisation.</summary>
    public virtual SandboxesClient Sandboxes => field ?? Keep(ref field, new SandboxesClient(Pipeline));

    /// <summary>Identity Service: namespaces and linked identities.</summary>
    public virtual IdentitiesClient Identities => field ?? Keep(ref field, new IdentitiesClient(Pipeline));

    /// <summary>Schema Registry.</summary>
    public virtual SchemasClient Schemas => field ?? Keep(ref field, new SchemasClient(Pipeline));

    /// <summary>Catalog: datasets and batches.</summary>
    public virtual DatasetsClient Datasets =>
        field ?? Keep(ref field, new DatasetsClient(Pipeline, new FlowDatasetUses(this), new ScheduledQueryUses(this)));

    /// <summary>Batch and streaming ingestion.</summary>
    public virtual IngestionClient Ingestion => field ?? Keep(ref field, new IngestionClient(Pipeline, Datasets, Schemas, Flows));

    /// <summary>Query Service: SQL over the data lake.</summary>
    public virtual QueriesClient Queries => field ?? Keep(ref field, new QueriesClient(Pipeline));

    /// <summary>Flow Service: connections, dataflows and their runs.</summary>
    public virtual FlowsClient Flows => field ?? Keep(ref field, new FlowsClient(Pipeline));

    /// <summary>Data Landing Zones.</summary>
    public virtual LandingZonesClient LandingZones => field ?? Keep(ref field, new LandingZonesClient(Pipeline));

    /// <summary>Data Prep: mapping sets.</summary>
    public virtual MappingsClient Mappings => field ?? Keep(ref field, new MappingsClient(Pipeline));

    /// <summary>Real-Time Customer Profile.</summary>
    public virtual ProfilesClient Profiles => field ?? Keep(ref field, new ProfilesClient(Pipeline));

    /// <summary>Data governance: labels, marketing actions, policies and their evaluation.</summary>
    public virtual GovernanceClient Governance => field ?? Keep(ref field, new GovernanceClient(Pipeline));

    /// <summary>Datasets and audiences out of Experience Platform.</summary>
    public virtual DestinationsClient Destinations =>
        field ?? Keep(ref field, new DestinationsClient(Pipeline, Flows, Mappings, Datasets, Schemas));

    /// <summary>Segmentation Service: segments and their evaluation.</summary>
    public virtual SegmentationClient Segmentation => field ?? Keep(ref field, new SegmentationClient(Pipeline, Datasets, Queries));

    /// <summary>Removes what a program has made, in the order in which it can be removed.</summary>
    public virtual CleanUpClient CleanUp =>
        field ?? Keep(ref field, new CleanUpClient(Schemas, Datasets, Queries, Flows, Mappings, Profiles, Segmentation));

    /// <summary>
    /// Creates a client from an INI file with the sections of <c>conf/config.example.ini</c>, or Adobe's <c>[Credential]</c>. Environment
    /// variables (<c>AEP_CLIENT_SECRET</c>, …) count before the file.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="configure">
    /// Changes the options that were read, for example <c>options => options with { SandboxName = "dev" }</c>.
    /// </param>
    /// <exception cref="AepConfigurationException">The file is missing or not usable; the message lists every mistake.</exception>
    public static AepClient FromIniFile(string path, Func<AepOptions, AepOptions>? configure = null)
    {
        AepOptions options = AepOptionsReader.Read(new ConfigurationBuilder().AddAepIniFile(path).AddEnvironmentVariables().Build(), path);
        return new AepClient(configure?.Invoke(options) ?? options);
    }

    /// <summary>
    /// Creates a client from the JSON configuration file of the Python package aepp. Environment variables (<c>AEP_CLIENT_SECRET</c>, …)
    /// count before the file.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="configure">Changes the options that were read.</param>
    /// <exception cref="AepConfigurationException">The file is missing or not usable; the message lists every mistake.</exception>
    public static AepClient FromAeppJsonFile(string path, Func<AepOptions, AepOptions>? configure = null)
    {
        AepOptions options =
            AepOptionsReader.Read(new ConfigurationBuilder().AddAeppJsonFile(path).AddEnvironmentVariables().Build(), path);
        return new AepClient(configure?.Invoke(options) ?? options);
    }

    /// <summary>
    /// Creates a client from environment variables: <c>AEP_ORG_ID</c>, <c>AEP_SANDBOX_NAME</c>, <c>AEP_CLIENT_ID</c>,
    /// <c>AEP_CLIENT_SECRET</c>, …
    /// </summary>
    /// <param name="configure">Changes the options that were read.</param>
    /// <exception cref="AepConfigurationException">The variables are not enough; the message lists every mistake.</exception>
    public static AepClient FromEnvironment(Func<AepOptions, AepOptions>? configure = null)
    {
        AepOptions options =
            AepOptionsReader.Read(new ConfigurationBuilder().AddEnvironmentVariables().Build(), "the environment variables AEP_…");
        return new AepClient(configure?.Invoke(options) ?? options);
    }

    /// <summary>
    /// A client for another sandbox of the organisation. It shares connections and token with this one, and ends with it.
    /// </summary>
    /// <param name="sandboxName">Name (not title) of the sandbox.</param>
    /// <exception cref="ArgumentException">The name is empty, or holds what no name of a sandbox can.</exception>
    public virtual AepClient ForSandbox(string sandboxName)
    {
        ArgumentException.ThrowIfNullOrEmpty(sandboxName);
        if (!AepOptionsFaults.FitsHeader(sandboxName))
            throw new ArgumentException($"'{sandboxName}' is no name of a sandbox; is it the title?", nameof(sandboxName));
        return new AepClient(Pipeline.ForSandbox(sandboxName));
    }

    /// <summary>
    /// Checks whether this client can work: token, sandbox, tenant id, and which of the permissions that the samples need are granted. What
    /// is missing is in the report, with what to do about it; it is not thrown.
    /// </summary>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public virtual Task<ConnectionReport> VerifyConnectionAsync(CancellationToken cancellationToken = default) =>
        new ConnectionVerifier(Pipeline.Tokens, Options, Sandboxes, Schemas, Access).VerifyAsync(cancellationToken);

    /// <summary>
    /// Sends a request that no module has, with token, headers, retries and errors as every other: for operations that this library lacks.
    /// The answer's body is streamed; dispose the answer. Any other status than a success is an error, 304 and redirects too.
    /// </summary>
    /// <param name="request">
    /// The request; a relative address is one of the platform. Headers that it has are kept, except Authorization, which is the client's. A
    /// body that is a stream is sent once: it cannot be repeated.
    /// </param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepRequestException">The platform has refused the request, or could not be reached.</exception>
    /// <exception cref="ArgumentException">The address is not Adobe's: it would be given the access token.</exception>
    public virtual Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Raw.SendAsync(request, cancellationToken);
    }

    /// <summary>Gets JSON from an address that no module has.</summary>
    /// <typeparam name="T">What the JSON becomes.</typeparam>
    /// <param name="path">Path and query, for example <c>/data/foundation/catalog/accounts</c>.</param>
    /// <param name="type">Source-generated metadata of <typeparamref name="T"/>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepRequestException">The platform has refused the request, or its answer cannot be read.</exception>
    public virtual Task<T> GetJsonAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
        where T : class =>
        Raw.SendAsync(HttpMethod.Get, path, null, type, cancellationToken);

    /// <summary>Gets JSON from an address that no module has, without a type for it.</summary>
    /// <param name="path">Path and query, for example <c>/data/foundation/catalog/accounts</c>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepRequestException">The platform has refused the request, or its answer is no JSON.</exception>
    public virtual Task<JsonElement> GetJsonAsync(string path, CancellationToken cancellationToken = default) =>
        Raw.GetAsync(path, cancellationToken);

    /// <summary>
    /// Posts JSON to an address that no module has. It is not repeated when its outcome is unknown. An answer without a body is an
    /// <see cref="AepResponseException"/>: where none is expected, use <see cref="SendAsync"/>.
    /// </summary>
    /// <typeparam name="TBody">What is sent.</typeparam>
    /// <typeparam name="TResult">What the answer becomes.</typeparam>
    /// <param name="path">Path and query.</param>
    /// <param name="body">The body.</param>
    /// <param name="bodyType">Source-generated metadata of <typeparamref name="TBody"/>.</param>
    /// <param name="resultType">Source-generated metadata of <typeparamref name="TResult"/>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepRequestException">The platform has refused the request, or its answer cannot be read.</exception>
    public virtual Task<TResult> PostJsonAsync<TBody, TResult>(
        string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TResult> resultType,
        CancellationToken cancellationToken = default)
        where TResult : class =>
        Raw.SendAsync(HttpMethod.Post, path, JsonContent.Create(body, bodyType), resultType, cancellationToken);

    /// <summary>Closes the connections.</summary>
    public virtual ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Closes the connections: for containers and scopes that end without <c>await</c>.</summary>
    public virtual void Dispose()
    {
        _pipeline?.Dispose();
        GC.SuppressFinalize(this);
    }

    // A module is made when it is first asked for, so that the trimmer leaves out what a program does not use. Of two made at once one
    // stays.
    private static T Keep<T>(ref T? module, T made)
        where T : class =>
        Interlocked.CompareExchange(ref module, made, null) ?? made;

    private AepPipeline Pipeline => _pipeline ?? throw Substitute();

    private RawRequests Raw => _raw ?? throw Substitute();

    private static InvalidOperationException Substitute() => new("A substitute must override this method.");
}
