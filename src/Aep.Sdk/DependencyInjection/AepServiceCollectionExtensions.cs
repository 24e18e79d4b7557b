using Aep.Sdk;
using Aep.Sdk.Core.Configuration;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Registers clients for dependency injection. A host checks their configuration when it starts. Log factory and clock are the container's:
/// a test whose <see cref="TimeProvider"/> stands still gives the client another one, for it waits between retries and polls
/// (<c>options => options with { TimeProvider = TimeProvider.System }</c>).
/// </summary>
public static class AepServiceCollectionExtensions
{
    /// <summary>
    /// Registers one <see cref="AepClient"/>, configured by environment variables (<c>AEP_CLIENT_ID</c> …), the section <c>Aep</c>, or the
    /// sections of an INI file that was added with <see cref="AepConfigurationExtensions.AddAepIniFile"/>. Called again, it replaces the
    /// client: a test of an app gives it the local platform.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">
    /// The app's configuration. A section of it is read without the environment variables <c>AEP_…</c>.
    /// </param>
    /// <param name="configure">Changes the options that were read.</param>
    /// <exception cref="AepConfigurationException">
    /// When the host starts, or on first use: the configuration is not usable; the message lists every mistake.
    /// </exception>
    public static IServiceCollection AddAep(
        this IServiceCollection services, IConfiguration configuration, Func<AepOptions, AepOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.Replace(ServiceDescriptor.Singleton(provider => Create(provider, configuration, configure)));
        return services.CheckAtStart(provider => provider.GetRequiredService<AepClient>());
    }

    /// <summary>
    /// Registers a client by name, for several organisations or sandboxes at once: <c>AddAep("eu", configuration.GetSection("Aep:eu"))</c>.
    /// It is injected with <c>[FromKeyedServices("eu")] AepClient</c>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The client's name.</param>
    /// <param name="section">The section with the client's keys (<c>OrgId</c>, <c>ClientId</c>, …).</param>
    /// <param name="configure">Changes the options that were read.</param>
    /// <exception cref="AepConfigurationException">
    /// When the host starts, or on first use: the configuration is not usable; the message lists every mistake.
    /// </exception>
    public static IServiceCollection AddAep(
        this IServiceCollection services, string name, IConfigurationSection section, Func<AepOptions, AepOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(section);
        services.AddKeyedSingleton(name, (provider, _) => Create(provider, section, configure));
        return services.CheckAtStart(provider => provider.GetRequiredKeyedService<AepClient>(name));
    }

    private static AepClient Create(IServiceProvider provider, IConfiguration configuration, Func<AepOptions, AepOptions>? configure)
    {
        string source = configuration is IConfigurationSection section
            ? $"the section {section.Path}"
            : "the section Aep, an INI file or the variables AEP_…";
        AepOptions options = AepOptionsReader.Read(configuration, source) with
        {
            LoggerFactory = provider.GetService<ILoggerFactory>(),
            TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System,
        };
        return new AepClient(configure?.Invoke(options) ?? options);
    }

    private static IServiceCollection CheckAtStart(this IServiceCollection services, Func<IServiceProvider, AepClient> client) =>
        services.AddSingleton<IHostedService>(provider => new AepStartupCheck(() => client(provider)));
}
