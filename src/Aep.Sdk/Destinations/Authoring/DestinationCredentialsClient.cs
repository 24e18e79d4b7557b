namespace Aep.Sdk.Destinations.Authoring;

/// <summary>Credentials that Experience Platform uses at destinations (Destination SDK <c>/credentials</c>).</summary>
public class DestinationCredentialsClient : AuthoringResourcesClient<DestinationCredential>
{
    /// <summary>For substitutes in tests.</summary>
    protected DestinationCredentialsClient()
    {
    }

    internal DestinationCredentialsClient(IDestinationCredentialsApi api)
        : base(new AuthoringRoutes<DestinationCredential>("/credentials", AuthoringJson.Default.DestinationCredential)
        {
            List = api.ListAsync,
            Get = api.GetAsync,
            Create = api.CreateAsync,
            Update = api.UpdateAsync,
            Delete = api.DeleteAsync,
        })
    {
    }
}
