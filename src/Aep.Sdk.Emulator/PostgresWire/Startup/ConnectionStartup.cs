using System.Net.Security;
using System.Security.Authentication;
using Aep.Sdk.Emulator.Hosting;
using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>Brings a fresh connection to its startup message: TLS first, which Query Service insists on, then the message itself.</summary>
internal sealed class ConnectionStartup(TlsCertificate certificate, CancelKeys cancelKeys)
{
    private const int SupportedVersion = 3;

    /// <summary>The stream to go on with and the client's parameters, or null when the connection has served its purpose.</summary>
    public async Task<ClientHello?> RunAsync(Stream stream, CancellationToken cancellationToken)
    {
        SslStream? secure = null;
        while (await StartupPacket.ReadAsync(secure ?? stream, cancellationToken) is StartupPacket packet)
        {
            switch (packet.Code)
            {
                case StartupPacket.SslRequest when secure is null:
                    await stream.WriteAsync("S"u8.ToArray(), cancellationToken);
                    secure = await SecureAsync(stream, cancellationToken);
                    break;
                case StartupPacket.GssEncryptionRequest:
                    await (secure ?? stream).WriteAsync("N"u8.ToArray(), cancellationToken);
                    break;
                case StartupPacket.CancelRequest:
                    cancelKeys.Cancel(packet.ReadCancelKey());
                    return null;
                default:
                    return new ClientHello(secure ?? stream, secure is null ? NoTls() : Version(packet),
                        packet.MajorVersion == SupportedVersion ? packet.ReadParameters() : []);
            }
        }
        return null;
    }

    private async Task<SslStream> SecureAsync(Stream stream, CancellationToken cancellationToken)
    {
        var secure = new SslStream(stream, leaveInnerStreamOpen: false);
        await secure.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions
            {
                ServerCertificate = certificate.Certificate,
                EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13
            },
            cancellationToken);
        return secure;
    }

    private static SqlErrorException NoTls() =>
        new(SqlState.InvalidAuthorization, "Query Service accepts only connections with TLS: set sslmode=require");

    private static SqlErrorException? Version(StartupPacket packet) => packet.MajorVersion == SupportedVersion
        ? null
        : new SqlErrorException(
            SqlState.NotSupported, $"unsupported frontend protocol {packet.MajorVersion}.{packet.Code & 0xFFFF}: server supports 3.0");
}
