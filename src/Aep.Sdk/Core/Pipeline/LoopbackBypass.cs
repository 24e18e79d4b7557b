using System.Net;

namespace Aep.Sdk.Core.Pipeline;

/// <summary>
/// The proxy of the environment, but not for this machine: a proxy cannot reach the local platform, and .NET asks it for loopback, too.
/// </summary>
internal sealed class LoopbackBypass(Func<IWebProxy> proxy) : IWebProxy
{
    public static LoopbackBypass OfEnvironment { get; } = new(() => HttpClient.DefaultProxy);

    public ICredentials? Credentials
    {
        get => proxy().Credentials;
        set => throw new NotSupportedException("The credentials are the environment's.");
    }

    public Uri? GetProxy(Uri destination) => proxy().GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || proxy().IsBypassed(host);
}
