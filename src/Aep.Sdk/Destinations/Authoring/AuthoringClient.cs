using Aep.Sdk.Core.Pipeline;

namespace Aep.Sdk.Destinations.Authoring;

/// <summary>Destination SDK: destinations of one's own (<c>/data/core/activation/authoring</c>).</summary>
public class AuthoringClient
{
    /// <summary>For substitutes in tests.</summary>
    protected AuthoringClient() =>
        (Servers, Configurations, Credentials, AudienceTemplates, Testing, Publishing) = (null!, null!, null!, null!, null!, null!);

    internal AuthoringClient(AepPipeline pipeline)
    {
        Servers = new DestinationServersClient(pipeline.Api(AuthoringJson.Default, RefitStubs.DestinationServersApi));
        Configurations = new DestinationConfigurationsClient(pipeline.Api(AuthoringJson.Default, RefitStubs.DestinationConfigurationsApi));
        Credentials = new DestinationCredentialsClient(pipeline.Api(AuthoringJson.Default, RefitStubs.DestinationCredentialsApi));
        AudienceTemplates = new AudienceTemplatesClient(pipeline.Api(AuthoringJson.Default, RefitStubs.AudienceTemplatesApi));
        Testing = new DestinationTestingClient(pipeline.Api(AuthoringJson.Default, RefitStubs.DestinationTestingApi));
        Publishing = new DestinationPublishingClient(pipeline.Api(AuthoringJson.Default, RefitStubs.DestinationPublishingApi));
    }

    /// <summary>Where and how destinations are reached.</summary>
    public virtual DestinationServersClient Servers { get; }

    /// <summary>What customers see and enter.</summary>
    public virtual DestinationConfigurationsClient Configurations { get; }

    /// <summary>What Experience Platform authenticates with.</summary>
    public virtual DestinationCredentialsClient Credentials { get; }

    /// <summary>How audiences are kept at destinations.</summary>
    public virtual AudienceTemplatesClient AudienceTemplates { get; }

    /// <summary>Sample profiles, templates and test messages.</summary>
    public virtual DestinationTestingClient Testing { get; }

    /// <summary>Publishing for all organisations.</summary>
    public virtual DestinationPublishingClient Publishing { get; }
}
