using System.Buffers;
using System.IO.Pipelines;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace Aep.Sdk.Emulator.Hosting;

/// <summary>
/// Tells TLS from plain HTTP by the first byte of a connection, so that one port answers both: a person with curl needs no certificate,
/// and a client that insists on https finds it at the same place.
/// </summary>
internal sealed class TlsSniffing(ConnectionDelegate next, TlsCertificate certificate)
{
    private const byte HandshakeRecord = 0x16;
    private static readonly TimeSpan HandshakeTimeout = TimeSpan.FromSeconds(10);

    public async Task OnConnectionAsync(ConnectionContext connection)
    {
        if (await TryReadAsync(connection) is not { Buffer.IsEmpty: false } first)
            return;
        bool tls = first.Buffer.FirstSpan[0] == HandshakeRecord;
        connection.Transport.Input.AdvanceTo(first.Buffer.Start);
        if (tls)
            await ServeTlsAsync(connection);
        else
            await next(connection);
    }

    // Null when the client has gone before it said anything. What it has sent before it went is still read.
    private static async Task<ReadResult?> TryReadAsync(ConnectionContext connection)
    {
        try
        {
            return await connection.Transport.Input.ReadAsync();
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            return null;
        }
    }

    private async Task ServeTlsAsync(ConnectionContext connection)
    {
        IDuplexPipe plain = connection.Transport;
        var stream = new SslStream(new DuplexPipeStream(plain), leaveInnerStreamOpen: true);
        await using (stream)
        {
            if (!await TryHandshakeAsync(stream, connection))
                return;
            connection.Transport = new StreamDuplexPipe(stream);
            connection.Features.Set<ITlsConnectionFeature>(new TlsConnection()); // Kestrel derives the https scheme from it
            try
            {
                await next(connection);
                await connection.Transport.Output.CompleteAsync();
                await connection.Transport.Input.CompleteAsync();
            }
            finally
            {
                connection.Transport = plain;
            }
        }
    }

    private async Task<bool> TryHandshakeAsync(SslStream stream, ConnectionContext connection)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(connection.ConnectionClosed);
        timeout.CancelAfter(HandshakeTimeout);
        try
        {
            await stream.AuthenticateAsServerAsync(
                new SslServerAuthenticationOptions { ServerCertificate = certificate.Certificate }, timeout.Token);
            return true;
        }
        catch (Exception exception) when (exception is AuthenticationException or IOException or OperationCanceledException)
        {
            // The client does not trust the certificate or went away: its side of the connection says so.
            connection.Abort(new ConnectionAbortedException("The TLS handshake failed.", exception));
            return false;
        }
    }

    private sealed class TlsConnection : ITlsConnectionFeature
    {
        public X509Certificate2? ClientCertificate { get; set; }

        public Task<X509Certificate2?> GetClientCertificateAsync(CancellationToken cancellationToken) => Task.FromResult(ClientCertificate);
    }
}
