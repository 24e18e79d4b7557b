using System.IO.Pipelines;
using System.Net;
using System.Security.Authentication;
using Aep.Sdk.Emulator.Gateway;
using Aep.Sdk.Emulator.QueryService.Queries;
using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>One connection from its first byte to its last.</summary>
internal sealed class ClientConnection(
    ConnectionStartup startup, SessionGate gate, CancelKeys cancelKeys, InteractiveQueries queries, TimeProvider time,
    ILogger<ClientConnection> logger)
{
    public async Task RunAsync(Stream stream, IPAddress from, CancellationToken cancellationToken)
    {
        try
        {
            if (await startup.RunAsync(stream, cancellationToken) is not ClientHello hello)
                return;
            await using (hello.Stream)
                await ServeAsync(hello, from, cancellationToken);
        }
        catch (Exception exception) when (
            exception is IOException or AuthenticationException or OperationCanceledException or ObjectDisposedException)
        {
            // The client went away, refused the certificate, or the platform stops: there is nobody to tell.
            await stream.DisposeAsync();
        }
    }

    private async Task ServeAsync(ClientHello hello, IPAddress from, CancellationToken cancellationToken)
    {
        PipeReader input = PipeReader.Create(hello.Stream);
        var writer = new MessageWriter(PipeWriter.Create(hello.Stream));
        var reader = new MessageReader(input);
        try
        {
            (SqlSession opened, Sandbox sandbox) = await LogInAsync(hello, from, reader, writer, cancellationToken);
            using SqlSession session = opened;
            CancelKey key = cancelKeys.Add(session.Engine.Cancel);
            try
            {
                Greet(writer, session, key);
                using var client =
                    new ClientSession(session, statement => queries.Start(sandbox, session, statement), reader, writer, time, logger);
                await client.RunAsync(cancellationToken);
            }
            finally
            {
                cancelKeys.Remove(key);
            }
        }
        catch (SqlErrorException error)
        {
            ErrorResponse.Write(writer, error, ErrorResponse.Fatal);
            await writer.FlushAsync(cancellationToken);
        }
    }

    private async Task<(SqlSession Session, Sandbox Sandbox)> LogInAsync(
        ClientHello hello, IPAddress from, MessageReader reader, MessageWriter writer, CancellationToken cancellationToken)
    {
        if (hello.Refusal is SqlErrorException refusal)
            throw refusal;
        Authentication.WriteCleartextPassword(writer);
        await writer.FlushAsync(cancellationToken);
        FrontendMessage answer = await reader.ReadAsync(cancellationToken) ?? throw new IOException("The client left without a password.");
        if (answer.Type != FrontendMessage.Password)
            throw new SqlErrorException(SqlState.InvalidAuthorization, $"expected password response, got message type '{answer.Type}'");
        gate.CheckPassword(hello.User, answer.Read().ReadString());
        (SqlSession session, Sandbox sandbox) = gate.Open(hello.Database, from);
        foreach ((string name, string value) in hello.Parameters.Where(parameter => parameter.Key is not ("user" or "database")))
            session.Settings.Set(name, value);
        return (session, sandbox);
    }

    private static void Greet(MessageWriter writer, SqlSession session, CancelKey key)
    {
        Authentication.WriteOk(writer);
        foreach (string name in ServerParameters.Reported)
            ParameterStatus.Write(writer, name, session.Settings[name] ?? "");
        BackendKeyData.Write(writer, key);
    }
}
