using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;

namespace Aep.Sdk.Schemas;

/// <summary>Identity descriptors.</summary>
public class DescriptorsClient
{
    private const string IdentityType = "xdm:descriptorIdentity";
    private const int PageSize = 100;
    private readonly ISchemasApi _api;

    internal DescriptorsClient(ISchemasApi api) => _api = api;

    /// <summary>For substitutes in tests.</summary>
    protected DescriptorsClient() => _api = null!;

    /// <summary>The descriptors of a schema, of all types. GET /tenant/descriptors.</summary>
    public virtual AepPageable<IdentityDescriptor> ListAsync(string schemaId) => Pageable.ByToken<IdentityDescriptor>(async (token, size, cancellationToken) =>
    {
        RegistryPage<IdentityDescriptor> page = (await _api
            .ListDescriptorsAsync(token, size ?? PageSize, $"xdm:sourceSchema=={schemaId}", cancellationToken)
            .ConfigureAwait(false)).Required("GET /tenant/descriptors");
        return new AepPage<IdentityDescriptor>([.. page.Results.Where(descriptor => descriptor.SourceSchema == schemaId)], page.Page?.Next);
    });

    /// <summary>Makes a field an identity. POST /tenant/descriptors.</summary>
    /// <exception cref="AepRequestException">The registry refused, for example an unknown field.</exception>
    public virtual async Task<IdentityDescriptor> CreateAsync(IdentityDescriptorDefinition definition, CancellationToken cancellationToken = default)
    {
        var body = new IdentityDescriptorBody(
            IdentityType, definition.SchemaId, 1, definition.SourceProperty, definition.Namespace, "xdm:id", definition.IsPrimary);
        return (await _api.CreateDescriptorAsync(body, cancellationToken).ConfigureAwait(false)).Required("POST /tenant/descriptors");
    }

    /// <summary>The identity descriptor of the definition's field, created when there is none.</summary>
    public virtual async Task<IdentityDescriptor> GetOrCreateAsync(IdentityDescriptorDefinition definition, CancellationToken cancellationToken = default) =>
        await ListAsync(definition.SchemaId)
            .FirstOrDefaultAsync(found => found.Type == IdentityType && found.SourceProperty == definition.SourceProperty, cancellationToken)
            .ConfigureAwait(false)
        ?? await CreateAsync(definition, cancellationToken).ConfigureAwait(false);
}
