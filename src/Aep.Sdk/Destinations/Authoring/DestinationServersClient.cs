namespace Aep.Sdk.Destinations.Authoring;

/// <summary>Destination servers: where and how destinations are reached (Destination SDK <c>/destination-servers</c>).</summary>
public class DestinationServersClient : AuthoringResourcesClient<DestinationServer>
{
    /// <summary>For substitutes in tests.</summary>
    protected DestinationServersClient()
    {
    }

    internal DestinationServersClient(IDestinationServersApi api)
        : base(new AuthoringRoutes<DestinationServer>("/destination-servers", AuthoringJson.Default.DestinationServer)
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
