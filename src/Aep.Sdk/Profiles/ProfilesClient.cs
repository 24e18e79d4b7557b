using System.Text.Json;
using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Paging;
using Aep.Sdk.Core.Pipeline;
using Aep.Sdk.Identities;

namespace Aep.Sdk.Profiles;

/// <summary>Merged profiles (Real-Time Customer Profile).</summary>
public class ProfilesClient
{
    private const int EventsPageSize = 100;
    private static readonly string ProfileSchema = SchemaName.Profile.Name;

    private readonly IProfilesApi _api;
    private readonly KnownNamespaces _namespaces;

    /// <summary>For substitutes in tests.</summary>
    protected ProfilesClient()
    {
        (_api, _namespaces) = (null!, null!);
        MergePolicies = null!;
        ComputedAttributes = null!;
        Projections = null!;
        Deletions = null!;
        Sample = null!;
    }

    internal ProfilesClient(AepPipeline pipeline)
    {
        _api = pipeline.Api(ProfilesJson.Default, RefitStubs.ProfilesApi);
        _namespaces = new KnownNamespaces(new IdentitiesClient(pipeline).Namespaces);
        MergePolicies = new MergePoliciesClient(pipeline.Api(ProfilesJson.Default, RefitStubs.MergePoliciesApi));
        ComputedAttributes = new ComputedAttributesClient(pipeline.Api(ProfilesJson.Default, RefitStubs.ComputedAttributesApi));
        Projections = new ProjectionsClient(pipeline.Api(ProfilesJson.Default, RefitStubs.ProjectionsApi));
        Deletions = new ProfileDeletionsClient(_api, pipeline.Options);
        Sample = new ProfileSampleClient(_api);
    }

    /// <summary>How fragments are merged.</summary>
    public virtual MergePoliciesClient MergePolicies { get; }

    /// <summary>Attributes computed of events.</summary>
    public virtual ComputedAttributesClient ComputedAttributes { get; }

    /// <summary>Fields of profiles on edges.</summary>
    public virtual ProjectionsClient Projections { get; }

    /// <summary>Requests to delete data from the store.</summary>
    public virtual ProfileDeletionsClient Deletions { get; }

    /// <summary>The sample of the store and reports about it.</summary>
    public virtual ProfileSampleClient Sample { get; }

    /// <summary>The profile that an identity belongs to, or null (<c>GET /access/entities</c>).</summary>
    /// <param name="identityNamespace">The identity's namespace, for example <c>ECID</c> or <c>Email</c>.</param>
    /// <param name="identity">The identity, for example an ECID of 38 digits.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The profile; null where no profile has this identity.</returns>
    /// <exception cref="UnknownNamespaceException">The sandbox does not have the namespace.</exception>
    public virtual Task<Profile?> FindAsync(string identityNamespace, string identity, CancellationToken cancellationToken = default) =>
        FindAsync(identityNamespace, identity, new ProfileQuery(), cancellationToken);

    /// <summary>Some fields of the profile that an identity belongs to, or null (<c>GET /access/entities</c>).</summary>
    /// <param name="identityNamespace">The identity's namespace, for example <c>ECID</c> or <c>Email</c>.</param>
    /// <param name="identity">The identity, for example an ECID of 38 digits.</param>
    /// <param name="query">Which fields, and how they are merged.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The profile; null where no profile has this identity.</returns>
    /// <exception cref="UnknownNamespaceException">The sandbox does not have the namespace.</exception>
    public virtual async Task<Profile?> FindAsync(
        string identityNamespace, string identity, ProfileQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentException.ThrowIfNullOrEmpty(identityNamespace);
        ArgumentException.ThrowIfNullOrEmpty(identity);
        Profile? found = await LookUpAsync(identityNamespace, identity, query, cancellationToken).ConfigureAwait(false);
        if (found is null) await _namespaces.CheckAsync([identityNamespace], cancellationToken).ConfigureAwait(false);
        return found;
    }

    /// <summary>The profile of an XID, the id that the service itself gives an identity; or null (<c>GET /access/entities</c>).</summary>
    /// <param name="xid">The XID; <c>IdentitiesClient.GetXidAsync</c> gives that of an identity.</param>
    /// <param name="query">Which fields, and how they are merged; null for all, by the default policy.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The profile; null where none has this XID.</returns>
    public virtual Task<Profile?> FindByXidAsync(string xid, ProfileQuery? query = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(xid);
        return LookUpAsync(null, xid, query ?? new ProfileQuery(), cancellationToken);
    }

    /// <summary>The profile that an identity belongs to (<c>GET /access/entities</c>).</summary>
    /// <param name="identityNamespace">The identity's namespace, for example <c>ECID</c> or <c>Email</c>.</param>
    /// <param name="identity">The identity, for example an ECID of 38 digits.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">No profile has this identity.</exception>
    /// <exception cref="UnknownNamespaceException">The sandbox does not have the namespace.</exception>
    public virtual async Task<Profile> GetAsync(string identityNamespace, string identity, CancellationToken cancellationToken = default) =>
        await FindAsync(identityNamespace, identity, cancellationToken).ConfigureAwait(false)
            ?? throw new AepNotFoundException(new AepErrorDetails
            {
                Status = 404,
                Method = "GET",
                Uri = "/data/core/ups/access/entities",
                Detail = $"No profile has this identity of the namespace {identityNamespace}.",
            });

    /// <summary>The profiles that several identities belong to, in one request (<c>POST /access/entities</c>).</summary>
    /// <param name="identities">The identities.</param>
    /// <param name="query">Which fields, and how they are merged; null for all, by the default policy.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="UnknownNamespaceException">No profile has one of the identities, and the sandbox does not have its
    /// namespace.</exception>
    public virtual async Task<ProfileLookup> LookUpAsync(
        IEnumerable<ProfileIdentity> identities, ProfileQuery? query = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(identities);
        var body = new EntitiesBody(
            query?.Schema ?? SchemaName.Profile,
            [.. identities.Select(item => new EntitiesBody.Identity(item.Id, new EntitiesBody.Namespace(item.NamespaceCode)))])
        {
            Fields = query?.Fields,
            MergePolicyId = query?.MergePolicyId,
        };
        if (body.Identities.Count == 0)
            throw new ArgumentException("Give at least one identity.", nameof(identities));
        using JsonDocument answer = (await _api.LookUpAsync(body, cancellationToken).ConfigureAwait(false))
            .Required("POST /access/entities");
        // The service answers with the profiles by id, or, where it failed for all, with a list of errors (207).
        ProfileLookup found = answer.RootElement.ValueKind == JsonValueKind.Array
            ? new ProfileLookup(
                new Dictionary<string, Profile>(), answer.RootElement.Deserialize(ProfilesJson.Default.ProfileLookupErrorArray)!)
            : new ProfileLookup(answer.RootElement.Deserialize(ProfilesJson.Default.DictionaryStringProfile)!, []);
        if (found.Profiles.Count < body.Identities.Count)
        {
            string[] codes = [.. body.Identities.Select(item => item.EntityIdNS.Code)];
            await _namespaces.CheckAsync(codes, cancellationToken).ConfigureAwait(false);
        }

        return found;
    }

    /// <summary>The experience events of a profile, page by page (<c>GET /access/entities</c>).</summary>
    /// <param name="identityNamespace">The namespace of an identity of the profile.</param>
    /// <param name="identity">The identity.</param>
    /// <param name="query">Which events; null for all.</param>
    /// <exception cref="UnknownNamespaceException">There are no events, and the sandbox does not have the namespace.</exception>
    public virtual AepPageable<ProfileEvent> ListEventsAsync(string identityNamespace, string identity, ProfileEventQuery? query = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(identityNamespace);
        ArgumentException.ThrowIfNullOrEmpty(identity);
        string? fields = query?.Fields is { Count: > 0 } list ? string.Join(',', list) : null;
        return Pageable.ByToken<ProfileEvent>(async (start, size, cancellationToken) =>
        {
            EventPage page = (await _api.ListEventsAsync(
                SchemaName.ExperienceEvent.Name, ProfileSchema, identity, identityNamespace, fields, query?.MergePolicyId,
                query?.From?.ToUnixTimeMilliseconds(), query?.To?.ToUnixTimeMilliseconds(), query?.Property, query?.OrderBy, start,
                size ?? EventsPageSize, cancellationToken).ConfigureAwait(false))
                .Required("GET /access/entities");
            if (page.Children.Count == 0) await _namespaces.CheckAsync([identityNamespace], cancellationToken).ConfigureAwait(false);
            return new AepPage<ProfileEvent>(page.Children, page.NextStart(start));
        });
    }

    /// <summary>Deletes a profile from the store; datasets keep its rows (<c>DELETE /access/entities</c>).</summary>
    /// <param name="identityNamespace">The namespace of an identity of the profile.</param>
    /// <param name="identity">The identity.</param>
    /// <param name="mergePolicyId">The merge policy by which it is found; null for the default one.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual Task DeleteAsync(
        string identityNamespace, string identity, string? mergePolicyId = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(identityNamespace);
        ArgumentException.ThrowIfNullOrEmpty(identity);
        return _api.DeleteEntityAsync(ProfileSchema, identity, identityNamespace, mergePolicyId, cancellationToken);
    }

    private async Task<Profile?> LookUpAsync(
        string? identityNamespace, string identity, ProfileQuery query, CancellationToken cancellationToken)
    {
        try
        {
            Dictionary<string, Profile> entities = (await _api
                .GetEntitiesAsync(query.Schema.Name, identity, identityNamespace, query.FieldList, query.MergePolicyId, cancellationToken)
                .ConfigureAwait(false))
                .Required("GET /access/entities");
            return entities.Values.FirstOrDefault();
        }
        catch (AepNotFoundException)
        {
            return null;
        }
    }
}
