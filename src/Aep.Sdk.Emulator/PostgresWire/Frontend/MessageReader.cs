using System.Buffers;
using System.IO.Pipelines;
using Aep.Sdk.Emulator.Sql;

namespace Aep.Sdk.Emulator.PostgresWire;

/// <summary>Cuts the stream of a client into messages.</summary>
internal sealed class MessageReader(PipeReader input)
{
    private const int HeaderSize = 5;
    private const int LargestMessage = 64 * 1024 * 1024;

    /// <summary>The next message, or null when the client has closed the connection.</summary>
    public async ValueTask<FrontendMessage?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            ReadResult result = await input.ReadAsync(cancellationToken);
            ReadOnlySequence<byte> buffer = result.Buffer;
            if (TryCut(buffer, out FrontendMessage message, out SequencePosition end))
            {
                input.AdvanceTo(end);
                return message;
            }
            input.AdvanceTo(buffer.Start, buffer.End);
            if (result.IsCompleted)
                return null;
        }
    }

    private static bool TryCut(ReadOnlySequence<byte> buffer, out FrontendMessage message, out SequencePosition end)
    {
        (message, end) = (default, buffer.Start);
        var reader = new SequenceReader<byte>(buffer);
        if (!reader.TryRead(out byte type) || !reader.TryReadBigEndian(out int length))
            return false;
        if (length < sizeof(int) || length > LargestMessage)
            throw new SqlErrorException(SqlState.ProtocolViolation, $"invalid message length {length}");
        int total = length + HeaderSize - sizeof(int);
        if (buffer.Length < total)
            return false;
        message = new FrontendMessage((char)type, buffer.Slice(HeaderSize, total - HeaderSize).ToArray());
        end = buffer.GetPosition(total);
        return true;
    }
}
