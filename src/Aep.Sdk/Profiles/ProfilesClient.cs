using Aep.Sdk.Core.Json;
using Aep.Sdk.Core.Pipeline;

namespace Aep.Sdk.Profiles;

/// <summary>Merged profiles (Real-Time Customer Profile).</summary>
public class ProfilesClient
{
    private const string ProfileSchema = "_xdm.context.profile";

    private readonly IProfilesApi _api;

    /// <summary>For substitutes in tests.</summary>
    protected ProfilesClient() => _api = null!;

    internal ProfilesClient(AepPipeline pipeline) => _api = pipeline.Api<IProfilesApi>(ProfilesJson.Default);

    /// <summary>The profile that an identity belongs to, or null (<c>GET /access/entities</c>).</summary>
    /// <param name="identityNamespace">The identity's namespace, for example <c>ECID</c> or <c>Email</c>.</param>
    /// <param name="identity">The identity, for example an ECID of 38 digits.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public virtual async Task<Profile?> FindAsync(string identityNamespace, string identity, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(identityNamespace);
        ArgumentException.ThrowIfNullOrEmpty(identity);
        try
        {
            Dictionary<string, Profile> entities = (await _api
                .GetEntitiesAsync(ProfileSchema, identity, identityNamespace, null, cancellationToken).ConfigureAwait(false)).Required("GET /access/entities");
            return entities.Values.FirstOrDefault();
        }
        catch (AepNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The profile that an identity belongs to (<c>GET /access/entities</c>).</summary>
    /// <param name="identityNamespace">The identity's namespace, for example <c>ECID</c> or <c>Email</c>.</param>
    /// <param name="identity">The identity, for example an ECID of 38 digits.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="AepNotFoundException">No profile has this identity.</exception>
    public virtual async Task<Profile> GetAsync(string identityNamespace, string identity, CancellationToken cancellationToken = default) =>
        await FindAsync(identityNamespace, identity, cancellationToken).ConfigureAwait(false)
            ?? throw new AepNotFoundException(new AepErrorDetails
            {
                Status = 404,
                Method = "GET",
                Uri = "/data/core/ups/access/entities",
                Detail = $"No profile has this identity of the namespace {identityNamespace}.",
            });
}
