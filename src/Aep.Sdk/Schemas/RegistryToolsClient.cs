using System.Text.Json.Nodes;
using Aep.Sdk.Core.Json;

namespace Aep.Sdk.Schemas;

/// <summary>What the registry can do with a resource beyond reading and writing it.</summary>
public class RegistryToolsClient
{
    private readonly IRegistryApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected RegistryToolsClient() => _api = null!;

    internal RegistryToolsClient(IRegistryApi api) => _api = api;

    /// <summary>An event or record that fits a schema, made up by the registry. GET /rpc/sampledata/{id}.</summary>
    /// <param name="schemaId"><c>$id</c> or <c>meta:altId</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="AepNotFoundException">There is no such schema.</exception>
    public virtual async Task<JsonObject> GetSampleAsync(string schemaId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(schemaId);
        return (await _api.GetSampleAsync(schemaId, XdmFormat.Raw.Accept, cancellationToken).ConfigureAwait(false))
            .Required("GET /rpc/sampledata/{id}");
    }

    /// <summary>
    /// A resource with all of the organisation's that it is composed of, ready to be imported elsewhere. GET /rpc/export/{id}.
    /// </summary>
    /// <param name="id"><c>$id</c> or <c>meta:altId</c> of a schema, field group or data type.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="AepNotFoundException">There is no such resource.</exception>
    public virtual async Task<JsonArray> ExportAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return (await _api.ExportAsync(id, XdmFormat.Raw.Accept, cancellationToken).ConfigureAwait(false)).Required("GET /rpc/export/{id}");
    }

    /// <summary>Creates what another organisation or sandbox has exported. POST /rpc/import.</summary>
    /// <param name="resources">What <see cref="ExportAsync"/> gave.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The resources that were made, with the tenant's own ids.</returns>
    /// <exception cref="AepRequestException">The registry refused: a resource of this id or title exists.</exception>
    public virtual async Task<JsonArray> ImportAsync(JsonArray resources, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resources);
        if (resources.Count == 0 || resources.Any(resource => resource is not JsonObject))
            throw new ArgumentException(
                "An import is a list of at least one resource, each a JSON object, as an export gives it.", nameof(resources));
        return (await _api.ImportAsync(resources, cancellationToken).ConfigureAwait(false)).Required("POST /rpc/import");
    }

    /// <summary>What was changed in a resource and what it is composed of, the latest first. GET /rpc/auditlog/{id}.</summary>
    /// <param name="id"><c>$id</c> or <c>meta:altId</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="AepNotFoundException">There is no such resource.</exception>
    public virtual async Task<IReadOnlyList<AuditLogEntry>> GetAuditLogAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return (await _api.GetAuditLogAsync(id, cancellationToken).ConfigureAwait(false)).Required("GET /rpc/auditlog/{id}");
    }
}
