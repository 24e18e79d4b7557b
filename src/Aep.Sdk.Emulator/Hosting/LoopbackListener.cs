using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Aep.Sdk.Emulator.Hosting;

internal static class LoopbackListener
{
    /// <summary>Listens on 127.0.0.1 only, for http and https on the same port. HTTP/1.1, as the real endpoints are used.</summary>
    public static void ListenOnLoopback(this KestrelServerOptions kestrel, int port, TlsCertificate certificate)
    {
        kestrel.AddServerHeader = false;
        kestrel.Listen(IPAddress.Parse(EmulatorAddresses.Host), port, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.Use(next => new TlsSniffing(next, certificate).OnConnectionAsync);
        });
    }
}
