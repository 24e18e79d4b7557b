using System.Text;
using Aep.Sdk.Emulator.Tests.Support;
using static Aep.Sdk.Emulator.Tests.PostgresWire.WireClient;

namespace Aep.Sdk.Emulator.Tests.PostgresWire;

public sealed class WireProtocolTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task Gss_encryption_is_declined_and_tls_still_possible()
    {
        await using WireClient wire = await ConnectAsync(fixture);
        await wire.StartAsync(GssEncryptionRequest, "");
        Assert.Equal('N', await wire.ReadByteAsync());
        await wire.SecureAsync();
    }

    [Theory]
    [InlineData(131072, "0A000")]
    [InlineData(0, "0A000")]
    public async Task Other_protocol_versions_are_refused(int version, string state)
    {
        await using WireClient wire = await ConnectAsync(fixture);
        await wire.SecureAsync();
        await wire.StartAsync(version, "user\0x\0\0");
        Message error = await wire.ReadAsync();
        Assert.Equal(('E', state), (error.Type, error.Field('C')));
        Assert.True(await wire.IsClosedAsync());
    }

    [Fact]
    public async Task A_cancel_request_with_a_wrong_key_is_closed_without_a_word()
    {
        await using WireClient wire = await ConnectAsync(fixture);
        await wire.StartAsync(CancelRequest, "12345678");
        Assert.True(await wire.IsClosedAsync());
    }

    [Fact]
    public async Task A_simple_query_runs_its_statements_until_one_fails()
    {
        await using WireClient wire = await LogInAsync(fixture);
        await wire.SendAsync('Q', Text("SELECT 1; SELECT x FROM missing; SELECT 3"));
        List<Message> messages = await wire.ReadUntilReadyAsync();
        Assert.Equal("TDCEZ", Types(messages));
        Assert.Equal(("42P01", "25"), (messages[3].Field('C'), messages[3].Field('P')));
        await wire.SendAsync('Q', Text(" -- nothing\n"));
        Assert.Equal("IZ", Types(await wire.ReadUntilReadyAsync()));
    }

    [Fact]
    public async Task A_portal_gives_its_rows_in_parts_with_other_statements_in_between()
    {
        await using WireClient wire = await LogInAsync(fixture);
        await wire.SendAsync('Q', Text("BEGIN"));
        Assert.Equal("CZ", Types(await wire.ReadUntilReadyAsync()));
        await wire.SendAsync('P', Text(""), Text("SELECT x FROM range(5) AS r(x)"), Int16(0));
        await wire.SendAsync('B', Text("part"), Text(""), Int16(0), Int16(0), Int16(0));
        await wire.SendAsync('D', "P"u8.ToArray(), Text("part"));
        await wire.SendAsync('E', Text("part"), Int32(2));
        await wire.SendAsync('S');
        Assert.Equal("12TDDsZ", Types(await wire.ReadUntilReadyAsync()));
        await wire.SendAsync('Q', Text("SELECT 'between'"));
        Assert.Equal("TDCZ", Types(await wire.ReadUntilReadyAsync()));
        await wire.SendAsync('E', Text("part"), Int32(2));
        await wire.SendAsync('E', Text("part"), Int32(2));
        await wire.SendAsync('S');
        List<Message> rest = await wire.ReadUntilReadyAsync();
        Assert.Equal("DDsDCZ", Types(rest));
        Assert.EndsWith("4", rest[3].Text);
    }

    [Fact]
    public async Task Exactly_as_many_rows_as_asked_for_suspend_only_when_more_follow()
    {
        await using WireClient wire = await LogInAsync(fixture);
        await wire.SendAsync('P', Text(""), Text("SELECT x FROM range(2) AS r(x)"), Int16(0));
        await wire.SendAsync('B', Text(""), Text(""), Int16(0), Int16(0), Int16(0));
        await wire.SendAsync('E', Text(""), Int32(2));
        await wire.SendAsync('S');
        Assert.Equal("12DDCZ", Types(await wire.ReadUntilReadyAsync()));
    }

    [Fact]
    public async Task After_an_error_everything_up_to_sync_is_skipped()
    {
        await using WireClient wire = await LogInAsync(fixture);
        await wire.SendAsync('P', Text("bad"), Text("SELECT 1; SELECT 2"), Int16(0));
        await wire.SendAsync('P', Text("good"), Text("SELECT 1"), Int16(0));
        await wire.SendAsync('S');
        Assert.Equal("EZ", Types(await wire.ReadUntilReadyAsync()));
        await wire.SendAsync('D', "S"u8.ToArray(), Text("good"));
        await wire.SendAsync('S');
        List<Message> messages = await wire.ReadUntilReadyAsync();
        Assert.Equal("26000", messages[0].Field('C'));
    }

    [Fact]
    public async Task Columns_may_have_formats_of_their_own()
    {
        await using WireClient wire = await LogInAsync(fixture);
        await wire.SendAsync('P', Text(""), Text("SELECT 258, 258"), Int16(0));
        await wire.SendAsync('B', Text(""), Text(""), Int16(0), Int16(0), Int16(2), Int16(1), Int16(0));
        await wire.SendAsync('E', Text(""), Int32(0));
        await wire.SendAsync('S');
        Message row = (await wire.ReadUntilReadyAsync()).Single(message => message.Type == 'D');
        Assert.Equal([0, 2, 0, 0, 0, 4, 0, 0, 1, 2, 0, 0, 0, 3, .. Encoding.ASCII.GetBytes("258")], row.Body);
    }

    [Fact]
    public async Task Text_parameters_without_a_type_take_the_type_of_their_place()
    {
        await using WireClient wire = await LogInAsync(fixture);
        await wire.SendAsync('P', Text(""), Text("SELECT x FROM range(100) AS r(x) WHERE x = $1"), Int16(0));
        await wire.SendAsync('D', "S"u8.ToArray(), Text(""));
        await wire.SendAsync('B', Text(""), Text(""), Int16(0), Int16(1), Int32(2), "42"u8.ToArray(), Int16(0));
        await wire.SendAsync('E', Text(""), Int32(0));
        await wire.SendAsync('S');
        List<Message> messages = await wire.ReadUntilReadyAsync();
        Assert.Equal("1tT2DCZ", Types(messages));
        Assert.EndsWith("42", messages[4].Text);
    }

    [Fact]
    public async Task An_unknown_message_is_an_error_and_a_malformed_one_too()
    {
        await using WireClient wire = await LogInAsync(fixture);
        await wire.SendAsync('F');
        await wire.SendAsync('S');
        Assert.Equal("08P01", (await wire.ReadUntilReadyAsync())[0].Field('C'));
        await wire.SendAsync('B', Text("portal without the rest"));
        await wire.SendAsync('S');
        Assert.Equal("08P01", (await wire.ReadUntilReadyAsync())[0].Field('C'));
        await wire.SendRawAsync((byte)'Q', 0, 0, 0, 1);
        Assert.Equal("08P01", (await wire.ReadAsync()).Field('C'));
        Assert.True(await wire.IsClosedAsync());
    }

    private static string Types(IEnumerable<Message> messages) => string.Concat(messages.Select(message => message.Type));
}
