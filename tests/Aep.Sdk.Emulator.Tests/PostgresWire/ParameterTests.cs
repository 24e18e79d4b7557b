using Aep.Sdk.Emulator.Tests.Support;
using Npgsql;
using static Aep.Sdk.Emulator.Tests.PostgresWire.WireClient;

namespace Aep.Sdk.Emulator.Tests.PostgresWire;

public sealed class ParameterTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Fact]
    public async Task Arrays_of_every_type_can_be_searched()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        (object Array, object Item)[] cases =
        [
            (new[] { 1, 2, 3 }, 2), (new[] { 1L, 5_000_000_000L }, 5_000_000_000L), (new short[] { -1 }, (short)-1),
                (new[] { "it's", "{\"}, \\", "NULL" }, "{\"}, \\"),
            (new[] { true }, true), (new[] { 1.5, double.MaxValue }, double.MaxValue), (new[] { 0.5f }, 0.5f),
                (new[] { 1.25m, 2.5m }, 2.5m),
            (new[] { new DateOnly(2024, 2, 29) }, new DateOnly(2024, 2, 29)),
                (new[] { new DateTime(2024, 1, 2, 3, 4, 5) }, new DateTime(2024, 1, 2, 3, 4, 5)),
            (new[] { Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e") }, Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e")),
        ];
        foreach ((object array, object item) in cases)
        {
            await using var command =
                new NpgsqlCommand("SELECT $2 = ANY($1)", connection) { Parameters = { new() { Value = array }, new() { Value = item } } };
            Assert.True(true.Equals(await command.ExecuteScalarAsync()), $"{item}");
        }
    }

    [Theory]
    [InlineData("{1,NULL,3}", "{1,NULL,3}")]
    [InlineData("{}", "{}")]
    [InlineData(" { 4 , 5 } ", "{4,5}")]
    public async Task Arrays_come_as_text_too(string text, string printed) => Assert.Equal(printed, await EchoAsync(1007, text));

    [Theory]
    [InlineData("{a,\"b,c\",\"d\\\"e\",null}", "{a,\"b,c\",\"d\"e\",NULL}")]
    public async Task Items_in_quotes_keep_their_commas(string text, string printed) => Assert.Equal(printed, await EchoAsync(1009, text));

    [Theory]
    [InlineData("1,2")]
    [InlineData("{\"open}")]
    [InlineData("{1 \"2\"}")]
    public async Task Arrays_that_cannot_be_read_are_refused(string text) => Assert.Equal("!22P02", await EchoAsync(1007, text));

    [Theory]
    [InlineData("12345678901234567890.12345678")]
    [InlineData("-0.00000000000000000001")]
    public async Task Numerics_lose_no_digit(string text) => Assert.Equal(text, await EchoAsync(1700, text));

    [Fact]
    public async Task Bytes_come_back_as_they_went()
    {
        await using NpgsqlConnection connection = await QueryServiceConnection.OpenAsync(fixture);
        await using var command =
            new NpgsqlCommand("SELECT hex($1)", connection) { Parameters = { new() { Value = new byte[] { 0, 255, 39, 92 } } } };
        Assert.Equal("00FF275C", await command.ExecuteScalarAsync());
    }

    private async Task<string> EchoAsync(int type, string text)
    {
        await using WireClient wire = await LogInAsync(fixture);
        byte[] value = System.Text.Encoding.UTF8.GetBytes(text);
        await wire.SendAsync('P', Text(""), Text("SELECT $1"), Int16(1), Int32(type));
        await wire.SendAsync('B', Text(""), Text(""), Int16(0), Int16(1), Int32(value.Length), value, Int16(0));
        await wire.SendAsync('E', Text(""), Int32(0));
        await wire.SendAsync('S');
        List<Message> messages = await wire.ReadUntilReadyAsync();
        Message answer = messages.First(message => message.Type is 'D' or 'E');
        return answer.Type == 'E' ? "!" + answer.Field('C') : System.Text.Encoding.UTF8.GetString(answer.Body.AsSpan(6));
    }
}
