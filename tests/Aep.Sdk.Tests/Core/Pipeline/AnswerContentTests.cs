using System.Text;
using Aep.Sdk.Core.Pipeline;

namespace Aep.Sdk.Tests.Core.Pipeline;

public sealed class AnswerContentTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("application/json", true)]
    [InlineData("application/json; charset=utf-8", true)]
    [InlineData("application/json;CHARSET=\"UTF-8\"", true)]
    [InlineData("application/json; charset=iso-8859-1", false)]
    [InlineData("application/json; charset", false)]
    public void Only_what_is_said_to_be_utf8_or_says_nothing_is_read_as_it_is(string? contentType, bool expected)
    {
        AnswerContent answer = Answer("{}"u8, contentType);
        Assert.Equal(expected, answer.TryGetUtf8(out _));
    }

    [Fact]
    public void A_byte_order_mark_is_not_part_of_the_text()
    {
        AnswerContent answer = Answer([0xEF, 0xBB, 0xBF, .. "{}"u8], "application/json");
        Assert.True(answer.TryGetUtf8(out ReadOnlySpan<byte> bytes));
        Assert.Equal("{}", Encoding.UTF8.GetString(bytes));
    }

    // The buffer is longer than the answer: what is behind its end is not part of it.
    private static AnswerContent Answer(ReadOnlySpan<byte> body, string? contentType)
    {
        using var received = new ByteArrayContent([]);
        if (contentType is not null)
            received.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return new AnswerContent([.. body, (byte)'!'], body.Length, received.Headers);
    }
}
