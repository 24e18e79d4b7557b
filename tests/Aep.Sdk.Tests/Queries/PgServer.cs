using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Aep.Sdk.Tests.Queries;

/// <summary>A server that speaks PostgreSQL's protocol over TLS, with scripted answers, and remembers what it was told.</summary>
internal sealed class PgServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, PgAnswer> _answer;
    private readonly X509Certificate2 _certificate;
    private readonly Task _accepting;
    private readonly List<Task> _sessions = [];
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PgServer(Func<string, PgAnswer> answer)
    {
        _answer = answer;
        _certificate = Certificate();
        CertificateFile = Path.GetTempFileName();
        File.WriteAllText(CertificateFile, _certificate.ExportCertificatePem());
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string CertificateFile { get; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public List<string> Statements { get; } = [];

    public List<string> Passwords { get; } = [];

    public Dictionary<string, string> Startup { get; } = [];

    /// <summary>Passwords that are refused.</summary>
    public HashSet<string> Refused { get; } = [];

    /// <summary>How often a client asked to cancel.</summary>
    public int Cancels { get; private set; }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
        _cancelled.TrySetResult();
        await Task.WhenAll(_sessions).ContinueWith(_ => { }, TaskScheduler.Default);
        _certificate.Dispose();
        File.Delete(CertificateFile);
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _sessions.Add(ServeAsync(await _listener.AcceptTcpClientAsync()));
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            return;
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            Stream stream = client.GetStream();
            int code = await PreludeAsync(stream);
            while (code != 80877103)
            {
                stream.WriteByte((byte)'N');
                code = await PreludeAsync(stream);
            }

            stream.WriteByte((byte)'S');
            await using var tls = new SslStream(stream);
            await tls.AuthenticateAsServerAsync(_certificate);
            if (await LogInAsync(tls)) await AnswerAsync(tls);
        }
    }

    private static async Task<int> PreludeAsync(Stream stream)
    {
        Assert.Equal(8, await PgMessages.ReadInt32Async(stream));
        return await PgMessages.ReadInt32Async(stream);
    }

    private async Task<bool> LogInAsync(Stream stream)
    {
        byte[] startup = await PgMessages.ReadAsync(stream, await PgMessages.ReadInt32Async(stream) - 4);
        if (startup is [0x04, 0xd2, 0x16, 0x2e, ..])
        {
            Cancels++;
            _cancelled.TrySetResult();
            return false;
        }

        string[] pairs = Encoding.UTF8.GetString(startup, 4, startup.Length - 4).Split('\0');
        for (int i = 0; i + 1 < pairs.Length && pairs[i].Length > 0; i += 2) Startup[pairs[i]] = pairs[i + 1];
        await stream.WriteAsync(PgMessages.Message('R', 3));
        (char type, byte[] password) = await MessageAsync(stream);
        Assert.Equal('p', type);
        Passwords.Add(PgMessages.Text(password, 0));
        if (Refused.Contains(Passwords[^1]))
        {
            await stream.WriteAsync(PgMessages.Error(("28P01", "password authentication failed")));
            return false;
        }

        await stream.WriteAsync(PgMessages.Message('R', 0));
        foreach ((string name, string value) in new[] { ("server_version", "15.0"), ("client_encoding", "UTF8"),
            ("standard_conforming_strings", "on"), ("TimeZone", "UTC") })
            await stream.WriteAsync(PgMessages.Message('S', name, value));
        await stream.WriteAsync(PgMessages.Message('K', 1, 2));
        await stream.WriteAsync(PgMessages.Message('Z', 'I'));
        return true;
    }

    private static async Task<(char Type, byte[] Payload)> MessageAsync(Stream stream)
    {
        char type = (char)(await PgMessages.ReadAsync(stream, 1))[0];
        return (type, await PgMessages.ReadAsync(stream, await PgMessages.ReadInt32Async(stream) - 4));
    }

    private async Task AnswerAsync(Stream stream)
    {
        PgAnswer answer = new([], []);
        bool failed = false;
        while (true)
        {
            (char type, byte[] payload) = await MessageAsync(stream);
            if (type == 'X') return;
            if (type == 'S')
            {
                failed = false;
                await stream.WriteAsync(PgMessages.Message('Z', 'I'));
                await stream.FlushAsync();
            }
            else if (!failed)
            {
                if (type == 'P')
                {
                    string sql = PgMessages.Text(payload, 1);
                    Statements.Add(sql);
                    answer = _answer(sql);
                }

                failed = type == 'P' && answer.Error is not null;
                foreach (byte[] reply in Replies(type, answer)) await stream.WriteAsync(reply);
                if (type != 'E' || !answer.Hangs) continue;
                await stream.FlushAsync();
                await _cancelled.Task;
                failed = true;
                await stream.WriteAsync(PgMessages.Error(("57014", "canceling statement due to user request")));
            }
        }
    }

    private static IEnumerable<byte[]> Replies(char type, PgAnswer answer) => type switch
    {
        'P' when answer.Error is { } error =>
            [PgMessages.Error(error)],
        'P' => [PgMessages.Message('1')],
        'B' => [PgMessages.Message('2')],
        'D' => [answer.Columns.Count == 0 ? PgMessages.Message('n') : PgMessages.RowDescription(answer.Columns)],
        'E' when answer.Hangs => answer.Rows.Select(PgMessages.DataRow),
        'E' => [.. answer.Rows.Select(PgMessages.DataRow),
            PgMessages.Message('C', answer.Columns.Count == 0 ? "SET" : $"SELECT {answer.Rows.Count}")],
        _ => [],
    };
}
