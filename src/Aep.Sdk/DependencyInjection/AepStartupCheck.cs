using Aep.Sdk;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Makes a client when the host starts: a wrong configuration shows at once, not at the first request.</summary>
internal sealed class AepStartupCheck(Func<AepClient> client) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        client();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
