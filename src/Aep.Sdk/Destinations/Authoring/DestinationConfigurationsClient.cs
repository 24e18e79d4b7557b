namespace Aep.Sdk.Destinations.Authoring;

/// <summary>Destination configurations: what customers see and enter (Destination SDK <c>/destinations</c>).</summary>
public class DestinationConfigurationsClient : AuthoringResourcesClient<DestinationConfiguration>
{
    /// <summary>For substitutes in tests.</summary>
    protected DestinationConfigurationsClient()
    {
    }

    internal DestinationConfigurationsClient(IDestinationConfigurationsApi api)
        : base(new AuthoringRoutes<DestinationConfiguration>("/destinations", AuthoringJson.Default.DestinationConfiguration)
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
