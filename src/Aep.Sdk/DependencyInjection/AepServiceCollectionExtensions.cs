using Aep.Sdk;
using Aep.Sdk.Core.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the client for dependency injection.</summary>
public static class AepServiceCollectionExtensions
{
    /// <summary>
    /// Registers one <see cref="AepClient"/>, configured by the section <c>Aep</c> or by the sections of an INI file that was added with
    /// <see cref="AepConfigurationExtensions.AddAepIniFile"/>.
    /// </summary>
    /// <exception cref="AepConfigurationException">On first use, when the configuration is not usable.</exception>
    public static IServiceCollection AddAep(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton(_ => new AepClient(AepOptionsReader.Read(configuration)));
        return services;
    }
}
