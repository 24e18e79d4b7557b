using System.Text;
using Aep.Sdk.Emulator.Tests.Support;
using static Aep.Sdk.Emulator.Tests.PostgresWire.WireClient;

namespace Aep.Sdk.Emulator.Tests.PostgresWire;

/// <summary>
/// Clients that send rubbish, halves and mutations: the server answers with errors or closes, and serves everybody else as before.
/// </summary>
public sealed class WireFuzzTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Random_messages_never_harm_another_session(int seed)
    {
        var random = new Random(seed);
        await using WireClient witness = await LogInAsync(fixture);
        await SetAsync(witness, "application_name", $"witness{seed}");
        for (int round = 0; round < 12; round++)
        {
            await using WireClient wire = await LogInAsync(fixture);
            for (int message = 0; message < 15; message++)
                await IgnoringCloseAsync(() => wire.SendRawAsync(Mutated(random)));
            await IgnoringCloseAsync(() => wire.SendAsync('S'));
        }
        Assert.Equal($"witness{seed}", await ShowAsync(witness, "application_name"));
    }

    [Fact]
    public async Task A_message_of_impossible_length_closes_with_a_protocol_error()
    {
        foreach (byte[] length in new[] { Int32(0), Int32(3), Int32(-1), Int32(int.MaxValue) })
        {
            await using WireClient wire = await LogInAsync(fixture);
            await wire.SendRawAsync([(byte)'Q', .. length]);
            Message error = await wire.ReadAsync();
            Assert.Equal(('E', "08P01", "FATAL"), (error.Type, error.Field('C'), error.Field('S')));
            Assert.True(await wire.IsClosedAsync());
        }
    }

    [Fact]
    public async Task Half_messages_wait_and_are_forgotten_when_the_client_leaves()
    {
        for (int cut = 1; cut < 12; cut++)
        {
            WireClient half = await LogInAsync(fixture);
            byte[] whole = [(byte)'Q', .. Int32(4 + 9), .. Text("SELECT 1")];
            await half.SendRawAsync(whole[..cut]);
            await half.DisposeAsync();
        }
        await using WireClient slow = await LogInAsync(fixture);
        foreach (byte part in (byte[])[(byte)'Q', .. Int32(4 + 9), .. Text("SELECT 7")])
            await slow.SendRawAsync(part);
        Assert.EndsWith("7", (await slow.ReadUntilReadyAsync()).Single(message => message.Type == 'D').Text);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Rubbish_before_the_login_is_closed_or_refused(int seed)
    {
        var random = new Random(seed);
        for (int round = 0; round < 30; round++)
        {
            await using WireClient wire = await ConnectAsync(fixture);
            var bytes = new byte[random.Next(1, 64)];
            random.NextBytes(bytes);
            await IgnoringCloseAsync(() => wire.SendRawAsync(bytes));
        }
        await using WireClient after = await LogInAsync(fixture);
        Assert.Equal("UTF8", await ShowAsync(after, "server_encoding"));
    }

    [Fact]
    public async Task A_hundred_sessions_keep_to_themselves()
    {
        WireClient[] clients = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => LogInAsync(fixture)));
        await Task.WhenAll(clients.Select((client, index) => SetAsync(client, "application_name", $"client{index}")));
        string[] names = await Task.WhenAll(clients.Select(client => ShowAsync(client, "application_name")));
        Assert.Equal(Enumerable.Range(0, 100).Select(index => $"client{index}"), names);
        foreach (WireClient client in clients)
            await client.DisposeAsync();
    }

    // A valid message with some of its bytes changed; its length is right or wrong.
    private static byte[] Mutated(Random random)
    {
        byte[][] bodies =
        [
            Text("SELECT 1"), [.. Text("s"), .. Text("SELECT $1"), .. Int16(1), .. Int32(23)],
                [.. Text(""), .. Text("s"), .. Int16(1), .. Int16(1), .. Int16(1), .. Int32(4), .. Int32(9), .. Int16(0)],
            [(byte)'S', .. Text("s")], [.. Text(""), .. Int32(0)], [(byte)'P', .. Text("")], [], Text("SET application_name = 'fuzz'"),
        ];
        const string types = "QPBDECSHQPXFdcf\0~";
        byte[] body = [.. bodies[random.Next(bodies.Length)]];
        for (int change = random.Next(4); change > 0 && body.Length > 0; change--)
            body[random.Next(body.Length)] = (byte)random.Next(256);
        int length = body.Length + 4 + (random.Next(8) == 0 ? random.Next(-8, 8) : 0);
        return [(byte)types[random.Next(types.Length)], .. Int32(length), .. body];
    }

    private static async Task SetAsync(WireClient wire, string name, string value)
    {
        await wire.SendAsync('Q', Text($"SET {name} = '{value}'"));
        await wire.ReadUntilReadyAsync();
    }

    private static async Task<string> ShowAsync(WireClient wire, string name)
    {
        await wire.SendAsync('Q', Text($"SHOW {name}"));
        return Encoding.UTF8.GetString((await wire.ReadUntilReadyAsync()).Single(message => message.Type == 'D').Body.AsSpan(6));
    }

    private static async Task IgnoringCloseAsync(Func<Task> send)
    {
        try
        {
            await send();
        }
        catch (IOException)
        {
            // The server has closed the connection, as it may.
        }
    }
}
