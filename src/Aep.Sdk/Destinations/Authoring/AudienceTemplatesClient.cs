namespace Aep.Sdk.Destinations.Authoring;

/// <summary>Audience templates: how audiences are kept at destinations (Destination SDK <c>/audience-templates</c>).</summary>
public class AudienceTemplatesClient : AuthoringResourcesClient<AudienceTemplate>
{
    /// <summary>For substitutes in tests.</summary>
    protected AudienceTemplatesClient()
    {
    }

    internal AudienceTemplatesClient(IAudienceTemplatesApi api)
        : base(new AuthoringRoutes<AudienceTemplate>("/audience-templates", AuthoringJson.Default.AudienceTemplate)
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
